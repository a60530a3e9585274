/** A resident's answer: checked, stored once, and answered with a receipt that proves it without showing it. */
import { createHmac } from 'node:crypto'
import type { Database } from '#db/database.ts'
import { findSurveyId } from '#db/survey/surveys.ts'
import { Refused } from '../errors.ts'
import { bodyIssues, type Issues } from '../forms.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { formatCode, receiptHash, surveyReceiptCode } from '../ledger/receipts.ts'
import type { Scope } from '../scope.ts'
import { enter } from './intake.ts'
import { notice } from './recent-answers.ts'
import { isStrongKey } from './rules/answer-key.ts'
import { writeMark } from './rules/marks.ts'
import { writeScores } from './rules/scores.ts'
import { answerSchema, type AnswerBody } from './schema.ts'
import { sealSoon } from './sealing-clock.ts'

export type Submission =
  | { kind: 'received'; receipt: string; first: boolean }
  | { kind: 'refused'; reason: 'bad-key' | 'not-open' | 'closed' }
  /** Another answer is stored under this key; it stays, and this is its receipt. */
  | { kind: 'refused'; reason: 'other-body'; receipt: string }
  | { kind: 'invalid'; issues: Issues }

/** How an answer came. `seconds` between showing the form and sending it, where there was a form. */
export interface Way {
  channel: 'web' | 'tablet' | 'api'
  seconds?: number
}

/**
 * Stores an answer once, whatever line is cut and however often it is sent again: the same key and body get the same
 * receipt on every node, also after closing. `body` is the API's (`answerSchema`); a page reads its form with
 * `answerFormSchema` first and passes what came of it. The receipt is formatted for reading.
 * @throws Refused not-found
 */
export async function submitAnswer(
  scope: Scope,
  slug: string,
  key: string,
  body: unknown,
  way: Way = { channel: 'web' },
): Promise<Submission> {
  if (!isStrongKey(key)) return { kind: 'refused', reason: 'bad-key' }
  const reading = answerSchema.safeParse(body)
  if (!reading.success) return { kind: 'invalid', issues: bodyIssues(reading.error) }
  const surveyId = await surveyIdOf(scope.db, slug)
  const code = surveyReceiptCode(surveyId, key)
  const hash = receiptHash(code)
  const columns = columnsOf(reading.data)
  const flags = notice(scope.db, surveyId, {
    receiptHash: hash,
    scores: columns.scores,
    at: scope.now.getTime(),
    seconds: way.seconds,
  })
  const entry = await enter(scope, {
    surveyId,
    receiptHash: hash,
    tag: tagOf(key, reading.data),
    answer: { ...columns, mark: writeMark(way.channel, flags) },
    at: scope.now,
  })
  const receipt = formatCode(code)
  switch (entry) {
    case 'first':
      sealSoon(scope, surveyId)
      return { kind: 'received', receipt, first: true }
    case 'again':
      return { kind: 'received', receipt, first: false }
    case 'other-body':
      return { kind: 'refused', reason: entry, receipt }
    default:
      return { kind: 'refused', reason: entry }
  }
}

/** Binds a key to a body, so that another one under the same key can be told. */
export function tagOf(key: string, body: AnswerBody): string {
  return createHmac('sha256', key)
    .update(jcs(body as unknown as Json))
    .digest('hex')
}

/** A body as its row holds it. */
export function columnsOf({ answers, comment, respondent }: AnswerBody) {
  const profile = Object.keys(respondent).length > 0 ? JSON.stringify(respondent) : null
  return { scores: writeScores(answers), profile, comment }
}

const ids = new WeakMap<Database, Map<string, string>>()

/** A slug's survey never changes once it is there, so it is asked for once. */
async function surveyIdOf(db: Database, slug: string): Promise<string> {
  const known = ids.get(db) ?? new Map<string, string>()
  ids.set(db, known)
  const id = known.get(slug) ?? (await findSurveyId(db, slug))
  if (!id) throw new Refused('not-found')
  known.set(slug, id)
  return id
}
