import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { ServiceRow, ServiceTable } from './tables.ts'

export function listServicesOfUnits(db: Database, unitIds: string[]): Promise<ServiceRow[]> {
  if (unitIds.length === 0) return Promise.resolve([])
  return db.selectFrom('service').selectAll().where('unitId', 'in', unitIds).orderBy('name').execute()
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
