import type { Database } from '../database.ts'
import type { HeadSubscriptionRow } from './tables.ts'

export function findHeadSubscription(db: Database, accountId: string): Promise<HeadSubscriptionRow | undefined> {
  return db.selectFrom('headSubscription').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

/** Those whose last told head is older than this date. */
export function listHeadSubscriptionsBefore(db: Database, date: string): Promise<HeadSubscriptionRow[]> {
  return db.selectFrom('headSubscription').selectAll().where('toldUntil', '<', date).orderBy('accountId').execute()
}

/** One that is there stays as it is. */
export async function insertHeadSubscription(db: Database, subscription: HeadSubscriptionRow): Promise<void> {
  await db
    .insertInto('headSubscription')
    .values(subscription)
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute()
}

/** Whether it was this node that moved it on: of two at once, one does. */
export async function moveHeadSubscription(
  db: Database,
  { accountId, toldUntil }: HeadSubscriptionRow,
  until: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('headSubscription')
    .set({ toldUntil: until })
    .where('accountId', '=', accountId)
    .where('toldUntil', '=', toldUntil)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteHeadSubscription(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('headSubscription').where('accountId', '=', accountId).execute()
}
