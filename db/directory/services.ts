import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { ServiceRow, ServiceTable } from './tables.ts'

export function listServicesOfUnits(db: Database, unitIds: string[]): Promise<ServiceRow[]> {
  if (unitIds.length === 0) return Promise.resolve([])
  return db.selectFrom('service').selectAll().where('unitId', 'in', unitIds).orderBy('name').execute()
}

/** Closed ones too. */
export function listServicesOfRegion(db: Database, regionCode: string): Promise<ServiceRow[]> {
  return db
    .selectFrom('service')
    .innerJoin('unit', 'unit.id', 'service.unitId')
    .selectAll('service')
    .where('unit.regionCode', '=', regionCode)
    .orderBy('service.name')
    .execute()
}

export function findServiceById(db: Database, id: string): Promise<ServiceRow | undefined> {
  return db.selectFrom('service').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findServiceBySlug(db: Database, unitId: string, slug: string): Promise<ServiceRow | undefined> {
  return db.selectFrom('service').selectAll().where('unitId', '=', unitId).where('slug', '=', slug).executeTakeFirst()
}

export async function updateService(db: Transaction, id: string, change: Updateable<ServiceTable>): Promise<void> {
  await db.updateTable('service').set(change).where('id', '=', id).execute()
}

export async function deleteService(db: Transaction, id: string): Promise<void> {
  await db.deleteFrom('service').where('id', '=', id).execute()
}

export async function insertService(db: Database, service: Insertable<ServiceTable>): Promise<void> {
  await db.insertInto('service').values(service).execute()
}

export async function listServiceSlugs(db: Database, unitId: string, beginning: string): Promise<string[]> {
  const rows = await db
    .selectFrom('service')
    .select('slug')
    .where('unitId', '=', unitId)
    .where('slug', 'like', `${beginning}%`)
    .execute()
  return rows.map((row) => row.slug)
}
