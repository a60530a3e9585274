import type { Insertable, Updateable } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { ModeratedRow, ModeratedTable } from './tables.ts'

const IDS_AT_ONCE = 500
const ROWS_AT_ONCE = 500

export async function insertModerated(db: Transaction, rows: Insertable<ModeratedTable>[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('moderated').values(some).execute()
}

export async function listModerated(db: Database, subjectKind: string, subjectIds: string[]): Promise<ModeratedRow[]> {
  const found: ModeratedRow[] = []
  for (const some of chunks(subjectIds, IDS_AT_ONCE)) {
    const query = db.selectFrom('moderated').selectAll().where('subjectKind', '=', subjectKind)
    found.push(...(await query.where('subjectId', 'in', some).execute()))
  }
  return found
}

export function findModerated(db: Database, id: string): Promise<ModeratedRow | undefined> {
  return db.selectFrom('moderated').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findModeratedOfAuthor(db: Database, authorCode: string): Promise<ModeratedRow | undefined> {
  return db.selectFrom('moderated').selectAll().where('authorCode', '=', authorCode).executeTakeFirst()
}

/** The row as it is now, held until the transaction ends, so that no two decide about one text at once. */
export function lockModerated(db: Transaction, id: string): Promise<ModeratedRow | undefined> {
  return db
    .updateTable('moderated')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export async function updateModerated(db: Transaction, id: string, change: Updateable<ModeratedTable>): Promise<void> {
  await db.updateTable('moderated').set(change).where('id', '=', id).execute()
}

/** Forgets the addresses by which the writers of these would be told. */
export async function forgetAuthors(db: Transaction, subjectKind: string, subjectIds: string[]): Promise<void> {
  for (const some of chunks(subjectIds, IDS_AT_ONCE)) {
    await db
      .updateTable('moderated')
      .set({ authorEmail: null })
      .where('subjectKind', '=', subjectKind)
      .where('subjectId', 'in', some)
      .execute()
  }
}
