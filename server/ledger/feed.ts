/** The ledger as a feed: what a stranger can see has moved when an entry names it. */
import type { Database } from '#db/database.ts'
import { listMovesAfter } from '#db/ledger/entries.ts'

const MOVES_AT_ONCE = 1000

export interface MovedTags {
  /** The last entry that was read: pass it as `afterSeq` the next time. */
  seq: number
  /** Each moved tag once: an entry's module (its kind up to the first dot) and its subject. */
  tags: string[]
}

/** Tags moved by entries behind `afterSeq`, at most a thousand entries a call. Empty when nothing moved. */
export async function listMovedTags(db: Database, afterSeq: number): Promise<MovedTags> {
  const moves = await listMovesAfter(db, afterSeq, MOVES_AT_ONCE)
  const tags = new Set(moves.flatMap(({ kind, subject }) => [kind.split('.', 1)[0] ?? kind, subject]))
  return { seq: moves.at(-1)?.seq ?? afterSeq, tags: [...tags] }
}
