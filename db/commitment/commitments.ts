import { sql, type Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { InstitutionRow, RegionRow } from '../directory/tables.ts'
import { waitingDisputes } from './disputes.ts'
import type { CommitmentEventRow, CommitmentEventTable, CommitmentRow, CommitmentTable } from './tables.ts'

/** A commitment with where it lies. */
export type PlacedCommitmentRow = CommitmentRow & {
  regionSlug: string
  regionName: string
  timezone: RegionRow['timezone']
  sample: 0 | 1
  unitSlug: string | null
  unitName: string | null
  institutionName: InstitutionRow['name'] | null
  institutionPath: InstitutionRow['path'] | null
}

export function findCommitmentBySlug(db: Database, slug: string): Promise<PlacedCommitmentRow | undefined> {
  return placedCommitments(db).where('commitment.slug', '=', slug).executeTakeFirst()
}

export function findCommitmentById(db: Database, id: string): Promise<PlacedCommitmentRow | undefined> {
  return placedCommitments(db).where('commitment.id', '=', id).executeTakeFirst()
}

export function listCommitmentsOf(db: Database, sourceKind: string, ids: string[]): Promise<PlacedCommitmentRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return placedCommitments(db)
    .where('commitment.sourceKind', '=', sourceKind)
    .where('commitment.sourceId', 'in', ids)
    .orderBy('commitment.createdAt')
    .orderBy('commitment.id')
    .execute()
}

export interface CommitmentFilter {
  /** A status, or `open` (planned or running), `late`, or `disputed` (somebody waits for the owner's answer). */
  status?: string
  /** Slugs. */
  region?: string
  unit?: string
  /** Places to which the list is held. */
  places?: GrantedPlaces
  /** The day in each zone, from which lateness follows. */
  today: Record<RegionRow['timezone'], string>
  after?: { due: string; id: string }
  limit: number
}

export interface GrantedPlaces {
  everywhere: boolean
  regionCodes: string[]
  institutionPaths: string[]
  unitIds: string[]
}

/** By the day that is promised now, the earliest first. */
export async function listCommitments(
  db: Database,
  filter: CommitmentFilter,
): Promise<(PlacedCommitmentRow & { due: string })[]> {
  const { status, region, unit, places, today, after, limit } = filter
  return db
    .selectFrom(standingCommitments(db).as('stands'))
    .selectAll()
    .$if(status === 'open' || status === 'late', (query) => query.where('status', 'in', ['planned', 'running']))
    .$if(status === 'late', (query) =>
      query.where(
        'due',
        '<',
        sql<string>`case timezone when 'Asia/Jayapura' then ${today['Asia/Jayapura']}
          when 'Asia/Makassar' then ${today['Asia/Makassar']} else ${today['Asia/Jakarta']} end`,
      ),
    )
    .$if(status === 'disputed', (query) =>
      query.where(({ exists }) =>
        exists(
          waitingDisputes(db)
            .select('commitmentDispute.id')
            .whereRef('commitmentDispute.commitmentId', '=', sql.ref('stands.id')),
        ),
      ),
    )
    .$if(status !== undefined && !['open', 'late', 'disputed'].includes(status), (query) =>
      query.where('status', '=', status as CommitmentEventRow['kind']),
    )
    .$if(region !== undefined, (query) => query.where('regionSlug', '=', region ?? ''))
    .$if(unit !== undefined, (query) => query.where('unitSlug', '=', unit ?? ''))
    .$if(places !== undefined && !places.everywhere, (query) =>
      query.where((eb) =>
        eb.or([
          ...(places?.regionCodes ?? []).flatMap((code) => [
            eb('regionCode', '=', code),
            eb('regionCode', 'like', `${code}.%`),
          ]),
          ...(places?.institutionPaths ?? []).map((path) => eb('institutionPath', 'like', `${path}%`)),
          ...(places?.unitIds ?? []).map((id) => eb('unitId', '=', id)),
        ]),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('due', '>', after?.due ?? ''),
          eb.and([eb('due', '=', after?.due ?? ''), eb('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('due')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Of several commitments, each one's in the order in which they happened. */
export function listEventsOf(db: Database, commitmentIds: string[]): Promise<CommitmentEventRow[]> {
  if (commitmentIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('commitmentEvent')
    .selectAll()
    .where('commitmentId', 'in', commitmentIds)
    .orderBy('commitmentId')
    .orderBy('number')
    .execute()
}

export async function insertCommitment(db: Transaction, row: Insertable<CommitmentTable>): Promise<void> {
  await db.insertInto('commitment').values(row).execute()
}

export async function insertCommitmentEvent(db: Transaction, row: Insertable<CommitmentEventTable>): Promise<void> {
  await db.insertInto('commitmentEvent').values(row).execute()
}

/** Whoever holds it is the only one to add an event to the commitment. SQLite has one writer anyway. */
export async function lockCommitment(db: Transaction, engine: Engine, id: string): Promise<void> {
  if (engine === 'postgres') await sql`select 1 from commitment where id = ${id} for update`.execute(db)
}

const NAMING_LOCK = 7_203_022

/** Whoever holds it is the only one to name a commitment, until the transaction ends. */
export async function lockCommitmentNames(db: Transaction, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${NAMING_LOCK})`.execute(db)
}

export async function listCommitmentSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('commitment').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

/** Every commitment, by id, a page at a time. */
export function listCommitmentsAfter(db: Database, id: string, limit: number): Promise<CommitmentRow[]> {
  return db.selectFrom('commitment').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute()
}

/** The first of these that a commitment points at. */
export async function findCommitted(
  db: Database,
  column: 'unitId' | 'institutionId',
  ids: string[],
): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const row = await db.selectFrom('commitment').select(column).where(column, 'in', ids).limit(1).executeTakeFirst()
  return row?.[column] ?? undefined
}

/** With the status and the promised day that their events say. */
function standingCommitments(db: Database) {
  return placedCommitments(db).select((eb) => [
    eb
      .selectFrom('commitmentEvent')
      .select('commitmentEvent.kind')
      .whereRef('commitmentEvent.commitmentId', '=', 'commitment.id')
      .where('commitmentEvent.kind', '<>', 'due-moved')
      .orderBy('commitmentEvent.number', 'desc')
      .limit(1)
      .as('status'),
    eb.fn
      .coalesce(
        eb
          .selectFrom('commitmentEvent')
          .select('commitmentEvent.dueAfter')
          .whereRef('commitmentEvent.commitmentId', '=', 'commitment.id')
          .where('commitmentEvent.kind', '=', 'due-moved')
          .orderBy('commitmentEvent.number', 'desc')
          .limit(1),
        'commitment.dueOn',
      )
      .as('due'),
  ])
}

function placedCommitments(db: Database) {
  return db
    .selectFrom('commitment')
    .innerJoin('region', 'region.code', 'commitment.regionCode')
    .leftJoin('unit', 'unit.id', 'commitment.unitId')
    .leftJoin('institution', (join) =>
      join.on((eb) => eb('institution.id', '=', eb.fn.coalesce('unit.institutionId', 'commitment.institutionId'))),
    )
    .selectAll('commitment')
    .select([
      'region.slug as regionSlug',
      'region.name as regionName',
      'region.timezone',
      'region.sample',
      'unit.slug as unitSlug',
      'unit.name as unitName',
      'institution.name as institutionName',
      'institution.path as institutionPath',
    ])
}
