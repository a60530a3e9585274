import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { SignInLinkRow, SignInLinkTable } from './tables.ts'

export function findLink(db: Database, tokenHash: string): Promise<SignInLinkRow | undefined> {
  return db.selectFrom('signInLink').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

export async function insertLink(db: Database, link: Insertable<SignInLinkTable>): Promise<void> {
  await db.insertInto('signInLink').values(link).execute()
}

/** Takes a link away and hands it over: of two who ask at once, one gets it. */
export function takeLink(db: Database, tokenHash: string): Promise<SignInLinkRow | undefined> {
  return db.deleteFrom('signInLink').where('tokenHash', '=', tokenHash).returningAll().executeTakeFirst()
}

/** Takes away every link for a first administrator: only one of them may ever be used. */
export function takeSetupLinks(db: Database): Promise<SignInLinkRow[]> {
  return db.deleteFrom('signInLink').where('accountId', 'is', null).returningAll().execute()
}

export async function deleteLinksOfAccount(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('signInLink').where('accountId', '=', accountId).execute()
}

export async function deleteLinksExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('signInLink').where('expiresAt', '<=', now).execute()
}
