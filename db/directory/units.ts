import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { UnitRow, UnitTable } from './tables.ts'

/** A unit with the path of its institution, which says where it lies. */
export type PlacedUnitRow = UnitRow & { institutionPath: string }

export function findUnitBySlug(db: Database, slug: string): Promise<PlacedUnitRow | undefined> {
  return selectUnits(db).where('unit.slug', '=', slug).executeTakeFirst()
}

export function findUnitById(db: Database, id: string): Promise<PlacedUnitRow | undefined> {
  return selectUnits(db).where('unit.id', '=', id).executeTakeFirst()
}

export function listUnitsOfRegion(db: Database, regionCode: string): Promise<PlacedUnitRow[]> {
  return selectUnits(db).where('unit.regionCode', '=', regionCode).orderBy('unit.name').execute()
}

export function listUnits(db: Database): Promise<PlacedUnitRow[]> {
  return selectUnits(db).orderBy('unit.regionCode').orderBy('unit.name').execute()
}

export async function listUnitsByIds(db: Database, ids: string[]): Promise<PlacedUnitRow[]> {
  return ids.length === 0 ? [] : selectUnits(db).where('unit.id', 'in', ids).execute()
}

/** Those of them that there are, by name. */
export async function findUnitsBySlugs(db: Database, slugs: string[]): Promise<PlacedUnitRow[]> {
  return slugs.length === 0 ? [] : selectUnits(db).where('unit.slug', 'in', slugs).orderBy('unit.name').execute()
}

export async function updateUnit(db: Transaction, id: string, change: Updateable<UnitTable>): Promise<void> {
  await db.updateTable('unit').set(change).where('id', '=', id).execute()
}

export async function deleteUnit(db: Transaction, id: string): Promise<void> {
  await db.deleteFrom('unit').where('id', '=', id).execute()
}

export async function insertUnit(db: Database, unit: Insertable<UnitTable>): Promise<void> {
  await db.insertInto('unit').values(unit).execute()
}

export async function listUnitSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('unit').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

function selectUnits(db: Database) {
  return db
    .selectFrom('unit')
    .innerJoin('institution', 'institution.id', 'unit.institutionId')
    .selectAll('unit')
    .select('institution.path as institutionPath')
}
