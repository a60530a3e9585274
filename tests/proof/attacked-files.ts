/** Every file and feed behind a page, and what is wrong with one that holds attacks. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { measuredZip } from '#server/documents/zip.ts'
import { PAGES, type PageName } from '#server/paths.ts'
import type { AttackedTown } from './attacked-town.ts'
import { addressOf, BEFORE_MEETINGS } from './attacked-places.ts'

/** The address of each, with its ending. */
export function listFiles(town: AttackedTown): string[] {
  const pages = new Map(Object.entries(PAGES).map(([name, { folder }]) => [folder as string, name as PageName]))
  const cwd = join(import.meta.dirname, '../../src/pages')
  return globSync('**/*.{csv,json,jsonl,atom,txt,xml,pdf,docx,xlsx}.ts', { cwd }).flatMap((file) => {
    const [, folder = '', ending = ''] = /^(.*)(\.\w+)\.ts$/.exec(`/${file}`) ?? []
    const page = pages.get(folder)
    if (!page) throw new Error(`No page has the file ${file}.`)
    return BEFORE_MEETINGS.includes(page) ? [] : [addressOf(town, page) + ending]
  })
}

/** Any field but the number of the page, anything fetched from elsewhere. */
const DOCX_ACTS = /<w:instrText[^>]*>(?!\s*(PAGE|NUMPAGES)\s*<)|<w:(fldSimple|altChunk)|TargetMode="External"[^>]*jahat/

/** One sentence for each fault. Those of feeds are found by `feedFault`. */
export function fileFaults(path: string, bytes: Buffer): string[] {
  const text = bytes.toString('utf8')
  switch (path.split('.').at(-1)) {
    case 'csv':
      return reckoning((parse(text, { bom: true, relax_column_count: true }) as string[][]).flat())
    case 'xlsx':
      return /<f[ >]|<ddeLink|<externalLink/.test(unpacked(bytes)) ? ['A cell reckons.'] : []
    case 'docx':
      return DOCX_ACTS.test(unpacked(bytes)) ? ['A field acts, or leads out.'] : []
    case 'pdf':
      return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && !/\/(JavaScript|Launch|OpenAction)\b/.test(text)
        ? []
        : ['It is no PDF, or runs something.']
    case 'json':
      return JSON.parse(text) ? [] : ['It is empty.']
    case 'jsonl':
      return text
        .trim()
        .split('\n')
        .every((line) => JSON.parse(line))
        ? []
        : ['A line is empty.']
    default:
      return []
  }
}

function reckoning(cells: string[]): string[] {
  return cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell)))
}

function unpacked(bytes: Buffer): string {
  const zip = measuredZip(bytes, 50_000_000)
  if (!zip) throw new Error('It is no zip file.')
  return zip.toString('utf8')
}
