/** Spreadsheets, written and read. What is read was measured first: a small file may unpack to gigabytes. */
import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import type { Sheet } from './document.ts'
import { measuredZip } from './zip.ts'

/** What a cell of a spreadsheet can hold. */
const LONGEST_CELL = 32_767
const MOST_UNPACKED = 64 * 1024 * 1024

/** @returns the file's bytes */
export async function makeXlsx(sheets: Sheet[]): Promise<Buffer> {
  const pages = sheets.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }))
  return writeXlsxFile(pages).toBuffer()
}

/** Text is text, whatever it begins with; no cell is ever a formula. */
function cellOf(value: string | number | null) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' as const }
  return { value: value.slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' as const }
}

/** At most 31 characters, none of []:*?/\. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/** The first sheet's cells as text, or undefined for what can't be read as a spreadsheet or unpacks to too much. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][] | undefined> {
  const zip = measuredZip(bytes, MOST_UNPACKED)
  if (!zip) return undefined
  try {
    const rows = await readSheet(zip)
    return rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))))
  } catch {
    return undefined
  }
}
