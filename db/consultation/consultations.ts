import type { Insertable, Updateable } from 'kysely'
import type { Database } from '../database.ts'
import type { ConsultationPhaseRow, ConsultationRow, ConsultationTable } from './tables.ts'

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

export async function listConsultationSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('consultation').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

/** Phases of the consultations, in order of their days. */
export function listPhases(db: Database, consultationIds: string[]): Promise<ConsultationPhaseRow[]> {
  return db
    .selectFrom('consultationPhase')
    .selectAll()
    .where('consultationId', 'in', consultationIds)
    .orderBy('startsOn')
    .orderBy('endsOn')
    .execute()
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
