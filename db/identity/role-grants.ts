import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { TimeZone } from '../directory/tables.ts'
import type { RoleGrantRow, RoleGrantTable } from './tables.ts'

/** A grant with what its scope is called and where it lies. */
export type PlacedGrantRow = RoleGrantRow & {
  regionCode: string | null
  institutionPath: string | null
  scopeName: string | null
  /** Of its place; null for the portal. */
  timezone: TimeZone | null
}

export function listGrantsOfAccount(db: Database, accountId: string): Promise<RoleGrantRow[]> {
  return db.selectFrom('roleGrant').selectAll().where('accountId', '=', accountId).orderBy('id').execute()
}

export function listPlacedGrants(db: Database): Promise<PlacedGrantRow[]> {
  return selectPlacedGrants(db).orderBy('roleGrant.role').orderBy('roleGrant.id').execute()
}

export function listPlacedGrantsOfAccount(db: Database, accountId: string): Promise<PlacedGrantRow[]> {
  return selectPlacedGrants(db).where('roleGrant.accountId', '=', accountId).orderBy('roleGrant.id').execute()
}

export function findPlacedGrant(db: Database, id: string): Promise<PlacedGrantRow | undefined> {
  return selectPlacedGrants(db).where('roleGrant.id', '=', id).executeTakeFirst()
}

export async function insertGrant(db: Database, grant: Insertable<RoleGrantTable>): Promise<void> {
  await db.insertInto('roleGrant').values(grant).execute()
}

export async function deleteGrant(db: Database, id: string): Promise<void> {
  await db.deleteFrom('roleGrant').where('id', '=', id).execute()
}

/**
 * The accounts that administer the whole portal now and for good, held until the transaction ends, so that the last one
 * stays: one whose role will end is nobody to leave the portal to.
 */
export async function lockPortalAdmins(db: Database, now: string): Promise<string[]> {
  await db
    .updateTable('roleGrant')
    .set((eb) => ({ role: eb.ref('role') }))
    .where('role', '=', 'admin')
    .where('scopeKind', '=', 'portal')
    .execute()
  // Asked behind the lock, by a statement of its own: PostgreSQL shows each statement what was committed before it began.
  const rows = await db
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select('roleGrant.accountId')
    .distinct()
    .where('roleGrant.role', '=', 'admin')
    .where('roleGrant.scopeKind', '=', 'portal')
    .where('roleGrant.endsAt', 'is', null)
    .where((eb) => eb.or([eb('roleGrant.startsAt', 'is', null), eb('roleGrant.startsAt', '<=', now)]))
    .where('account.disabled', '=', 0)
    .execute()
  return rows.map((row) => row.accountId)
}

function selectPlacedGrants(db: Database) {
  return db
    .selectFrom('roleGrant')
    .leftJoin('region', (join) =>
      join.onRef('region.code', '=', 'roleGrant.scopeId').on('roleGrant.scopeKind', '=', 'region'),
    )
    .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'roleGrant.scopeId').on('roleGrant.scopeKind', '=', 'unit'))
    .leftJoin('institution', (join) =>
      join.on((eb) =>
        eb.or([
          eb('institution.id', '=', eb.ref('unit.institutionId')),
          eb.and([
            eb('institution.path', '=', eb.ref('roleGrant.scopeId')),
            eb('roleGrant.scopeKind', '=', 'institution'),
          ]),
        ]),
      ),
    )
    .leftJoin('region as home', (join) =>
      join.on((eb) => eb('home.code', '=', eb.fn.coalesce('region.code', 'institution.regionCode'))),
    )
    .selectAll('roleGrant')
    .select((eb) => [
      'home.timezone as timezone',
      eb.fn.coalesce('region.code', 'institution.regionCode').as('regionCode'),
      'institution.path as institutionPath',
      eb.fn.coalesce('region.name', 'unit.name', 'institution.name').as('scopeName'),
    ])
}
