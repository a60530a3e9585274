/** Groups of inputs that are answered as one, and how each came to hold what it holds. */
import type { Insertable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { BundleChangeRow, BundleRow, BundleTable } from './answer-tables.ts'

const ROWS_AT_ONCE = 500

export async function insertBundle(db: Transaction, row: Insertable<BundleTable>): Promise<void> {
  await db.insertInto('bundle').values(row).execute()
}

export function findBundle(db: Database, id: string): Promise<BundleRow | undefined> {
  return db.selectFrom('bundle').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Groups that still hold inputs, the latest first, with how many each holds and how many of them wait for an answer. */
export async function listBundles(
  db: Database,
  consultationId: string,
  limit: number,
): Promise<(BundleRow & { inputs: number; waiting: number })[]> {
  const rows = await db
    .selectFrom('bundle')
    .innerJoin('input', 'input.bundleId', 'bundle.id')
    .selectAll('bundle')
    .select(({ fn }) => [fn.count('input.id').as('inputs'), fn.count('input.outcomeId').as('answered')])
    .where('bundle.consultationId', '=', consultationId)
    .where('bundle.mergedInto', 'is', null)
    .groupBy('bundle.id')
    .orderBy('bundle.madeAt', 'desc')
    .orderBy('bundle.id')
    .limit(limit)
    .execute()
  return rows.map(({ inputs, answered, ...row }) => ({
    ...row,
    inputs: Number(inputs),
    waiting: Number(inputs) - Number(answered),
  }))
}

export async function listBundlesById(db: Database, ids: string[]): Promise<BundleRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('bundle').selectAll().where('id', 'in', ids).execute()
}

export async function updateBundle(
  db: Transaction,
  id: string,
  change: { mergedInto?: string; ownerAccount?: string | null; title?: string },
): Promise<void> {
  await db.updateTable('bundle').set(change).where('id', '=', id).execute()
}

export async function insertBundleChanges(db: Transaction, rows: BundleChangeRow[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('bundleChange').values(some).execute()
}

export function listBundleChanges(db: Database, bundleId: string, limit: number): Promise<BundleChangeRow[]> {
  return db
    .selectFrom('bundleChange')
    .selectAll()
    .where('bundleId', '=', bundleId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Inputs move into a group, or out of any. */
export async function setBundle(db: Transaction, ids: string[], bundleId: string | null): Promise<void> {
  for (const some of chunks(ids, ROWS_AT_ONCE)) {
    await db.updateTable('input').set({ bundleId }).where('id', 'in', some).execute()
  }
}

export async function moveBundle(db: Transaction, from: string, to: string): Promise<void> {
  await db.updateTable('input').set({ bundleId: to }).where('bundleId', '=', from).execute()
}

export async function listIdsOfBundle(db: Database, bundleId: string): Promise<string[]> {
  const rows = await db.selectFrom('input').select('id').where('bundleId', '=', bundleId).orderBy('number').execute()
  return rows.map(({ id }) => id)
}

export async function countBundle(db: Database, bundleId: string): Promise<number> {
  const { count } = await db
    .selectFrom('input')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('bundleId', '=', bundleId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The answer that a group has now: its own last one, if any. */
export async function findAnswerOfBundle(db: Database, bundleId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('outcome')
    .select('id')
    .where('bundleId', '=', bundleId)
    .orderBy('answeredAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
