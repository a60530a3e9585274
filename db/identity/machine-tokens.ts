import type { Database } from '../database.ts'
import type { MachineTokenRow } from './tables.ts'

/** A token with what its place is called. */
export type NamedTokenRow = MachineTokenRow & { scopeName: string | null }

export function findTokenByHash(db: Database, tokenHash: string): Promise<MachineTokenRow | undefined> {
  return db.selectFrom('machineToken').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

/** The account's tokens that hold at `now`, the newest first; of one token, only those that it made. */
export function listTokens(
  db: Database,
  { accountId, parentId, now }: { accountId: string; parentId?: string | undefined; now: string },
): Promise<NamedTokenRow[]> {
  return db
    .selectFrom('machineToken')
    .leftJoin('region', (join) =>
      join.onRef('region.code', '=', 'machineToken.scopeId').on('machineToken.scopeKind', '=', 'region'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.id', '=', 'machineToken.scopeId').on('machineToken.scopeKind', '=', 'unit'),
    )
    .leftJoin('institution', (join) =>
      join.onRef('institution.path', '=', 'machineToken.scopeId').on('machineToken.scopeKind', '=', 'institution'),
    )
    .selectAll('machineToken')
    .select((eb) => eb.fn.coalesce('region.name', 'unit.name', 'institution.name').as('scopeName'))
    .where('machineToken.accountId', '=', accountId)
    .where('machineToken.expiresAt', '>', now)
    .$if(parentId !== undefined, (query) => query.where('machineToken.parentId', '=', parentId ?? ''))
    .orderBy('machineToken.createdAt', 'desc')
    .orderBy('machineToken.id')
    .execute()
}

export async function insertToken(db: Database, token: MachineTokenRow): Promise<void> {
  await db.insertInto('machineToken').values(token).execute()
}

export async function setTokenUsed(db: Database, id: string, lastUsedOn: string): Promise<void> {
  await db.updateTable('machineToken').set({ lastUsedOn }).where('id', '=', id).execute()
}

/** Takes a token of the account away, with those that it made. @returns the rows that were there */
export function takeToken(db: Database, accountId: string, id: string): Promise<MachineTokenRow[]> {
  return db
    .deleteFrom('machineToken')
    .where('accountId', '=', accountId)
    .where((eb) => eb.or([eb('id', '=', id), eb('parentId', '=', id)]))
    .returningAll()
    .execute()
}

/** @returns the rows that were there */
export function takeTokensOfAccount(db: Database, accountId: string): Promise<MachineTokenRow[]> {
  return db.deleteFrom('machineToken').where('accountId', '=', accountId).returningAll().execute()
}

export async function deleteTokensExpiredBy(db: Database, now: string): Promise<void> {
  await db.deleteFrom('machineToken').where('expiresAt', '<=', now).execute()
}
