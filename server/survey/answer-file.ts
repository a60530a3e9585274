import { readColumns, shorten, type AnswerColumns } from './answer-columns.ts'
import {
  readLines,
  readRecords,
  type CsvRecord,
  type Damage,
  type PhysicalLine,
  type TextSource,
} from '../csv-records.ts'
import { ELEMENT_KEYS, ELEMENT_NAMES, type ElementOrder, type Score, type Scores } from './rules/elements.ts'

export type AnswerFileOptions = {
  /** What U8 and U9 stand for; `regulation` unless declared. */
  order?: ElementOrder
  /** Names of profile columns that may stand in the file; their values are handed on as they are. */
  profile?: readonly string[]
}

export type AnswerRow = { line: number; scores: Scores; comment?: string; respondent?: Record<string, string> }

/** A line that can't be counted, and why, in plain Indonesian; `whole` when nothing of the file can be read. */
export type RefusedLine = { line: number; reason: string; whole?: true }

const DAMAGES: Readonly<Record<Damage, string>> = {
  quotes: 'Tanda kutip tidak berpasangan.',
  'too-long': 'Baris terlalu panjang; sisa berkas tidak dibaca.',
  nul: 'Ada bita NUL; berkas mungkin rusak.',
  encoding: 'Ada huruf yang tidak terbaca; simpan berkas sebagai CSV UTF-8.',
}

/**
 * Reads a file of answers, one respondent a row, as spreadsheets write it: comma or semicolon (taken from the header),
 * byte order mark, CRLF, a first line "sep=;", unnamed empty columns at the end, rows of nothing but separators
 * (left out, like empty lines). Blank means not answered. Yields each row, or its refusal, as it is read. `line` is the
 * physical line of the file where the record begins, so the header is line 1, or 2 below "sep=;". A header that can't
 * be used yields one refusal of the whole file.
 */
export async function* readAnswers(
  source: TextSource,
  { order = 'regulation', profile = [] }: AnswerFileOptions = {},
): AsyncGenerator<AnswerRow | RefusedLine> {
  const lines = readLines(source)
  try {
    const start = await findHeader(lines)
    if ('reason' in start) return yield start
    const records = readRecords(prepend(start.header, lines), start.separator)
    const columns = columnsOf((await records.next()).value, order, profile)
    if ('reason' in columns) return yield columns
    for await (const record of records) if (!isEmpty(record, columns)) yield readRow(record, columns)
  } finally {
    await lines.return(undefined)
  }
}

/** Is this a refusal, rather than a row? */
export function isRefused(row: AnswerRow | RefusedLine): row is RefusedLine {
  return 'reason' in row
}

async function findHeader(
  lines: AsyncGenerator<PhysicalLine>,
): Promise<{ header: PhysicalLine; separator: string } | RefusedLine> {
  let separator: string | undefined
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { line, text } = next.value
    const declared = line === 1 ? /^"?sep=([,;])"?$/i.exec(text.trim()) : null
    if (declared) separator = declared[1]
    else if (/\0/.test(text) || text.startsWith('\uFFFD\uFFFD')) {
      return { line, reason: 'Berkas tersimpan sebagai UTF-16 atau bukan teks; simpan sebagai CSV UTF-8.', whole: true }
    } else if (text.includes('\r')) {
      return { line, reason: 'Baris dipisah dengan CR saja; simpan ulang sebagai CSV UTF-8.', whole: true }
    } else if (text.trim() !== '') return { header: next.value, separator: separator ?? separatorOf(text) }
  }
  return { line: 1, reason: 'Berkas kosong: baris judul kolom tidak ada.', whole: true }
}

// Official names hold commas, none holds a semicolon.
function separatorOf(header: string): string {
  return header.replace(/"[^"]*"?/g, '').includes(';') ? ';' : ','
}

function columnsOf(header: CsvRecord, order: ElementOrder, profile: readonly string[]): AnswerColumns | RefusedLine {
  const { line } = header
  if ('damage' in header) return { line, reason: DAMAGES[header.damage], whole: true }
  const columns = readColumns(header.fields, order, profile)
  return 'reason' in columns ? { line, reason: columns.reason, whole: true } : columns
}

// A spreadsheet writes rows that once held something as separators alone.
function isEmpty(record: CsvRecord, columns: AnswerColumns): boolean {
  if ('damage' in record || checkShape(record.fields, columns)) return false
  return record.fields.every((cell) => cell.trim() === '')
}

function readRow(record: CsvRecord, columns: AnswerColumns): AnswerRow | RefusedLine {
  const { line } = record
  if ('damage' in record) return { line, reason: DAMAGES[record.damage] }
  const { fields } = record
  const shape = checkShape(fields, columns)
  if (shape) return { line, reason: shape }
  const scores = {} as Scores
  let answered = 0
  for (const [i, key] of ELEMENT_KEYS.entries()) {
    const cell = fields[columns.elements[i]!]!.trim()
    const score = cell === '' ? null : toScore(cell)
    if (score === undefined) {
      return { line, reason: `Unsur ${ELEMENT_NAMES[key]} berisi "${shorten(cell)}"; hanya 1, 2, 3, 4 atau kosong.` }
    }
    if (score !== null) answered++
    scores[key] = score
  }
  if (answered === 0) return { line, reason: 'Tidak ada jawaban: kesembilan unsur kosong.' }
  return { line, scores, ...readRest(fields, columns) }
}

function checkShape(fields: readonly string[], { width, widest }: AnswerColumns): string | null {
  if (fields.length < width || fields.length > widest) {
    return `Jumlah kolom ${fields.length}, seharusnya ${width}.`
  }
  if (fields.length === width) return null
  return fields.slice(width).every((cell) => cell.trim() === '') ? null : 'Ada isi di kolom tanpa judul.'
}

function readRest(fields: readonly string[], columns: AnswerColumns): Pick<AnswerRow, 'comment' | 'respondent'> {
  const rest: Pick<AnswerRow, 'comment' | 'respondent'> = {}
  const comment = columns.comment === null ? '' : fields[columns.comment]!.trim()
  if (comment !== '') rest.comment = comment
  for (const { name, column } of columns.profile) {
    const value = fields[column]!.trim()
    if (value !== '') (rest.respondent ??= {})[name] = value
  }
  return rest
}

// Only the plain digit: "3.0", "1e0" or a digit of another script is a sign that the file isn't what it seems.
function toScore(cell: string): Score | undefined {
  switch (cell) {
    case '1':
      return 1
    case '2':
      return 2
    case '3':
      return 3
    case '4':
      return 4
    default:
      return undefined
  }
}

async function* prepend(first: PhysicalLine, rest: AsyncIterable<PhysicalLine>): AsyncGenerator<PhysicalLine> {
  yield first
  yield* rest
}
