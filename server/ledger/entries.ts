/** Pages of the chain as strangers may see it, newest first. */
import type { Database } from '#db/database.ts'
import { listEntriesBefore, listFirstEntriesOf, type EntryFilter } from '#db/ledger/entries.ts'
import { listFieldsOf } from '#db/ledger/fields.ts'
import type { EntryRow } from '#db/ledger/tables.ts'
import type { Scope } from '../scope.ts'
import { publicEntry, type PublicEntry } from './export.ts'

const PAGE = 50

/** `cursor` is the number of the last entry of the page before; without it the page begins at the end of the chain. */
export async function listEntries(
  { db }: Pick<Scope, 'db'>,
  { cursor, limit = PAGE, ...filter }: EntryFilter & { cursor?: string; limit?: number } = {},
): Promise<{ items: PublicEntry[]; next: string | null }> {
  const before = cursor === undefined ? {} : { before: Number(cursor) }
  const rows = await listEntriesBefore(db, { ...filter, ...before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    items: await withFields(db, shown),
    next: rows.length > limit ? String(shown.at(-1)?.seq ?? 0) : null,
  }
}

/** The first entry about the subject of each, by the subject: it says what that is called. */
export async function listFirstEntries(
  { db }: Pick<Scope, 'db'>,
  entries: Pick<PublicEntry, 'seq'>[],
): Promise<Map<string, PublicEntry>> {
  const firsts = await listFirstEntriesOf(
    db,
    entries.map(({ seq }) => seq),
  )
  return new Map((await withFields(db, firsts)).map((entry) => [entry.subject, entry]))
}

async function withFields(db: Database, rows: EntryRow[]): Promise<PublicEntry[]> {
  const fields = await listFieldsOf(
    db,
    rows.map(({ seq }) => seq),
  )
  const bySeq = Map.groupBy(fields, ({ seq }) => seq)
  return rows.map((row) => publicEntry({ ...row, fields: bySeq.get(row.seq) ?? [] }))
}
