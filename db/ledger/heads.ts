import type { Database, Transaction } from '../database.ts'
import type { EntryRow, HeadRow } from './tables.ts'

export async function insertHeads(db: Transaction, rows: HeadRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('head').values(rows).execute()
}

export function findHead(db: Database, onDate: string): Promise<HeadRow | undefined> {
  return db.selectFrom('head').selectAll().where('onDate', '=', onDate).executeTakeFirst()
}

/** Heads before a date (all, without it), newest first. */
export function listHeadsBefore(db: Database, limit: number, before?: string): Promise<HeadRow[]> {
  return db
    .selectFrom('head')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('onDate', '<', before ?? ''))
    .orderBy('onDate', 'desc')
    .limit(limit)
    .execute()
}

/** Heads behind a date, oldest first. */
export function listHeadsAfter(db: Database, after: string, limit: number): Promise<HeadRow[]> {
  return db.selectFrom('head').selectAll().where('onDate', '>', after).orderBy('onDate').limit(limit).execute()
}

/** Last entry of each finished day behind the last signed day, oldest first. */
export async function listUnsignedDays(db: Database, today: string): Promise<LastEntry[]> {
  const signed = await db.selectFrom('head').select('onDate').orderBy('onDate', 'desc').limit(1).executeTakeFirst()
  const days = await listLastEntries(db, { after: signed?.onDate ?? '', until: today })
  return days.filter(({ onDate }) => onDate < today)
}

export type LastEntry = Pick<EntryRow, 'onDate' | 'seq' | 'hash'>

/** Last entry of each day after one date and until another (inclusive), oldest first. */
export function listLastEntries(
  db: Database,
  { after, until }: { after: string; until: string },
): Promise<LastEntry[]> {
  return db
    .selectFrom('entry')
    .select(['onDate', 'seq', 'hash'])
    .where('seq', 'in', (select) =>
      select
        .selectFrom('entry')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('onDate', '>', after)
        .where('onDate', '<=', until)
        .groupBy('onDate'),
    )
    .orderBy('seq')
    .execute()
}
