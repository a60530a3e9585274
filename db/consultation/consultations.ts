import { sql, type Insertable, type Updateable } from 'kysely'
import type { Database } from '../database.ts'
import type { ConsultationDateChangeRow, ConsultationPhaseRow, ConsultationRow, ConsultationTable } from './tables.ts'

/** A consultation with what its page says of the place it belongs to; lists are read. */
export type PlacedConsultation = Omit<ConsultationRow, 'unitIds' | 'groups'> & {
  unitIds: string[]
  groups: string[]
  regionSlug: string
  regionName: string
  timezone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'
  sample: 0 | 1
  institutionName: string | null
  institutionPath: string | null
}

export async function findConsultationBySlug(db: Database, slug: string): Promise<PlacedConsultation | undefined> {
  const row = await placedConsultations(db).where('consultation.slug', '=', slug).executeTakeFirst()
  return row && withLists(row)
}

export async function findConsultationById(db: Database, id: string): Promise<PlacedConsultation | undefined> {
  const row = await placedConsultations(db).where('consultation.id', '=', id).executeTakeFirst()
  return row && withLists(row)
}

export async function insertConsultation(db: Database, row: Insertable<ConsultationTable>): Promise<void> {
  await db.insertInto('consultation').values(row).execute()
}

export async function updateConsultation(
  db: Database,
  id: string,
  change: Updateable<ConsultationTable>,
): Promise<void> {
  await db.updateTable('consultation').set(change).where('id', '=', id).execute()
}

/** Says whether it was still in preparation. */
export async function markAnnounced(db: Database, id: string, announcedAt: string): Promise<boolean> {
  const result = await db
    .updateTable('consultation')
    .set({ announcedAt })
    .where('id', '=', id)
    .where('announcedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function listConsultationSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('consultation').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

/** Phases of the consultations, in order of their days. */
export async function listPhases(db: Database, consultationIds: string[]): Promise<ConsultationPhaseRow[]> {
  if (consultationIds.length === 0) return []
  return db
    .selectFrom('consultationPhase')
    .selectAll()
    .where('consultationId', 'in', consultationIds)
    .orderBy('startsOn')
    .orderBy('endsOn')
    .execute()
}

export async function replacePhases(
  db: Database,
  consultationId: string,
  phases: Omit<ConsultationPhaseRow, 'consultationId'>[],
): Promise<void> {
  await db.deleteFrom('consultationPhase').where('consultationId', '=', consultationId).execute()
  const rows = phases.map((phase) => ({ consultationId, ...phase }))
  if (rows.length > 0) await db.insertInto('consultationPhase').values(rows).execute()
}

export async function insertDateChanges(db: Database, changes: ConsultationDateChangeRow[]): Promise<void> {
  if (changes.length > 0) await db.insertInto('consultationDateChange').values(changes).execute()
}

/** The latest first. */
export function listDateChanges(db: Database, consultationId: string): Promise<ConsultationDateChangeRow[]> {
  return db
    .selectFrom('consultationDateChange')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('at', 'desc')
    .orderBy('what')
    .execute()
}

/** Ids of all that was ever announced. */
export async function listAnnouncedIds(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('consultation')
    .select('id')
    .where('announcedAt', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

export function withLists<T extends { unitIds: string; groups: string }>(row: T) {
  return { ...row, unitIds: JSON.parse(row.unitIds) as string[], groups: JSON.parse(row.groups) as string[] }
}

export function placedConsultations(db: Database) {
  return db
    .selectFrom('consultation')
    .innerJoin('region', 'region.code', 'consultation.regionCode')
    .leftJoin('institution', 'institution.id', 'consultation.institutionId')
    .selectAll('consultation')
    .select([
      'region.slug as regionSlug',
      'region.name as regionName',
      'region.timezone',
      'region.sample',
      'institution.name as institutionName',
      'institution.path as institutionPath',
    ])
}

/** Which day it is where the consultation is held. */
export interface Todays {
  'Asia/Jakarta': string
  'Asia/Makassar': string
  'Asia/Jayapura': string
}

export interface ConsultationFilter {
  /** Announced alone, or with `places` all that lies there. */
  places: { everywhere: boolean; regionCodes: string[]; institutionPaths: string[]; unitIds: string[] } | null
  state?: 'preparation' | 'open' | 'consideration' | 'answered' | 'closed' | undefined
  /** Slug. */
  region?: string | undefined
  policyId?: string | undefined
  todays: Todays
  after?: { createdAt: string; id: string } | undefined
  limit: number
}

/** The latest made first. */
export async function listConsultations(db: Database, filter: ConsultationFilter): Promise<PlacedConsultation[]> {
  const { places, state, region, policyId, after } = filter
  const rows = await placedConsultations(db)
    .$if(places === null, (query) => query.where('consultation.announcedAt', 'is not', null))
    .$if(places !== null && !places.everywhere, (query) =>
      query.where((eb) =>
        eb.or([
          ...(places?.regionCodes ?? []).flatMap((code) => [
            eb('consultation.regionCode', '=', code),
            eb('consultation.regionCode', 'like', `${code}.%`),
          ]),
          ...(places?.institutionPaths ?? []).map((path) => eb('institution.path', 'like', `${path}%`)),
          ...(places?.unitIds ?? []).map((id) => eb('consultation.unitIds', '=', JSON.stringify([id]))),
        ]),
      ),
    )
    .$if(region !== undefined, (query) => query.where('region.slug', '=', region ?? ''))
    .$if(policyId !== undefined, (query) => query.where('consultation.policyId', '=', policyId ?? ''))
    .$if(state !== undefined, (query) => query.where(inState(state ?? '', filter.todays)))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('consultation.createdAt', '<', after?.createdAt ?? ''),
          eb.and([
            eb('consultation.createdAt', '=', after?.createdAt ?? ''),
            eb('consultation.id', '<', after?.id ?? ''),
          ]),
        ]),
      ),
    )
    .orderBy('consultation.createdAt', 'desc')
    .orderBy('consultation.id', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map(withLists)
}

/** The same as `currentPhase`, asked of the database; `open` is need or draft. */
function inState(state: string, todays: Todays) {
  const today = sql`case region.timezone when 'Asia/Makassar' then ${todays['Asia/Makassar']}
    when 'Asia/Jayapura' then ${todays['Asia/Jayapura']} else ${todays['Asia/Jakarta']} end`
  const running = sql`consultation.announced_at is not null and consultation.closed_at is null`
  const covers = (phases: string[]) => sql`exists (select 1 from consultation_phase p
    where p.consultation_id = consultation.id and p.phase in (${sql.join(phases)})
      and p.starts_on <= ${today} and (p.ends_on is null or p.ends_on >= ${today}))`
  if (state === 'closed') return sql<boolean>`consultation.closed_at is not null`
  if (state === 'preparation') {
    return sql<boolean>`consultation.closed_at is null and (consultation.announced_at is null
      or not ${covers(['need', 'draft', 'consideration', 'answered'])})`
  }
  return sql<boolean>`${running} and ${covers(state === 'open' ? ['need', 'draft'] : [state])}`
}
