import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { RegionRow, RegionTable, RegionWeightTable } from './tables.ts'

export function listRegions(db: Database): Promise<(RegionRow & { units: number })[]> {
  return db
    .selectFrom('region')
    .selectAll('region')
    .select((eb) =>
      eb
        .cast<number>(
          eb
            .selectFrom('unit')
            .select((unit) => unit.fn.countAll().as('units'))
            .whereRef('unit.regionCode', '=', 'region.code')
            .where('unit.closedAt', 'is', null),
          'integer',
        )
        .as('units'),
    )
    .orderBy('region.code')
    .execute()
}

/** Whether any region is marked as sample data. */
export async function isAnySampleRegion(db: Database): Promise<boolean> {
  const row = await db.selectFrom('region').select('code').where('sample', '=', 1).limit(1).executeTakeFirst()
  return row !== undefined
}

export function findRegionBySlug(db: Database, slug: string): Promise<RegionRow | undefined> {
  return db.selectFrom('region').selectAll().where('slug', '=', slug).executeTakeFirst()
}

export function findRegionByCode(db: Database, code: string): Promise<RegionRow | undefined> {
  return db.selectFrom('region').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function updateRegion(db: Transaction, code: string, change: Updateable<RegionTable>): Promise<void> {
  await db.updateTable('region').set(change).where('code', '=', code).execute()
}

export async function insertRegion(db: Database, region: Insertable<RegionTable>): Promise<void> {
  await db.insertInto('region').values(region).execute()
}

export async function listRegionSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('region').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

export async function findRegionWeight(db: Database, regionCode: string, year: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('regionWeight')
    .select('weight')
    .where('regionCode', '=', regionCode)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.weight
}

/** The first one stays: the same region and year are never fixed twice. Says whether this was the first. */
export async function insertRegionWeight(db: Database, weight: Insertable<RegionWeightTable>): Promise<boolean> {
  const result = await db
    .insertInto('regionWeight')
    .values(weight)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
