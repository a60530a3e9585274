/** A file of answers as import reads it: once to check every line, once more to store, a few rows in memory at a time. */
import { createHash, type Hash } from 'node:crypto'
import { isRefused, readAnswers, type AnswerRow, type RefusedLine } from './answer-file.ts'
import { LONGEST_COMMENT } from './instruments.ts'
import type { ElementOrder } from './rules/elements.ts'
import { cleaned } from './schema.ts'

export interface ImportFile {
  name: string
  /** The file from its beginning; asked for twice. */
  read(): AsyncIterable<Uint8Array>
}

export interface RefusedLines {
  /** The first thousand. */
  rejected: { line: number; reason: string }[]
  rejectedCount: number
}

export const ROWS_AT_ONCE = 500
const MOST_REJECTED = 1000

/** SHA-256 of the file, its good rows counted, its refused lines named. `whole`: nothing of it can be read. */
export async function checkFile(file: ImportFile, order: ElementOrder) {
  const hash = createHash('sha256')
  const rejected: RefusedLines['rejected'] = []
  const found = { rows: 0, rejectedCount: 0, whole: false }
  for await (const row of fileRows(hashed(file.read(), hash), order)) {
    if (!isRefused(row)) found.rows++
    else {
      found.rejectedCount++
      found.whole ||= row.whole === true
      if (rejected.length < MOST_REJECTED) rejected.push({ line: row.line, reason: row.reason })
    }
  }
  return { ...found, rejected, hash: hash.digest('hex') }
}

/** The file's rows; a comment that is too long is a refused line like any other. */
export async function* fileRows(
  source: AsyncIterable<Uint8Array>,
  order: ElementOrder,
): AsyncGenerator<AnswerRow | RefusedLine> {
  for await (const row of readAnswers(source, { order })) {
    if (isRefused(row) || row.comment === undefined) yield row
    else {
      const comment = cleaned(row.comment)
      const reason = `Saran lebih panjang dari ${LONGEST_COMMENT} huruf.`
      if ([...comment].length > LONGEST_COMMENT) yield { line: row.line, reason }
      else yield { line: row.line, scores: row.scores, ...(comment ? { comment } : {}) }
    }
  }
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: Hash) {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

/** Good rows, so many at a time as one transaction stores. */
export async function* inChunks(rows: AsyncIterable<AnswerRow | RefusedLine>): AsyncGenerator<AnswerRow[]> {
  let chunk: AnswerRow[] = []
  for await (const row of rows) {
    if (isRefused(row)) continue
    chunk.push(row)
    if (chunk.length < ROWS_AT_ONCE) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
