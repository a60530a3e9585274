/** Pages of the chain as strangers may see it, newest first. */
import { findFirstEntryOf, listEntriesBefore, type EntryFilter } from '#db/ledger/entries.ts'
import { listFieldsBetween } from '#db/ledger/fields.ts'
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
  const [newest, oldest] = [shown[0]?.seq ?? 0, shown.at(-1)?.seq ?? 0]
  // A filtered page may lie scattered over the chain; its fields are asked for entry by entry then.
  const whole = newest - oldest < limit
  const fields = whole
    ? await listFieldsBetween(db, oldest, newest)
    : (await Promise.all(shown.map(({ seq }) => listFieldsBetween(db, seq, seq)))).flat()
  const bySeq = Map.groupBy(fields, ({ seq }) => seq)
  return {
    items: shown.map((row) => publicEntry({ ...row, fields: bySeq.get(row.seq) ?? [] })),
    next: rows.length > limit ? String(oldest) : null,
  }
}

/** The first entry about each subject, which says what it is called. */
export async function listFirstEntries(
  { db }: Pick<Scope, 'db'>,
  subjects: Iterable<string>,
): Promise<Map<string, PublicEntry>> {
  const found = await Promise.all([...new Set(subjects)].map((subject) => findFirstEntryOf(db, subject)))
  const entries = found.map(async (row): Promise<[string, PublicEntry][]> => {
    if (!row) return []
    return [[row.subject, publicEntry({ ...row, fields: await listFieldsBetween(db, row.seq, row.seq) })]]
  })
  return new Map((await Promise.all(entries)).flat())
}
