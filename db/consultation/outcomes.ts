/** Answers and the inputs that they answer. */
import type { Insertable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { ObjectionRow, OutcomeRow, OutcomeTable } from './answer-tables.ts'

const IDS_AT_ONCE = 500

export async function insertOutcome(db: Transaction, row: Insertable<OutcomeTable>): Promise<void> {
  await db.insertInto('outcome').values(row).execute()
}

export function findOutcome(db: Database, id: string): Promise<OutcomeRow | undefined> {
  return db.selectFrom('outcome').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function listOutcomes(db: Database, ids: string[]): Promise<OutcomeRow[]> {
  const found: OutcomeRow[] = []
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    found.push(...(await db.selectFrom('outcome').selectAll().where('id', 'in', some).execute()))
  }
  return found
}

/** Every answer of a consultation after `cursor`, by id: for the one who checks. */
export function pageOfOutcomes(
  db: Database,
  consultationId: string,
  { after, limit }: { after: string; limit: number },
): Promise<OutcomeRow[]> {
  return db
    .selectFrom('outcome')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** The answer that holds now, for some inputs or for all of a group. */
export async function setOutcome(
  db: Transaction,
  touched: { ids: string[] } | { bundleId: string },
  outcomeId: string | null,
): Promise<void> {
  const query = db.updateTable('input').set({ outcomeId })
  if ('bundleId' in touched) return void (await query.where('bundleId', '=', touched.bundleId).execute())
  for (const some of chunks(touched.ids, IDS_AT_ONCE)) await query.where('id', 'in', some).execute()
}

/** By each answer how many inputs share it. */
export async function countSharing(db: Database, consultationId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('input')
    .select(['outcomeId', ({ fn }) => fn.countAll().as('count')])
    .where('consultationId', '=', consultationId)
    .where('outcomeId', 'in', ids)
    .groupBy('outcomeId')
    .execute()
  return new Map(rows.map(({ outcomeId, count }) => [outcomeId ?? '', Number(count)]))
}

/** Answers that stand and say what they changed in one of these versions. */
export function listChangingOutcomes(
  db: Database,
  consultationId: string,
  versionIds: string[],
  limit: number,
): Promise<OutcomeRow[]> {
  return changing(db, consultationId, versionIds).selectAll().orderBy('answeredAt').orderBy('id').limit(limit).execute()
}

export async function countChangingOutcomes(
  db: Database,
  consultationId: string,
  versionIds: string[],
): Promise<number> {
  const { count } = await changing(db, consultationId, versionIds)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function changing(db: Database, consultationId: string, versionIds: string[]) {
  return db
    .selectFrom('outcome')
    .where('consultationId', '=', consultationId)
    .where('blockId', 'is not', null)
    .where('versionId', 'in', versionIds)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('input')
          .select('input.id')
          .whereRef('input.consultationId', '=', 'outcome.consultationId')
          .whereRef('input.outcomeId', '=', 'outcome.id'),
      ),
    )
}

/** Numbers of the inputs that share each of these answers, the lowest first; at most so many of each. */
export async function listNumbersSharing(
  db: Database,
  consultationId: string,
  outcomeIds: string[],
  limit: number,
): Promise<Map<string, number[]>> {
  if (outcomeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom(
      db
        .selectFrom('input')
        .select(['outcomeId', 'number'])
        .select(({ fn }) =>
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('outcomeId').orderBy('number'))
            .as('place'),
        )
        .where('consultationId', '=', consultationId)
        .where('outcomeId', 'in', outcomeIds)
        .as('sharing'),
    )
    .select(['outcomeId', 'number'])
    .where('place', '<=', limit)
    .orderBy('number')
    .execute()
  const numbers = Map.groupBy(rows, ({ outcomeId }) => outcomeId ?? '')
  return new Map([...numbers].map(([id, sharing]) => [id, sharing.map(({ number }) => number)]))
}

/** By kind of answer, how many inputs have it. */
export async function countByHasil(db: Database, consultationId: string): Promise<{ hasil: string; count: number }[]> {
  const rows = await db
    .selectFrom('input')
    .innerJoin('outcome', 'outcome.id', 'input.outcomeId')
    .select(['outcome.hasil', ({ fn }) => fn.countAll().as('count')])
    .where('input.consultationId', '=', consultationId)
    .groupBy('outcome.hasil')
    .execute()
  return rows.map(({ hasil, count }) => ({ hasil, count: Number(count) }))
}

export async function insertObjection(db: Transaction, row: ObjectionRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('objection')
    .values(row)
    .onConflict((conflict) => conflict.column('inputId').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function listObjections(db: Database, inputIds: string[]): Promise<ObjectionRow[]> {
  const found: ObjectionRow[] = []
  for (const some of chunks(inputIds, IDS_AT_ONCE)) {
    found.push(...(await db.selectFrom('objection').selectAll().where('inputId', 'in', some).execute()))
  }
  return found
}

/** Forgets why a writer objected; that they did stays. */
export async function eraseObjectionReason(db: Transaction, id: string): Promise<void> {
  await db.updateTable('objection').set({ reason: '' }).where('id', '=', id).execute()
}

/** Settles what is open of these inputs. @returns the inputs whose objection was settled */
export async function settleObjections(
  db: Transaction,
  inputIds: string[],
  settled: { settledAt: string; settledBy: string; settlement: 'answered-again' | 'confirmed'; note: string | null },
): Promise<string[]> {
  const touched: string[] = []
  for (const some of chunks(inputIds, IDS_AT_ONCE)) {
    const rows = await db
      .updateTable('objection')
      .set(settled)
      .where('inputId', 'in', some)
      .where('settledAt', 'is', null)
      .returning('inputId')
      .execute()
    touched.push(...rows.map(({ inputId }) => inputId))
  }
  return touched
}
