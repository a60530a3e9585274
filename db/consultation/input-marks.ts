/** What the office notes beside inputs: whose they are to answer, words for sorting, remarks. None of it is public. */
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { InputNoteRow } from './input-tables.ts'

const IDS_AT_ONCE = 400

export async function setOwner(db: Transaction, ids: string[], ownerAccount: string | null): Promise<void> {
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    await db.updateTable('input').set({ ownerAccount }).where('id', 'in', some).execute()
  }
}

export async function insertTags(db: Transaction, ids: string[], tag: string): Promise<void> {
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    await db
      .insertInto('inputTag')
      .values(some.map((inputId) => ({ inputId, tag })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function deleteTags(db: Transaction, ids: string[], tag: string): Promise<void> {
  for (const some of chunks(ids, IDS_AT_ONCE)) {
    await db.deleteFrom('inputTag').where('inputId', 'in', some).where('tag', '=', tag).execute()
  }
}

export async function listTags(db: Database, ids: string[]): Promise<{ inputId: string; tag: string }[]> {
  if (ids.length === 0) return []
  return db.selectFrom('inputTag').selectAll().where('inputId', 'in', ids).orderBy('tag').execute()
}

/** Every word that inputs of a consultation are marked with. */
export async function listTagsOf(db: Database, consultationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('inputTag')
    .innerJoin('input', 'input.id', 'inputTag.inputId')
    .select('inputTag.tag')
    .distinct()
    .where('input.consultationId', '=', consultationId)
    .orderBy('inputTag.tag')
    .limit(100)
    .execute()
  return rows.map(({ tag }) => tag)
}

export async function insertNotes(db: Transaction, rows: InputNoteRow[]): Promise<void> {
  for (const some of chunks(rows, IDS_AT_ONCE)) await db.insertInto('inputNote').values(some).execute()
}

export async function listNotes(db: Database, ids: string[]): Promise<InputNoteRow[]> {
  if (ids.length === 0) return []
  return db.selectFrom('inputNote').selectAll().where('inputId', 'in', ids).orderBy('at').orderBy('id').execute()
}
