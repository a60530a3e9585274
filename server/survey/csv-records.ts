/** Text as it arrives: bytes or pieces of text, in any number of chunks. */
export type TextSource = string | AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/** A physical line, counted from 1, without its line break. */
export type PhysicalLine = { line: number; text: string }

/** A record with the physical line where it begins: its fields, or why it can't be read. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; broken: 'quotes' | 'too-long' }

const LONGEST_LINE = 1_000_000
const LONGEST_RECORD_LINES = 200

/**
 * The physical lines of a text in UTF-8, ended by LF or CRLF, as they arrive; a byte order mark is dropped and a byte
 * that isn't UTF-8 becomes U+FFFD. A line beyond a million characters is cut there and is the last.
 */
export async function* readLines(source: TextSource): AsyncGenerator<PhysicalLine> {
  const decoder = new TextDecoder('utf-8')
  let line = 0
  let rest = ''
  for await (const chunk of typeof source === 'string' ? [source] : source) {
    const text: string = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const pieces = (rest + text).split('\n')
    rest = pieces.pop()!
    for (const piece of pieces) yield { line: ++line, text: clean(piece, line) }
    if (rest.length > LONGEST_LINE) break
  }
  rest += decoder.decode()
  if (rest !== '') yield { line: ++line, text: clean(rest, line).slice(0, LONGEST_LINE + 1) }
}

/**
 * Joins physical lines into records. A quoted field may hold separators, doubled quotes and line breaks. A record whose
 * quotes are broken costs its first line only: reading goes on with the line after it, so that one stray quote doesn't
 * swallow the rest of the file. Empty lines are left out.
 */
export async function* readRecords(lines: AsyncIterable<PhysicalLine>, separator: string): AsyncGenerator<CsvRecord> {
  const iterator = lines[Symbol.asyncIterator]()
  const waiting: PhysicalLine[] = []
  const next = async () => waiting.shift() ?? (await iterator.next()).value
  for (let first = await next(); first; first = await next()) {
    const { line, text } = first
    if (text.length > LONGEST_LINE) yield { line, broken: 'too-long' }
    else if (!text.includes('"')) {
      if (text.trim() !== '') yield { line, fields: text.split(separator) }
    } else {
      const taken: PhysicalLine[] = []
      let whole = text
      let fields = splitQuoted(whole, separator)
      while (fields === 'open' && taken.length < LONGEST_RECORD_LINES) {
        const more = await next()
        if (!more) break
        taken.push(more)
        whole += `\n${more.text}`
        fields = splitQuoted(whole, separator)
      }
      if (Array.isArray(fields)) yield { line, fields }
      else {
        waiting.unshift(...taken)
        yield { line, broken: 'quotes' }
      }
    }
  }
}

/** The fields of a record; "open" when a quoted field hasn't ended yet, "broken" when a quote stands where none may. */
export function splitQuoted(record: string, separator: string): string[] | 'open' | 'broken' {
  const fields: string[] = []
  for (let at = 0; ; ) {
    const opening = /^[ \t]*"/.exec(record.slice(at, at + 50))
    let end: number
    if (opening) {
      const close = closingQuote(record, at + opening[0].length)
      if (close < 0) return 'open'
      fields.push(record.slice(at + opening[0].length, close).replaceAll('""', '"'))
      end = close + 1
      while (record[end] === ' ' || record[end] === '\t') end++
      if (end < record.length && record[end] !== separator) return 'broken'
    } else {
      end = record.indexOf(separator, at)
      if (end < 0) end = record.length
      const field = record.slice(at, end)
      if (field.includes('"')) return 'broken'
      fields.push(field)
    }
    if (end >= record.length) return fields
    at = end + 1
  }
}

function closingQuote(record: string, from: number): number {
  for (let at = record.indexOf('"', from); at >= 0; at = record.indexOf('"', at + 2)) {
    if (record[at + 1] !== '"') return at
  }
  return -1
}

function clean(piece: string, line: number): string {
  const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece
  return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text
}
