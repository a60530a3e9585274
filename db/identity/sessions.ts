import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { SessionRow, SessionTable } from './tables.ts'

export type SessionWithAccount = SessionRow & { disabled: 0 | 1 }

export function findSession(db: Database, idHash: string): Promise<SessionWithAccount | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .selectAll('session')
    .select('account.disabled')
    .where('session.idHash', '=', idHash)
    .executeTakeFirst()
}

/** The one last seen first. */
export function listSessionsOfAccount(db: Database, accountId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('seenAt', 'desc')
    .orderBy('idHash')
    .execute()
}

export async function insertSession(db: Database, session: Insertable<SessionTable>): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function setSessionExpiry(db: Database, idHash: string, expiresAt: string): Promise<void> {
  await db.updateTable('session').set({ expiresAt }).where('idHash', '=', idHash).execute()
}

export async function setSessionSeen(db: Database, idHash: string, seenAt: string): Promise<void> {
  await db.updateTable('session').set({ seenAt }).where('idHash', '=', idHash).execute()
}

/** Keeps the offer that was made first: what a page shows stays the same when it is loaded again. */
export async function offerSecret(db: Database, idHash: string, offeredSecret: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ offeredSecret })
    .where('idHash', '=', idHash)
    .where('offeredSecret', 'is', null)
    .execute()
}

/** Takes a session away and hands it over: of two who ask at once, one gets it. */
export function takeSession(db: Database, idHash: string): Promise<SessionRow | undefined> {
  return db.deleteFrom('session').where('idHash', '=', idHash).returningAll().executeTakeFirst()
}

export async function deleteSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('idHash', '=', idHash).execute()
}

export async function deleteOtherSessions(db: Database, accountId: string, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).where('idHash', '<>', idHash).execute()
}

export async function deleteSessionsOfAccount(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).execute()
}

export async function deleteSessionsExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
}
