/**
 * Sealing: answers that wait are drawn, rewritten in random order, counted into the tally and bound to the ledger by one
 * entry. Answers and receipts are drawn apart, and nothing that a row or the database keeps of when it came survives.
 */
import { randomInt } from 'node:crypto'
import { insertAnswers, listWaitingAnswerIds, takeAnswers, wipeRewritten } from '#db/survey/answers.ts'
import { insertBatch, lockTally, updateTally } from '#db/survey/batches.ts'
import { forgetDeskEntries } from '#db/survey/sheets.ts'
import { countReceipts, listWaitingReceiptHashes } from '#db/survey/receipts.ts'
import { listCollectingSurveys } from '#db/survey/surveys.ts'
import type { TallyRow } from '#db/survey/tables.ts'
import type { Transaction } from '#db/database.ts'
import { newId } from '../ids.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import { merkleRoot } from '../ledger/merkle.ts'
import { transaction, type Scope } from '../scope.ts'
import { sealAnswer } from './answer-seal.ts'
import { addMovement, markTally, movementOf, type Movement } from './movement.ts'
import { countMarks, type MarkMovement } from './rules/marks.ts'

/** When so many wait, all but KEPT_BACK are sealed: so at least ten are sealed, and ten stay to hide the next ones. */
const ENOUGH = 20
export const KEPT_BACK = 10
const MOST_AT_ONCE = 2000

/** Seals what may be sealed while a survey collects. Says how many it sealed. */
export async function sealWaiting(scope: Scope, surveyId: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await transaction(scope, async (inner) => {
      const tally = await lockTally(inner.db, inner.engine, surveyId)
      return tally ? sealDrawn(inner, tally, KEPT_BACK) : 0
    })
    if (count === 0) break
    sealed += count
  }
  if (sealed > 0) await forgetTraces(scope)
  return sealed
}

/** Seals all that waits, in the caller's transaction, behind the exclusive half of the intake's lock. */
export async function sealAll(inner: Scope<Transaction>, surveyId: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const tally = await lockTally(inner.db, inner.engine, surveyId)
    const count = tally ? await sealDrawn(inner, tally, 0) : 0
    if (count === 0) return sealed
    sealed += count
  }
}

/**
 * Every survey that collects: after a start, and for the job that catches what a stopped process left waiting. Wipes again
 * what an earlier sealing couldn't, because it was stopped in between or someone was reading.
 */
export async function sealEverywhere(scope: Scope): Promise<number> {
  let sealed = 0
  for (const id of await listCollectingSurveys(scope.db)) sealed += await sealWaiting(scope, id)
  await forgetTraces(scope)
  return sealed
}

/** Removes the earlier versions of rewritten rows from the database's files. Outside any transaction. */
export function forgetTraces({ db, engine }: Scope): Promise<void> {
  return wipeRewritten(db, engine)
}

async function sealDrawn(inner: Scope<Transaction>, tally: TallyRow, keptBack: number): Promise<number> {
  const { db } = inner
  const limit = MOST_AT_ONCE + KEPT_BACK
  // What was entered at the desk today may still be voided, and is none of the ten that are kept back.
  const waiting = { limit, held: keptBack > 0 ? dateInJakarta(inner.now) : null }
  const waitingReceipts = await listWaitingReceiptHashes(db, tally.surveyId, waiting)
  const waitingAnswers = await listWaitingAnswerIds(db, tally.surveyId, waiting)
  const least = Math.min(waitingReceipts.length, waitingAnswers.length)
  if (keptBack > 0 && least < ENOUGH) return 0
  // What would be left for the next batch is never fewer than ten.
  const take = (waiting: number) => (keptBack > 0 ? least - keptBack : waiting === limit ? MOST_AT_ONCE : waiting)
  const receipts = draw(waitingReceipts, take(waitingReceipts.length))
  const drawn = draw(waitingAnswers, take(waitingAnswers.length))
  if (receipts.length === 0 && drawn.length === 0) return 0
  const batchId = newId()
  const taken = await takeAnswers(db, drawn)
  const answers = taken.map((row) => sealAnswer(row, batchId))
  await insertAnswers(
    db,
    answers.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  await countReceipts(db, receipts, batchId)
  await forgetDeskEntries(db, tally.surveyId, { answers: drawn, receipts })
  await enterBatch(inner, tally, {
    id: batchId,
    source: 'intake',
    answers: bound(answers.map(({ commitment }) => commitment)),
    receipts: bound(receipts),
    movement: movementOf(answers),
    marks: countMarks(taken),
    mayShow: keptBack > 0,
  })
  return Math.max(answers.length, receipts.length)
}

/** How many leaves, and the root of the Merkle tree over them in sorted order. */
export interface Bound {
  count: number
  root: string
}

export interface NewBatch {
  id: string
  source: 'intake' | 'import'
  answers: Bound
  receipts: Bound
  movement: Movement
  /** Added to the survey's totals alone: a batch keeps none, or it would say of whom it has answers. */
  marks: MarkMovement
  /** Whether ten more answers are sure to follow, so that the tally may be shown while the survey is open. */
  mayShow: boolean
}

export function bound(leavesHex: string[]): Bound {
  return { count: leavesHex.length, root: merkleRoot(leavesHex.toSorted()) }
}

/** Moves the tally, stores the batch and records its entry. The caller holds the tally's lock. Returns its number. */
export async function enterBatch(inner: Scope<Transaction>, tally: TallyRow, batch: NewBatch): Promise<number> {
  const { db, now } = inner
  const { id, source, answers, receipts, movement } = batch
  const number = tally.batches + 1
  const roots = { receiptsRoot: receipts.root, answersRoot: answers.root }
  await updateTally(
    db,
    markTally(addMovement({ ...tally, batches: number }, movement, batch.mayShow), tally, batch.marks),
  )
  await insertBatch(db, {
    id,
    surveyId: tally.surveyId,
    number,
    source,
    sealedOn: dateInJakarta(now),
    ...roots,
    answers: answers.count,
    receipts: receipts.count,
    opened: 0,
    touchedAt: null,
    movement: JSON.stringify(movement.integers),
    profile: JSON.stringify(movement.profile),
  })
  inner.record({
    kind: 'survey.sealed',
    subject: tally.surveyId,
    fields: {
      batch: number,
      source,
      count: answers.count,
      receipts: receipts.count,
      ...roots,
      movement: movement.integers,
      profile: movement.profile,
    },
    closed: ['movement', 'profile'],
  })
  return number
}

/** So many of the list, drawn at random, in sorted order: neither says which came first. */
function draw(list: string[], count: number): string[] {
  const pool = [...list]
  for (let i = 0; i < count; i++) {
    const j = randomInt(i, pool.length)
    ;[pool[i], pool[j]] = [pool[j]!, pool[i]!]
  }
  return pool.slice(0, count).sort()
}
