/** Inputs as they arrive: numbered within their consultation, once for each receipt. */
import type { Insertable, Updateable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { InputRow, InputTable } from './input-tables.ts'

const ROWS_AT_ONCE = 500

/**
 * Keeps others from numbering inputs of these consultations until the transaction ends, and says how many each has. A
 * transaction on SQLite has the only write lock anyway.
 */
export async function lockNumbering(db: Transaction, engine: Engine, ids: string[]): Promise<Map<string, number>> {
  const query = db.selectFrom('consultation').select(['id', 'inputsTaken']).where('id', 'in', ids).orderBy('id')
  const rows = await (engine === 'postgres' ? query.forUpdate() : query).execute()
  return new Map(rows.map(({ id, inputsTaken }) => [id, inputsTaken]))
}

export async function setInputsTaken(db: Transaction, consultationId: string, inputsTaken: number): Promise<void> {
  await db.updateTable('consultation').set({ inputsTaken }).where('id', '=', consultationId).execute()
}

export async function insertInputs(db: Transaction, rows: Insertable<InputTable>[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('input').values(some).execute()
}

export async function insertSupports(db: Transaction, rows: { inputId: string; supportedId: string }[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('inputSupport').values(some).execute()
}

export async function updateInput(db: Database, id: string, change: Updateable<InputTable>): Promise<void> {
  await db.updateTable('input').set(change).where('id', '=', id).execute()
}

/** Takes what its writer may have taken from it, once. @returns whether it was there to be taken */
export async function emptyInput(
  db: Transaction,
  id: string,
  left: { text: string; erasedAt: string },
): Promise<boolean> {
  const gone = { proposal: null, fileHash: null, fileName: null, email: null, accountId: null, locale: null }
  const { numUpdatedRows } = await db
    .updateTable('input')
    .set({ ...left, ...gone, provenance: null, tag: null })
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  await db.deleteFrom('inputNote').where('inputId', '=', id).execute()
  return numUpdatedRows > 0n
}

/** What is stored under these receipts. */
export function listInputsByReceipt(
  db: Database,
  hashes: string[],
): Promise<Pick<InputRow, 'id' | 'number' | 'receiptHash' | 'tag'>[]> {
  return db
    .selectFrom('input')
    .select(['id', 'number', 'receiptHash', 'tag'])
    .where('receiptHash', 'in', hashes)
    .execute()
}

export function findInputByReceipt(db: Database, hash: string): Promise<InputRow | undefined> {
  return db.selectFrom('input').selectAll().where('receiptHash', '=', hash).executeTakeFirst()
}

export function findInputByNumber(db: Database, consultationId: string, number: number): Promise<InputRow | undefined> {
  return db
    .selectFrom('input')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Inputs of a consultation by these numbers; numbers of nothing are left out. */
export function listInputsByNumber(
  db: Database,
  consultationId: string,
  numbers: number[],
): Promise<Pick<InputRow, 'id' | 'number' | 'blockId'>[]> {
  return db
    .selectFrom('input')
    .select(['id', 'number', 'blockId'])
    .where('consultationId', '=', consultationId)
    .where('number', 'in', numbers)
    .execute()
}

/** Inputs behind a number, for a walk over all of them. */
export function listInputsAfter(
  db: Database,
  consultationId: string,
  after: number,
  limit: number,
): Promise<InputRow[]> {
  return db
    .selectFrom('input')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

export async function listConsultationsWithInputs(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('input').select('consultationId').distinct().execute()
  return rows.map((row) => row.consultationId)
}
