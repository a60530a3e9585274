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

export function listSessionsOfAccount(db: Database, accountId: string): Promise<SessionRow[]> {
  return db.selectFrom('session').selectAll().where('accountId', '=', accountId).orderBy('expiresAt').execute()
}

export async function insertSession(db: Database, session: Insertable<SessionTable>): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function setSessionExpiry(db: Database, idHash: string, expiresAt: string): Promise<void> {
  await db.updateTable('session').set({ expiresAt }).where('idHash', '=', idHash).execute()
}

export async function deleteSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom('session').where('idHash', '=', idHash).execute()
}

export async function deleteSessionsOfAccount(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).execute()
}

export async function deleteSessionsExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
}
