import { createReadStream } from 'node:fs'
import { isUnreadable } from '../sealed-lines.ts'
import { isRefused, readAnswers } from '../survey/answer-file.ts'
import { ELEMENT_ORDERS, type ElementOrder } from '../survey/rules/elements.ts'
import { addAnswer, emptyTally, type Tally } from '../survey/rules/tally.ts'
import { Misused, type Io } from './io.ts'

export type CountedFile = {
  tally: Tally
  rejected: { line: number; reason: string }[]
  /** The header itself was refused, so that no line could be read. */
  unreadable: boolean
}

const SHOWN_REJECTIONS = 20

/** Counts a file of answers; throws Misused when the file can't be opened. */
export async function countFile(path: string, order: ElementOrder): Promise<CountedFile> {
  const counted: CountedFile = { tally: emptyTally(), rejected: [], unreadable: false }
  try {
    for await (const row of readAnswers(createReadStream(path), { order })) {
      if (isRefused(row)) {
        counted.rejected.push({ line: row.line, reason: row.reason })
        counted.unreadable ||= row.whole === true
      } else addAnswer(counted.tally, row.scores)
    }
  } catch (error) {
    throw asUnreadable(error, path)
  }
  return counted
}

/** The declared order of U8 and U9; throws Misused on any other word. */
export function parseOrder(order: string): ElementOrder {
  if (!Object.hasOwn(ELEMENT_ORDERS, order)) throw new Misused(`--order harus regulation atau annex, bukan "${order}".`)
  return order as ElementOrder
}

/** Turns the system's refusal to read a file into a misuse; anything else stays what it was. */
export function asUnreadable(error: unknown, path: string): unknown {
  return isUnreadable(error) ? new Misused(`Berkas ${path} tidak bisa dibaca: ${error.message}`) : error
}

/** Tells which lines weren't counted, the first of them one by one. */
export function reportRejected(io: Io, path: string, rejected: CountedFile['rejected']): void {
  for (const { line, reason } of rejected.slice(0, SHOWN_REJECTIONS)) io.err(`${path}, baris ${line}: ${reason}\n`)
  const more = rejected.length - SHOWN_REJECTIONS
  if (more > 0) io.err(`… dan ${more} baris lain.\n`)
}
