/** "430 masukan diterima · 425 dibahas · 412 dijawab": out of kept counts, so that it costs the same for any number. */
import { findLongestWaiting } from '#db/consultation/answered-inputs.ts'
import { findAnswerCounts } from '#db/consultation/answer-tally.ts'
import { findConsultationById, type PlacedConsultation } from '#db/consultation/consultations.ts'
import type { Database } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { coverageOn, type Coverage } from './rules/coverage.ts'

/** Three queries. @throws Refused not-found */
export async function coverage(db: Database, consultationId: string, now = new Date()): Promise<Coverage> {
  const row = await findConsultationById(db, consultationId)
  if (!row) throw new Refused('not-found')
  return coverageOf(db, row, now)
}

/** The same for a row at hand. */
export async function coverageOf(db: Database, row: PlacedConsultation, now: Date): Promise<Coverage> {
  const counts = await findAnswerCounts(db, row.id)
  const first = counts.answered < row.inputsTaken ? await findLongestWaiting(db, row.id) : undefined
  const oldest = first ? { number: first.number, since: dayIn(new Date(first.arrivedAt), row.timezone) } : null
  return coverageOn({ received: row.inputsTaken, ...counts, oldest, answerBy: row.answerBy }, dayIn(now, row.timezone))
}
