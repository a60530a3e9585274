import type { Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { ResidentLinkRow, ResidentLinkTable, ResidentRow, ResidentSessionTable, ResidentTable } from './tables.ts'

export function findResident(db: Database, id: string): Promise<ResidentRow | undefined> {
  return db.selectFrom('resident').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Stores an account, or the language of the one that has the address already. */
export function keepResident(db: Transaction, resident: Insertable<ResidentTable>): Promise<ResidentRow> {
  const { locale } = resident
  return db
    .insertInto('resident')
    .values(resident)
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ locale }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function deleteResident(db: Transaction, id: string): Promise<void> {
  await db.deleteFrom('residentSession').where('residentId', '=', id).execute()
  await db.deleteFrom('resident').where('id', '=', id).execute()
}

export function findResidentSession(
  db: Database,
  idHash: string,
): Promise<(ResidentRow & { expiresAt: string }) | undefined> {
  return db
    .selectFrom('residentSession')
    .innerJoin('resident', 'resident.id', 'residentSession.residentId')
    .selectAll('resident')
    .select('residentSession.expiresAt')
    .where('residentSession.idHash', '=', idHash)
    .executeTakeFirst()
}

export async function insertResidentSession(db: Database, session: Insertable<ResidentSessionTable>): Promise<void> {
  await db.insertInto('residentSession').values(session).execute()
}

export async function setResidentSessionExpiry(db: Database, idHash: string, expiresAt: string): Promise<void> {
  await db.updateTable('residentSession').set({ expiresAt }).where('idHash', '=', idHash).execute()
}

export async function deleteResidentSession(db: Database, idHash: string): Promise<void> {
  await db.deleteFrom('residentSession').where('idHash', '=', idHash).execute()
}

export async function deleteSessionsOfResident(db: Database, residentId: string): Promise<void> {
  await db.deleteFrom('residentSession').where('residentId', '=', residentId).execute()
}

export async function deleteResidentSessionsExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('residentSession').where('expiresAt', '<=', now).execute()
}

export function findResidentLink(db: Database, tokenHash: string): Promise<ResidentLinkRow | undefined> {
  return db.selectFrom('residentLink').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

export async function insertResidentLink(db: Database, link: Insertable<ResidentLinkTable>): Promise<void> {
  await db.insertInto('residentLink').values(link).execute()
}

/** Takes a link away and hands it over: of two who ask at once, one gets it. */
export function takeResidentLink(
  db: Database,
  by: { tokenHash: string } | { codeHash: string },
): Promise<ResidentLinkRow | undefined> {
  const query = db.deleteFrom('residentLink').returningAll()
  return 'tokenHash' in by
    ? query.where('tokenHash', '=', by.tokenHash).executeTakeFirst()
    : query.where('codeHash', '=', by.codeHash).executeTakeFirst()
}

export async function deleteResidentLinksOf(db: Database, email: string): Promise<void> {
  await db.deleteFrom('residentLink').where('email', '=', email).execute()
}

export async function deleteResidentLinksExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('residentLink').where('expiresAt', '<=', now).execute()
}
