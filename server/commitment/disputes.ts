/** "This isn't done": anyone may say so of what is said to be done, with a reason; the owner must answer. Both are public. */
import { createHmac } from 'node:crypto'
import {
  findCommitmentById,
  listEventsOf,
  lockCommitment,
  type PlacedCommitmentRow,
} from '#db/commitment/commitments.ts'
import {
  DISPUTE_SUBJECT,
  findDisputeByReceipt,
  insertDispute,
  listDisputes,
  updateDispute,
} from '#db/commitment/disputes.ts'
import type { CommitmentDisputeRow } from '#db/commitment/tables.ts'
import type { Transaction } from '#db/database.ts'
import { eraseFields } from '#db/ledger/fields.ts'
import { may } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { formatCode, receiptCode, receiptHash } from '../ledger/receipts.ts'
import type { Suspicion } from '../moderation/rules/suspicion.ts'
import { eraseText, takeText } from '../moderation/texts.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { isStrongKey } from '../survey/rules/answer-key.ts'
import { listRecordedActs } from '../survey/recorded-acts.ts'
import { getCommitment, getCommitmentRow, type CommitmentView } from './commitments.ts'
import { factsOf, placeOf } from './facts.ts'
import { tellFollowers } from './news.ts'
import { disputeAnswerSchema, disputeSchema } from './schema.ts'
import { storeStep } from './steps.ts'

export type DisputeSubmission =
  | { kind: 'received'; receipt: string; number: number; state: 'shown' | 'held' }
  /** `not-done`: nobody says that it is done. */
  | { kind: 'refused'; reason: 'bad-key' | 'not-done' }
  | { kind: 'refused'; reason: 'other-body'; receipt: string }
  | { kind: 'invalid'; issues: Issues; values: Record<string, string> }

/**
 * Stores what somebody says, once: the same key and reason get the same receipt, also when the work is taken up meanwhile.
 * Issues: reason: required, too-short, too-long. @throws Refused not-found
 */
export async function disputeCommitment(
  scope: Scope,
  slug: string,
  input: { reason: string },
  { key, suspicion = [] }: { key: string; suspicion?: Suspicion[] },
): Promise<DisputeSubmission> {
  const row = await getCommitmentRow(scope, slug)
  if (!isStrongKey(key)) return { kind: 'refused', reason: 'bad-key' }
  const reading = readInput(disputeSchema, input)
  if (!reading.ok) return { kind: 'invalid', issues: reading.issues, values: reading.values }
  const { reason } = reading.value
  const code = receiptCode('dispute', row.id, key)
  const [receipt, hash] = [formatCode(code), receiptHash(code)]
  const tag = createHmac('sha256', key).update(reason).digest('hex')
  return transaction(scope, async (inner): Promise<DisputeSubmission> => {
    await lockCommitment(inner.db, inner.engine, row.id)
    const known = await findDisputeByReceipt(inner.db, hash)
    if (known && known.tag !== tag) return { kind: 'refused', reason: 'other-body', receipt }
    if (known) return { kind: 'received', receipt, number: known.number, state: 'shown' }
    const { status } = factsOf(row, await listEventsOf(inner.db, [row.id]), scope.now)
    if (status !== 'done') return { kind: 'refused', reason: 'not-done' }
    const stored = await storeDispute(inner, row, { reason, receiptHash: hash, tag }, suspicion)
    return { kind: 'received', receipt, ...stored }
  })
}

async function storeDispute(
  scope: Scope<Transaction>,
  row: PlacedCommitmentRow,
  given: { reason: string; receiptHash: string; tag: string },
  suspicion: Suspicion[],
): Promise<{ number: number; state: 'shown' | 'held' }> {
  const number = (await listDisputes(scope.db, row.id)).length + 1
  const dispute = { ...given, id: newId(), commitmentId: row.id, number, at: scope.now.toISOString() }
  await insertDispute(scope.db, { ...dispute, answer: null, answeredBy: null, answeredAt: null })
  scope.record({
    kind: 'commitment.disputed',
    subject: row.id,
    fields: { title: row.what, number, reason: given.reason },
    closed: ['reason'],
  })
  await tellFollowers(scope, row.id, { what: 'disputed', number })
  const { state } = await takeText(scope, {
    subject: { kind: DISPUTE_SUBJECT, id: dispute.id },
    place: { ...placeOf(row), regionCode: row.regionCode },
    text: given.reason,
    title: row.what,
    path: `${pathTo('id', 'commitment', { slug: row.slug })}#${disputeAnchor(number)}`,
    before: false,
    author: { receiptHash: given.receiptHash },
    suspicion,
  })
  return { number, state }
}

