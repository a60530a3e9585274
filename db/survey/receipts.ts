import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { ReceiptRow } from './tables.ts'

const ROWS_AT_ONCE = 500

/** Stores the receipts that don't exist yet and returns their hashes. */
export async function insertNewReceipts(db: Transaction, rows: ReceiptRow[]): Promise<string[]> {
  const inserted = await db
    .insertInto('receipt')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .execute()
  return inserted.map((row) => row.hash)
}

export function listReceipts(db: Database, hashes: string[]): Promise<ReceiptRow[]> {
  return db.selectFrom('receipt').selectAll().where('hash', 'in', hashes).execute()
}

export function findReceipt(db: Database, hash: string): Promise<ReceiptRow | undefined> {
  return db.selectFrom('receipt').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** Hashes of receipts that wait, the smallest first, without those that were entered at the desk on the day `held`. */
export async function listWaitingReceiptHashes(
  db: Database,
  surveyId: string,
  { limit, held }: { limit: number; held: string | null },
): Promise<string[]> {
  const rows = await db
    .selectFrom('receipt')
    .select('hash')
    .where('receiptOf', '=', surveyId)
    .where('countedIn', 'is', null)
    .$if(held !== null, (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('deskEntry')
              .select('sheet')
              .whereRef('waitingReceipt', '=', 'receipt.hash')
              .where('heldOn', '>=', held ?? ''),
          ),
        ),
      ),
    )
    .orderBy('hash')
    .limit(limit)
    .execute()
  return rows.map((row) => row.hash)
}

/** Removes the receipt of an answer that waits. Says whether it was there. */
export async function deleteWaitingReceipt(db: Transaction, hash: string): Promise<boolean> {
  const result = await db
    .deleteFrom('receipt')
    .where('hash', '=', hash)
    .where('countedIn', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Counts receipts into a batch, in the order given, and erases what tied them to a body. */
export async function countReceipts(db: Transaction, hashes: string[], batchId: string): Promise<void> {
  for (const some of chunks(hashes, ROWS_AT_ONCE)) {
    await db.updateTable('receipt').set({ countedIn: batchId, tag: null }).where('hash', 'in', some).execute()
  }
}

/** A batch's receipts by hash, page by page. */
export async function listReceiptHashesIn(
  db: Database,
  batchId: string,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('receipt')
    .select('hash')
    .where('countedIn', '=', batchId)
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(limit)
    .execute()
  return rows.map((row) => row.hash)
}

/** The first receipt in a batch of this survey that says it belongs to another. */
export async function findForeignReceipt(db: Database, batchId: string, surveyId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('receipt')
    .select('hash')
    .where('countedIn', '=', batchId)
    .where('receiptOf', '!=', surveyId)
    .orderBy('hash')
    .limit(1)
    .executeTakeFirst()
  return row?.hash
}

/** Batches named by some counted receipt. */
export async function listBatchesOfReceipts(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('receipt')
    .select('countedIn')
    .distinct()
    .where('countedIn', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.countedIn ?? [])
}
