import type { Database } from '../database.ts'
import type { AccountTotpRow, TotpResetRow } from './tables.ts'

export function findTotp(db: Database, accountId: string): Promise<AccountTotpRow | undefined> {
  return db.selectFrom('accountTotp').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

export async function listTotpAccounts(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('accountTotp').select('accountId').execute()
  return rows.map((row) => row.accountId)
}

/** In place of an older one. */
export async function putTotp(db: Database, { accountId, ...totp }: AccountTotpRow): Promise<void> {
  await db
    .insertInto('accountTotp')
    .values({ accountId, ...totp })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(totp))
    .execute()
}

/** Whether the step was still to be used: of two who bring the same code at once, one may. */
export async function useStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accountTotp')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteTotp(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('accountTotp').where('accountId', '=', accountId).execute()
}

export function findReset(db: Database, accountId: string): Promise<TotpResetRow | undefined> {
  return db.selectFrom('totpReset').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

export function listResets(db: Database): Promise<(TotpResetRow & { askedByName: string })[]> {
  return db
    .selectFrom('totpReset')
    .innerJoin('account', 'account.id', 'totpReset.askedBy')
    .selectAll('totpReset')
    .select('account.name as askedByName')
    .execute()
}

/** In place of an older one. */
export async function putReset(db: Database, { accountId, askedBy, askedAt }: TotpResetRow): Promise<void> {
  await db
    .insertInto('totpReset')
    .values({ accountId, askedBy, askedAt })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ askedBy, askedAt }))
    .execute()
}

export async function deleteReset(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('totpReset').where('accountId', '=', accountId).execute()
}