/** Where a dispute stands on its commitment's page. */
export function disputeAnchor(number: number): string {
  return `belum-selesai-${number}`
}

/**
 * The owner's answer, once; with `again` the work is taken up again, for that reason.
 * Issues: answer: required, too-short, too-long.
 * @throws Refused not-found, forbidden, conflict (dispute-answered; commitment-step: it isn't said to be done any more)
 */
export async function answerDispute(
  scope: Scope,
  slug: string,
  number: number,
  input: { answer: string; again?: boolean | string },
): Promise<Outcome<{ commitment: CommitmentView }>> {
  const row = await getCommitmentRow(scope, slug)
  if (!may(scope.actor, 'commitment.keep', placeOf(row))) throw new Refused('forbidden')
  const reading = readInput(disputeAnswerSchema, input)
  if (!reading.ok) return reading
  const { answer, again } = reading.value
  await transaction(scope, async (inner) => {
    await lockCommitment(inner.db, inner.engine, row.id)
    const dispute = (await listDisputes(inner.db, row.id)).find((one) => one.number === number)
    if (!dispute) throw new Refused('not-found')
    if (dispute.answeredAt !== null) throw new Refused('conflict', 'dispute-answered')
    const answered = { answer, answeredBy: scope.actor?.accountId ?? '', answeredAt: scope.now.toISOString() }
    await updateDispute(inner.db, dispute.id, answered)
    await tellFollowers(inner, row.id, { what: 'answered', number })
    const fields = { title: row.what, number, answer, again }
    inner.record({ kind: 'commitment.dispute-answered', subject: row.id, fields })
    if (again) await takeUpAgain(inner, row, answer)
  })
  return { ok: true, commitment: await getCommitment(scope, slug) }
}

async function takeUpAgain(scope: Scope<Transaction>, row: PlacedCommitmentRow, reason: string): Promise<void> {
  const before = factsOf(row, await listEventsOf(scope.db, [row.id]), scope.now)
  if (before.status !== 'done') throw new Refused('conflict', 'commitment-step')
  const nothing = { reasonCode: null, evidenceText: null, evidenceUrl: null, dueOn: null }
  await storeStep(scope, before, { step: 'running', reason, ...nothing })
}

export interface OwnDispute {
  dispute: CommitmentDisputeRow
  commitment: PlacedCommitmentRow
}

/** What a receipt's code is of; undefined for a code of nothing. @param hash of the canonical code */
export async function findOwnDispute({ db }: Pick<Scope, 'db'>, hash: string): Promise<OwnDispute | undefined> {
  const dispute = await findDisputeByReceipt(db, hash)
  const commitment = dispute && (await findCommitmentById(db, dispute.commitmentId))
  return commitment && { dispute, commitment }
}

/** Its writer's own words go; that somebody said so stays. @throws Refused conflict if they went before */
export async function eraseDispute(scope: Scope<Transaction>, { dispute, commitment }: OwnDispute): Promise<void> {
  if (dispute.reason === null) throw new Refused('conflict')
  await updateDispute(scope.db, dispute.id, { reason: null, tag: null })
  await eraseText(scope, { kind: DISPUTE_SUBJECT, id: dispute.id })
  const { number } = dispute
  const act = (await listRecordedActs(scope.db, commitment.id)).find(
    ({ kind, fields }) => kind === 'commitment.disputed' && fields.number === number,
  )
  if (act) await eraseFields(scope.db, act.seq, ['reason'])
  scope.record({
    kind: 'commitment.dispute-erased',
    subject: commitment.id,
    fields: { title: commitment.what, number },
  })
}
