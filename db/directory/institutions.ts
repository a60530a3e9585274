import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { InstitutionRow, InstitutionTable } from './tables.ts'

export function listInstitutionsOfRegion(db: Database, regionCode: string): Promise<InstitutionRow[]> {
  return db.selectFrom('institution').selectAll().where('regionCode', '=', regionCode).orderBy('name').execute()
}

export function listInstitutions(db: Database): Promise<InstitutionRow[]> {
  return db.selectFrom('institution').selectAll().orderBy('regionCode').orderBy('name').execute()
}

export function findInstitutionById(db: Database, id: string): Promise<InstitutionRow | undefined> {
  return db.selectFrom('institution').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The institution that a path ends in, and all those it lies in, the widest first. */
export async function listInstitutionChain(db: Database, path: string): Promise<InstitutionRow[]> {
  const ids = path.split('/').filter((id) => id !== '')
  if (ids.length === 0) return []
  const rows = await db.selectFrom('institution').selectAll().where('id', 'in', ids).execute()
  return rows.sort((a, b) => a.path.length - b.path.length)
}

export function findInstitutionBySlug(db: Database, slug: string): Promise<InstitutionRow | undefined> {
  return db.selectFrom('institution').selectAll().where('slug', '=', slug).executeTakeFirst()
}

export async function updateInstitution(
  db: Transaction,
  id: string,
  change: Updateable<InstitutionTable>,
): Promise<void> {
  await db.updateTable('institution').set(change).where('id', '=', id).execute()
}

export async function deleteInstitution(db: Transaction, id: string): Promise<void> {
  await db.deleteFrom('institution').where('id', '=', id).execute()
}

export async function insertInstitution(db: Database, institution: Insertable<InstitutionTable>): Promise<void> {
  await db.insertInto('institution').values(institution).execute()
}

export async function listInstitutionSlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('institution').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}
