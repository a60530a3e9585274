import { sql, type Insertable, type Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { RegionRow } from '../directory/tables.ts'
import type { PolicyEventRow, PolicyEventTable, PolicyRow, PolicyTable } from './tables.ts'

/** A policy with where it lies. */
export type PlacedPolicyRow = PolicyRow & {
  regionSlug: string
  regionName: string
  timezone: RegionRow['timezone']
  sample: 0 | 1
  institutionName: string | null
  institutionPath: string | null
}

export function findPolicyBySlug(db: Database, slug: string): Promise<PlacedPolicyRow | undefined> {
  return placedPolicies(db).where('policy.slug', '=', slug).executeTakeFirst()
}

export function findPolicyById(db: Database, id: string): Promise<PlacedPolicyRow | undefined> {
  return placedPolicies(db).where('policy.id', '=', id).executeTakeFirst()
}

/** The latest first. A register is short enough to be read whole. */
export function listPolicies(db: Database, { region }: { region?: string } = {}): Promise<PlacedPolicyRow[]> {
  return placedPolicies(db)
    .$if(region !== undefined, (query) => query.where('region.slug', '=', region ?? ''))
    .orderBy('policy.createdAt', 'desc')
    .orderBy('policy.id')
    .execute()
}

/** Of any of these regions. */
export function listPoliciesOf(db: Database, regionCodes: string[]): Promise<PlacedPolicyRow[]> {
  if (regionCodes.length === 0) return Promise.resolve([])
  return placedPolicies(db)
    .where('policy.regionCode', 'in', regionCodes)
    .orderBy('policy.createdAt', 'desc')
    .orderBy('policy.id')
    .execute()
}

/** Of several policies, each one's in the order in which they were recorded. */
export function listPolicyEvents(db: Database, policyIds: string[]): Promise<PolicyEventRow[]> {
  if (policyIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('policyEvent')
    .selectAll()
    .where('policyId', 'in', policyIds)
    .orderBy('policyId')
    .orderBy('number')
    .execute()
}

/** Of all policies, those recorded last first. */
export function listLatestPolicyEvents(
  db: Database,
  limit: number,
): Promise<(PolicyEventRow & { slug: string; title: string; regionName: string })[]> {
  return db
    .selectFrom('policyEvent')
    .innerJoin('policy', 'policy.id', 'policyEvent.policyId')
    .innerJoin('region', 'region.code', 'policy.regionCode')
    .selectAll('policyEvent')
    .select(['policy.slug', 'policy.title', 'region.name as regionName'])
    .orderBy('policyEvent.at', 'desc')
    .orderBy('policyEvent.id')
    .limit(limit)
    .execute()
}

export async function insertPolicy(db: Transaction, row: Insertable<PolicyTable>): Promise<void> {
  await db.insertInto('policy').values(row).execute()
}

export async function updatePolicy(db: Transaction, id: string, change: Updateable<PolicyTable>): Promise<void> {
  await db.updateTable('policy').set(change).where('id', '=', id).execute()
}

export async function insertPolicyEvent(db: Transaction, row: Insertable<PolicyEventTable>): Promise<void> {
  await db.insertInto('policyEvent').values(row).execute()
}

const NAMING_LOCK = 7_203_023

/** Whoever holds it is the only one to name a policy, until the transaction ends. */
export async function lockPolicyNames(db: Transaction, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${NAMING_LOCK})`.execute(db)
}

/** Whoever holds it is the only one to act on the policy. SQLite has one writer anyway. */
export async function lockPolicy(db: Transaction, engine: Engine, id: string): Promise<void> {
  if (engine === 'postgres') await sql`select 1 from policy where id = ${id} for update`.execute(db)
}

export async function listPolicySlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('policy').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

/** The first of these institutions that a policy points at. */
export async function findInstitutionWithPolicy(db: Database, ids: string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const row = await db
    .selectFrom('policy')
    .select('institutionId')
    .where('institutionId', 'in', ids)
    .limit(1)
    .executeTakeFirst()
  return row?.institutionId ?? undefined
}

function placedPolicies(db: Database) {
  return db
    .selectFrom('policy')
    .innerJoin('region', 'region.code', 'policy.regionCode')
    .leftJoin('institution', 'institution.id', 'policy.institutionId')
    .selectAll('policy')
    .select([
      'region.slug as regionSlug',
      'region.name as regionName',
      'region.timezone',
      'region.sample',
      'institution.name as institutionName',
      'institution.path as institutionPath',
    ])
}
