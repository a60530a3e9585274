import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { TreeImportRow, TreeImportTable } from './tables.ts'

/** The latest first. */
export function listTreeImports(db: Database, regionCode: string, limit: number): Promise<TreeImportRow[]> {
  return db
    .selectFrom('treeImport')
    .selectAll()
    .where('regionCode', '=', regionCode)
    .orderBy('importedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function findTreeImport(db: Database, id: string): Promise<TreeImportRow | undefined> {
  return db.selectFrom('treeImport').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertTreeImport(db: Transaction, row: Insertable<TreeImportTable>): Promise<void> {
  await db.insertInto('treeImport').values(row).execute()
}

export async function updateTreeImport(
  db: Transaction,
  id: string,
  change: Updateable<TreeImportTable>,
): Promise<void> {
  await db.updateTable('treeImport').set(change).where('id', '=', id).execute()
}
