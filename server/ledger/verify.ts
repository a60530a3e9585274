/** The auditor's walk over the ledger's own rows. */
import type { Database } from '#db/database.ts'
import { findEntry, listEntriesAfter } from '#db/ledger/entries.ts'
import { listFieldsBetween } from '#db/ledger/fields.ts'
import { listHeadsAfter, listLastEntries } from '#db/ledger/heads.ts'
import type { EntryFieldRow, EntryRow } from '#db/ledger/tables.ts'
import { BEFORE_FIRST, checkEntry, checkHead, checkSavedHead } from './check.ts'
import { headOf, type Head } from './heads.ts'
import type { Count, Problem, Verifier } from './verification.ts'

const AT_ONCE = 1000

export interface EntryWithFields extends EntryRow {
  fields: EntryFieldRow[]
}

/** The whole chain, oldest first, a page at a time. */
export async function* walkEntries(db: Database): AsyncGenerator<EntryWithFields> {
  let last = 0
  for (;;) {
    const entries = await listEntriesAfter(db, last, AT_ONCE)
    const [first, end] = [entries[0]?.seq ?? 0, entries.at(-1)?.seq ?? 0]
    const fields = Map.groupBy(await listFieldsBetween(db, first, end), ({ seq }) => seq)
    for (const entry of entries) yield { ...entry, fields: fields.get(entry.seq) ?? [] }
    if (entries.length < AT_ONCE) return
    last = end
  }
}

/** Every entry follows from the one before it, and every field that is not erased is what the entry bound itself to. */
export const verifyLedger: Verifier = async function* (db, count) {
  let before = BEFORE_FIRST
  for await (const { fields, onDate: on, ...row } of walkEntries(db)) {
    const entry = { ...row, on }
    const problem = checkEntry(before, entry, fields)
    if (problem) yield problem
    before = entry
    count('entries')
    count('fields', fields.length)
  }
}

/** Every head is signed and names its day's last entry; no day before the last head lacks one. */
export function verifyHeads(knownKeys: string[] = []): Verifier {
  return async function* (db, count) {
    let after = ''
    for (;;) {
      const heads = (await listHeadsAfter(db, after, AT_ONCE)).map(headOf)
      yield* checkHeads(db, heads, { after, knownKeys, count })
      if (heads.length < AT_ONCE) return
      after = heads.at(-1)?.on ?? after
    }
  }
}

async function* checkHeads(
  db: Database,
  heads: Head[],
  { after, knownKeys, count }: { after: string; knownKeys: string[]; count: Count },
): AsyncGenerator<Problem> {
  const last = heads.at(-1)?.on
  if (!last) return
  const days = await listLastEntries(db, { after, until: last })
  const lastOfDay = new Map(days.map((day) => [day.onDate, day]))
  for (const head of heads) {
    const problem = checkHead(head, lastOfDay.get(head.on), knownKeys)
    if (problem) yield problem
    count('heads')
  }
  const signed = new Set(heads.map(({ on }) => on))
  const missing = days.find(({ onDate }) => !signed.has(onDate))
  if (missing) yield { kind: 'head', id: missing.onDate, what: 'head-missing' }
}

/** Heads that someone else saved still name entries of this chain. */
export function verifySavedHeads(heads: Head[], knownKeys: string[] = []): Verifier {
  return async function* (db, count) {
    for (const head of heads) {
      const row = await findEntry(db, head.seq)
      const problem = checkSavedHead(head, row && { on: row.onDate, hash: row.hash }, knownKeys)
      if (problem) yield problem
      count('savedHeads')
    }
  }
}
