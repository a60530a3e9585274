/** The ledger as a feed: what a stranger can see has moved when an entry names it. */
import type { Database } from '#db/database.ts'
import { findLastEntry, listMovesAfter } from '#db/ledger/entries.ts'

const MOVES_AT_ONCE = 1000

export interface MovedTags {
  /** The last entry that was read: pass it as `afterSeq` the next time. */
  seq: number
  /** Each moved tag once: an entry's module (its kind up to the first dot), its subject, and `ledger` for any entry. */
  tags: string[]
}

/** Tags moved by all entries behind `afterSeq`. Empty when nothing moved. */
export async function listMovedTags(db: Database, afterSeq: number): Promise<MovedTags> {
  const tags = new Set<string>()
  let seq = afterSeq
  for (;;) {
    const moves = await listMovesAfter(db, seq, MOVES_AT_ONCE)
    for (const { kind, subject } of moves) tags.add(kind.split('.', 1)[0] ?? kind).add(subject)
    if (moves.length > 0) tags.add('ledger')
    seq = moves.at(-1)?.seq ?? seq
    if (moves.length < MOVES_AT_ONCE) return { seq, tags: [...tags] }
  }
}

/** Number of the last entry, 0 before the first: where a follower that keeps nothing yet begins. */
export async function lastSeq(db: Database): Promise<number> {
  return (await findLastEntry(db))?.seq ?? 0
}
