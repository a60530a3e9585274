import { sql, type SelectQueryBuilder } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Tables, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'
import type { EntryFieldRow, EntryRow } from './tables.ts'

const LEDGER_LOCK = 7_203_012
const ROWS_AT_ONCE = 1000

/** Held until the transaction ends. A transaction on SQLite already holds the only write lock. */
export async function lockLedger(db: Transaction, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`.execute(db)
}

/** The last entry and the last signed day. Ask only under the lock, or the answer is old at once. */
export function findTip(
  db: Database,
): Promise<{ seq: number; hash: string; on: string; signedUntil: string | null } | undefined> {
  return db
    .selectFrom('entry')
    .select((select) => [
      'seq',
      'hash',
      'onDate as on',
      select.selectFrom('head').select('onDate').orderBy('onDate', 'desc').limit(1).as('signedUntil'),
    ])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertEntries(db: Transaction, rows: EntryRow[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('entry').values(some).execute()
}

export async function insertFields(db: Transaction, rows: EntryFieldRow[]): Promise<void> {
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('entryField').values(some).execute()
}

/** Entries behind `seq`, oldest first. */
export function listEntriesAfter(db: Database, seq: number, limit: number): Promise<EntryRow[]> {
  return db.selectFrom('entry').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
}

export interface EntryFilter {
  subject?: string
  kind?: string
  onDate?: string
}

/** Entries before `seq` (all, without it), newest first. */
export function listEntriesBefore(
  db: Database,
  { before, limit, ...filter }: EntryFilter & { before?: number; limit: number },
): Promise<EntryRow[]> {
  return filtered(db.selectFrom('entry').selectAll(), filter)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}

/** Every entry about one subject, oldest first. */
export function listEntriesOf(db: Database, subject: string, kind?: string): Promise<EntryRow[]> {
  return filtered(db.selectFrom('entry').selectAll(), { subject, ...(kind ? { kind } : {}) })
    .orderBy('seq')
    .execute()
}

/** Where the history of each entry's subject begins. */
export async function listFirstEntriesOf(db: Database, seqs: number[]): Promise<EntryRow[]> {
  if (seqs.length === 0) return []
  const firsts = db
    .selectFrom('entry as named')
    .select(({ selectFrom }) =>
      selectFrom('entry as first')
        .select(({ fn }) => fn.min('first.seq').as('seq'))
        .whereRef('first.subject', '=', 'named.subject')
        .as('seq'),
    )
    .where('named.seq', 'in', seqs)
  return db.selectFrom('entry').selectAll().where('seq', 'in', firsts).execute()
}

/** Every subject that an act of this kind is recorded of. */
export async function listSubjectsOf(db: Database, kind: string): Promise<string[]> {
  const rows = await db.selectFrom('entry').select('subject').distinct().where('kind', '=', kind).execute()
  return rows.map((row) => row.subject)
}

export function findEntry(db: Database, seq: number): Promise<EntryRow | undefined> {
  return db.selectFrom('entry').selectAll().where('seq', '=', seq).executeTakeFirst()
}

export function findLastEntry(db: Database): Promise<EntryRow | undefined> {
  return db.selectFrom('entry').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

/** Kind and subject of each entry behind `seq`, oldest first. */
export function listMovesAfter(
  db: Database,
  seq: number,
  limit: number,
): Promise<Pick<EntryRow, 'seq' | 'kind' | 'subject'>[]> {
  return db
    .selectFrom('entry')
    .select(['seq', 'kind', 'subject'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

function filtered<O>(
  query: SelectQueryBuilder<Tables, 'entry', O>,
  { subject, kind, onDate }: EntryFilter,
): SelectQueryBuilder<Tables, 'entry', O> {
  return query
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(onDate !== undefined, (query) => query.where('onDate', '=', onDate ?? ''))
}
