/** Text as it arrives: bytes in UTF-8 or pieces of text, in any number of chunks. */
export type TextSource = string | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/** A physical line, counted from 1, without its line break. */
export type PhysicalLine = { line: number; text: string }

/** Why a record can't be read: its quotes, a line without end, a NUL byte, or bytes that aren't UTF-8. */
export type Damage = 'quotes' | 'too-long' | 'nul' | 'encoding'

/** A record with the physical line where it begins. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; damage: Damage }

const LONGEST_LINE = 1_000_000
const MOST_LINES_IN_RECORD = 200

/**
 * The physical lines of a text, ended by LF or CRLF, as they arrive. A byte order mark is dropped; a byte that isn't
 * UTF-8 becomes U+FFFD. A line beyond a million characters is the last: what follows isn't read.
 */
export async function* readLines(source: TextSource): AsyncGenerator<PhysicalLine> {
  const decoder = new TextDecoder('utf-8')
  let line = 0
  let rest = ''
  for await (const chunk of typeof source === 'string' ? [source] : source) {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = pieces.pop()!
    for (const piece of pieces) yield toLine(piece, ++line)
    if (rest.length > LONGEST_LINE) break
  }
  rest += decoder.decode()
  if (rest !== '') yield toLine(rest, ++line)
}

/**
 * Joins physical lines into records. A quoted field may hold separators, doubled quotes and line breaks. A record whose
 * quotes are broken costs its first line only: reading goes on with the line after it, so that one stray quote doesn't
 * swallow the rest of the file. Empty lines are left out.
 */
export async function* readRecords(lines: AsyncIterable<PhysicalLine>, separator: string): AsyncGenerator<CsvRecord> {
  const iterator = lines[Symbol.asyncIterator]()
  const waiting: PhysicalLine[] = []
  const next = async (): Promise<PhysicalLine | undefined> => waiting.shift() ?? (await iterator.next()).value
  for (let first = await next(); first; first = await next()) {
    const { line, text } = first
    const damage = damageOf(text)
    if (damage) yield { line, damage }
    else if (text.includes('"')) yield { line, ...(await readQuoted(text, separator, next, waiting)) }
    else if (text.trim() !== '') yield { line, fields: text.split(separator) }
  }
}

/** The fields of a record; "open" when a quoted field hasn't ended yet, "broken" when a quote stands where none may. */
function splitRecord(record: string, separator: string): string[] | 'open' | 'broken' {
  const fields: string[] = []
  for (let at = 0; ; at++) {
    const start = skipBlanks(record, at)
    if (record[start] === '"') {
      const close = closingQuote(record, start + 1)
      if (close < 0) return 'open'
      fields.push(record.slice(start + 1, close).replaceAll('""', '"'))
      at = skipBlanks(record, close + 1)
      if (at < record.length && record[at] !== separator) return 'broken'
    } else {
      const end = record.indexOf(separator, at)
      const field = record.slice(at, end < 0 ? undefined : end)
      if (field.includes('"')) return 'broken'
      fields.push(field)
      at += field.length
    }
    if (at >= record.length) return fields
  }
}

async function readQuoted(
  first: string,
  separator: string,
  next: () => Promise<PhysicalLine | undefined>,
  waiting: PhysicalLine[],
): Promise<{ fields: string[] } | { damage: Damage }> {
  const taken: PhysicalLine[] = []
  let record = first
  let fields = splitRecord(record, separator)
  while (fields === 'open' && taken.length < MOST_LINES_IN_RECORD) {
    const more = await next()
    if (!more) break
    taken.push(more)
    if (damageOf(more.text)) break
    record += `\n${more.text}`
    fields = splitRecord(record, separator)
  }
  if (Array.isArray(fields)) return { fields }
  waiting.unshift(...taken)
  return { damage: 'quotes' }
}

function damageOf(text: string): Damage | null {
  if (text.length > LONGEST_LINE) return 'too-long'
  if (text.includes('\0')) return 'nul'
  return text.includes('\uFFFD') ? 'encoding' : null
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from)
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2)
  return at
}

function skipBlanks(record: string, from: number): number {
  let at = from
  while (record[at] === ' ' || record[at] === '\t') at++
  return at
}

function toLine(piece: string, line: number): PhysicalLine {
  const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece
  return { line, text: line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text }
}
