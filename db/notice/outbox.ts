import type { Insertable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { MailState, OutboxRow, OutboxTable } from './tables.ts'

const ROWS_AT_ONCE = 500

export type NewMail = Insertable<OutboxTable>

/** Whether it was put in; one with the same `once` may be there already, sent or not. */
export async function insertMail(db: Database, mail: NewMail): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outbox')
    .values(mail)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Many that may be repeated. */
export async function insertMails(db: Transaction, mails: NewMail[]): Promise<void> {
  for (const some of chunks(mails, ROWS_AT_ONCE)) await db.insertInto('outbox').values(some).execute()
}

/** Whether there is anything to do: a mail that is due, or one that was left half-way. */
export async function isAnyMailDue(db: Database, now: string, handedBefore: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'waiting'), eb('dueAt', '<=', now)]),
        eb.and([eb('state', '=', 'handing'), eb('handedAt', '<', handedBefore)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes the next that is due: of two who ask at once, one gets it, and the other gets none. */
export function takeDueMail(db: Database, now: string): Promise<OutboxRow | undefined> {
  return db
    .updateTable('outbox')
    .set({ state: 'handing', handedAt: now })
    .where('state', '=', 'waiting')
    .where('id', '=', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .orderBy('id')
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst()
}

/** Ended, one way or another: what its text was made from goes. */
export async function closeMail(db: Database, id: string, state: Exclude<MailState, 'waiting'>): Promise<void> {
  await db.updateTable('outbox').set({ state, about: '{}' }).where('id', '=', id).execute()
}

export async function putOffMail(db: Database, id: string, attempts: number, dueAt: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts, dueAt, handedAt: null })
    .where('id', '=', id)
    .execute()
}

/** Those that a program left half-way. @returns their ids */
export async function closeLeftMail(db: Database, handedBefore: string): Promise<string[]> {
  const rows = await db
    .updateTable('outbox')
    .set({ state: 'unsure', about: '{}' })
    .where('state', '=', 'handing')
    .where('handedAt', '<', handedBefore)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** What was done with long ago; what may come only once is remembered. */
export async function deleteClosedMail(db: Database, dueBefore: string): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('state', 'not in', ['waiting', 'handing'])
    .where('once', 'is', null)
    .where('dueAt', '<', dueBefore)
    .execute()
}
