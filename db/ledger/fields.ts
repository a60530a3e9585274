import type { Database, Transaction } from '../database.ts'
import type { EntryFieldRow } from './tables.ts'

/** Fields of the entries from `first` to `last`, by entry and name. */
export function listFieldsBetween(db: Database, first: number, last: number): Promise<EntryFieldRow[]> {
  return db
    .selectFrom('entryField')
    .selectAll()
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq')
    .orderBy('name')
    .execute()
}

/** Fields of these entries, by entry and name. */
export async function listFieldsOf(db: Database, seqs: number[]): Promise<EntryFieldRow[]> {
  if (seqs.length === 0) return []
  return db.selectFrom('entryField').selectAll().where('seq', 'in', seqs).orderBy('seq').orderBy('name').execute()
}

/** Makes closed fields of an entry public. They can't be closed again. */
export async function openFields(db: Transaction, seq: number, names: string[]): Promise<void> {
  if (names.length === 0) return
  await db.updateTable('entryField').set({ open: 1 }).where('seq', '=', seq).where('name', 'in', names).execute()
}

/**
 * Forgets values and their salts. The digests stay, so that the chain still proves the rest.
 * Record an act beside it: kept pages and the public export are renewed only when the chain grows.
 */
export async function eraseFields(db: Transaction, seq: number, names: string[]): Promise<void> {
  if (names.length === 0) return
  await db
    .updateTable('entryField')
    .set({ salt: null, value: null })
    .where('seq', '=', seq)
    .where('name', 'in', names)
    .execute()
}
