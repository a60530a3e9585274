import { sql, type Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { BatchRow, BatchTable, TallyRow } from './tables.ts'

/** Whoever holds it is the only one to move this survey's tally. A transaction on SQLite already holds the write lock. */
export function lockTally(db: Transaction, engine: Engine, surveyId: string): Promise<TallyRow | undefined> {
  return db
    .selectFrom('tally')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst()
}

/**
 * Waits for every answer that is being taken in and keeps further ones out until the transaction ends. SQLite has one
 * writer, so there is nothing to wait for.
 */
export async function lockIntake(db: Transaction, engine: Engine, surveyId: string): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${intakeLock(surveyId)}::bigint)`.execute(db)
}

/** The number under which a survey's intake is locked. */
export function intakeLock(surveyId: string): string {
  return BigInt.asIntN(64, BigInt(`0x${surveyId.slice(0, 16)}`)).toString()
}

export function findTally(db: Database, surveyId: string): Promise<TallyRow | undefined> {
  return db.selectFrom('tally').selectAll().where('surveyId', '=', surveyId).executeTakeFirst()
}

export async function insertTally(db: Transaction, tally: TallyRow): Promise<void> {
  await db.insertInto('tally').values(tally).execute()
}

export async function updateTally(db: Transaction, { surveyId, ...tally }: TallyRow): Promise<void> {
  await db.updateTable('tally').set(tally).where('surveyId', '=', surveyId).execute()
}

export async function insertBatch(db: Database, batch: Insertable<BatchTable>): Promise<void> {
  await db.insertInto('batch').values(batch).execute()
}

/** Notes that an import is still arriving. False if it was swept meanwhile. */
export async function touchBatch(db: Database, id: string, touchedAt: string): Promise<boolean> {
  const result = await db
    .updateTable('batch')
    .set({ touchedAt })
    .where('id', '=', id)
    .where('sealedOn', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function markOpened(db: Transaction, ids: string[]): Promise<void> {
  for (const id of ids) await db.updateTable('batch').set({ opened: 1 }).where('id', '=', id).execute()
}

export function findBatch(db: Database, id: string): Promise<BatchRow | undefined> {
  return db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The sealed batches of a survey in order. */
export function listBatches(db: Database, surveyId: string): Promise<BatchRow[]> {
  return db
    .selectFrom('batch')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .where('sealedOn', 'is not', null)
    .orderBy('number')
    .execute()
}

/** Also those of imports that are still arriving. */
export async function listAllBatchIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('batch').select('id').execute()
  return rows.map((row) => row.id)
}

/** Imports that stopped arriving before an instant. */
export function listCutOffBatches(db: Database, before: string): Promise<BatchRow[]> {
  return db.selectFrom('batch').selectAll().where('sealedOn', 'is', null).where('touchedAt', '<', before).execute()
}

/** Only one that was never sealed. Says whether it was there. */
export async function deleteUnsealedBatch(db: Database, id: string): Promise<boolean> {
  const result = await db.deleteFrom('batch').where('id', '=', id).where('sealedOn', 'is', null).executeTakeFirst()
  return result.numDeletedRows > 0n
}
