/** How far answering has come. It moves by the difference that an act makes, under the row's lock. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database.ts'

export interface AnswerCounts {
  considered: number
  answered: number
  objected: number
}

/** Which inputs an act touches: some of a consultation, or all of a group. */
export type Touched = { ids: string[] } | { bundleId: string }

const IDS_AT_ONCE = 500

export async function findAnswerCounts(db: Database, consultationId: string): Promise<AnswerCounts> {
  const row = await db
    .selectFrom('answerTally')
    .select(['considered', 'answered', 'objected'])
    .where('tallyOf', '=', consultationId)
    .executeTakeFirst()
  return row ?? { considered: 0, answered: 0, objected: 0 }
}

/** The same of several at once, by their id. */
export async function listAnswerCounts(db: Database, consultationIds: string[]): Promise<Map<string, AnswerCounts>> {
  if (consultationIds.length === 0) return new Map()
  const rows = await db.selectFrom('answerTally').selectAll().where('tallyOf', 'in', consultationIds).execute()
  return new Map(rows.map(({ tallyOf, ...counts }) => [tallyOf, counts]))
}

/** Held until the transaction ends: acts on one consultation's inputs come one after the other. */
export async function lockAnswerTally(db: Transaction, consultationId: string): Promise<void> {
  await db
    .insertInto('answerTally')
    .values({ tallyOf: consultationId, considered: 0, answered: 0, objected: 0 })
    .onConflict((conflict) =>
      conflict.column('tallyOf').doUpdateSet((eb) => ({ answered: eb.ref('answerTally.answered') })),
    )
    .execute()
}

export async function moveAnswerTally(db: Transaction, consultationId: string, by: AnswerCounts): Promise<void> {
  if (by.considered === 0 && by.answered === 0 && by.objected === 0) return
  await db
    .updateTable('answerTally')
    .set((eb) => ({
      considered: eb('considered', '+', by.considered),
      answered: eb('answered', '+', by.answered),
      objected: eb('objected', '+', by.objected),
    }))
    .where('tallyOf', '=', consultationId)
    .execute()
}

/** Of these inputs: how many were taken up, and how many have an answer. */
export async function countTouched(db: Database, touched: Touched): Promise<Omit<AnswerCounts, 'objected'>> {
  const total = { considered: 0, answered: 0 }
  const parts = 'ids' in touched ? inParts(touched.ids).map((ids) => ({ ids })) : [touched]
  for (const part of parts) {
    const { considered, answered } = await countsOf(db)
      .$if('ids' in part, (query) => query.where('id', 'in', 'ids' in part ? part.ids : []))
      .$if('bundleId' in part, (query) => query.where('bundleId', '=', 'bundleId' in part ? part.bundleId : ''))
      .executeTakeFirstOrThrow()
    total.considered += Number(considered)
    total.answered += Number(answered)
  }
  return total
}

/** Counted anew from the rows: for the one who checks. */
export async function recountAnswers(db: Database, consultationId: string): Promise<AnswerCounts> {
  const { considered, answered } = await countsOf(db)
    .where('consultationId', '=', consultationId)
    .executeTakeFirstOrThrow()
  const { objected } = await db
    .selectFrom('objection')
    .innerJoin('input', 'input.id', 'objection.inputId')
    .select(({ fn }) => fn.countAll().as('objected'))
    .where('input.consultationId', '=', consultationId)
    .where('objection.settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { considered: Number(considered), answered: Number(answered), objected: Number(objected) }
}

function countsOf(db: Database) {
  return db
    .selectFrom('input')
    .select(({ fn }) => [
      fn.count(sql`coalesce(bundle_id, owner_account, outcome_id)`).as('considered'),
      fn.count('outcomeId').as('answered'),
    ])
}

function inParts(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, i) =>
    ids.slice(i * IDS_AT_ONCE, (i + 1) * IDS_AT_ONCE),
  )
}
