import type { Database } from '../database.ts'

/** In place of all older ones. */
export async function putRecoveryCodes(db: Database, accountId: string, codeHashes: string[]): Promise<void> {
  await deleteRecoveryCodes(db, accountId)
  await db
    .insertInto('recoveryCode')
    .values(codeHashes.map((codeHash) => ({ codeHash, accountId })))
    .execute()
}

export async function countRecoveryCodes(db: Database, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('recoveryCode')
    .select((eb) => eb.fn.countAll<number | string>().as('n'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Whether the code was there: it is no more. */
export async function takeRecoveryCode(db: Database, accountId: string, codeHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recoveryCode')
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteRecoveryCodes(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute()
}
