import type { Database } from '../database.ts'
import type { AttemptRow } from './tables.ts'

/** Reads a count and holds it until the transaction ends; a key not counted yet begins at 0. */
export function lockAttempt(db: Database, key: string, now: string): Promise<AttemptRow> {
  return db
    .insertInto('attempt')
    .values({ key, count: 0, lastAt: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ count: eb.ref('attempt.count') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function setAttempt(db: Database, { key, count, lastAt }: AttemptRow): Promise<void> {
  await db.updateTable('attempt').set({ count, lastAt }).where('key', '=', key).execute()
}

export async function deleteAttempt(db: Database, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute()
}

export async function uncountAttempt(db: Database, key: string): Promise<void> {
  await db
    .updateTable('attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute()
}

export async function deleteAttemptsBefore(db: Database, instant: string): Promise<void> {
  await db.deleteFrom('attempt').where('lastAt', '<', instant).execute()
}
