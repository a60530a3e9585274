import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { AccountRow, AccountTable } from './tables.ts'

export function findAccountByEmail(db: Database, email: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst()
}

export function findAccountById(db: Database, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

export function listAccounts(db: Database): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().orderBy('email').execute()
}

export async function isAnyAccount(db: Database): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertAccount(db: Database, account: Insertable<AccountTable>): Promise<void> {
  await db.insertInto('account').values(account).execute()
}

export async function setPasswordHash(db: Database, id: string, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute()
}

export async function setAccountLocale(db: Database, id: string, locale: string): Promise<void> {
  await db.updateTable('account').set({ locale }).where('id', '=', id).execute()
}

export async function setDisabled(db: Database, id: string, disabled: 0 | 1): Promise<void> {
  await db.updateTable('account').set({ disabled }).where('id', '=', id).execute()
}

/** Reads an account and holds it until the transaction ends: an update without a change locks on both engines. */
export function lockAccount(db: Database, id: string): Promise<AccountRow | undefined> {
  return db
    .updateTable('account')
    .set((eb) => ({ disabled: eb.ref('disabled') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}
