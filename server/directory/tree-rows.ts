/** Reads a file of a region's list, as spreadsheets write it, into rows of known columns; and names what can't be read. */
import { readLines, readRecords, type Damage, type PhysicalLine } from '../csv-records.ts'
import type { Column, Level } from './rules/tree-columns.ts'
import { columnNamed, levelNamed, readCell } from './tree-values.ts'

/** What is wrong with a line: a key of the words `directoryFiles.lines`, or an issue of the directory's forms. */
export interface WrongLine {
  line: number
  issue: string
  column?: Column
  value?: string
}

export interface TreeRow {
  line: number
  level: Level
  cells: Partial<Record<Column, string>>
}

export interface TreeRows {
  columns: Column[]
  rows: TreeRow[]
  wrong: WrongLine[]
}

const MOST_LINES = 5000
const NEEDED: Column[] = ['level', 'name']
const DAMAGES: Record<Damage, string> = {
  quotes: 'quotes',
  'too-long': 'too-long-line',
  nul: 'nul',
  encoding: 'encoding',
}

/** Comma or semicolon (taken from the header), byte order mark, CRLF, a first line "sep=;", empty lines and columns. */
export async function readTreeRows(text: string): Promise<TreeRows> {
  const lines = readLines(text)
  const header = await findHeader(lines)
  if (!header) return { columns: [], rows: [], wrong: [{ line: 1, issue: 'empty' }] }
  const records = readRecords(prepend(header, lines), header.separator)
  const head = (await records.next()).value
  if (!head || 'damage' in head) {
    return {
      columns: [],
      rows: [],
      wrong: [{ line: header.line, issue: head ? DAMAGES[head.damage as Damage] : 'empty' }],
    }
  }
  const { columns, wrong } = readHeader(head)
  const rows: TreeRow[] = []
  if (wrong.length > 0) return { columns: [], rows, wrong }
  for await (const record of records) {
    if (rows.length >= MOST_LINES) {
      wrong.push({ line: record.line, issue: 'too-many-lines' })
      break
    }
    if ('damage' in record) wrong.push({ line: record.line, issue: DAMAGES[record.damage] })
    else if (record.fields.some((cell) => cell.trim() !== '')) readRow(record, columns, rows, wrong)
  }
  return { columns: columns.filter((column) => column !== undefined), rows, wrong }
}

async function findHeader(lines: AsyncGenerator<PhysicalLine>) {
  let declared: string | undefined
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { line, text } = next.value
    const separator = line === 1 ? /^"?sep=([,;])"?$/i.exec(text.trim())?.[1] : undefined
    if (separator) declared = separator
    else if (text.trim() !== '') return { line, text, separator: declared ?? (text.includes(';') ? ';' : ',') }
  }
  return undefined
}

async function* prepend({ line, text }: PhysicalLine, rest: AsyncIterable<PhysicalLine>): AsyncGenerator<PhysicalLine> {
  yield { line, text }
  yield* rest
}

function readHeader({ line, fields }: { line: number; fields: string[] }) {
  const columns = fields.map((name) => columnNamed(name))
  const wrong: WrongLine[] = fields.flatMap((name, i) => {
    if (name.trim() === '') return []
    if (columns[i] === undefined) return [{ line, issue: 'unknown-column', value: name.trim().slice(0, 60) }]
    return columns.indexOf(columns[i]) < i ? [{ line, issue: 'column-twice', value: name.trim() }] : []
  })
  const missing = NEEDED.filter((column) => !columns.includes(column))
  for (const column of missing) wrong.push({ line, issue: 'no-column', column })
  return { columns, wrong }
}

function readRow(
  { line, fields }: { line: number; fields: string[] },
  columns: (Column | undefined)[],
  rows: TreeRow[],
  wrong: WrongLine[],
): void {
  const faults: WrongLine[] = []
  const cells: TreeRow['cells'] = {}
  for (const [i, cell] of fields.entries()) {
    const column = columns[i]
    if (column === undefined) {
      if (cell.trim() !== '') faults.push({ line, issue: 'too-many-cells' })
      continue
    }
    const read = readCell(column, cell)
    if ('value' in read) cells[column] = read.value
    else faults.push({ line, issue: read.issue, column, value: cell.trim().slice(0, 60) })
  }
  const level = levelNamed(cells.level ?? '')
  if (!level) faults.push({ line, issue: 'level', value: (cells.level ?? '').slice(0, 60) })
  if (level && faults.length === 0) rows.push({ line, level, cells })
  wrong.push(...faults.slice(0, 5))
}
