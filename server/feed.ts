/**
 * What has changed that a stranger can see. The ledger is the feed: every such change appends an entry, so a node that
 * reads on from the last entry it knows learns of all changes, its own and those of other nodes.
 */
import type { Database } from '#db/database.ts'
import { lastSeq, listMovedTags } from './ledger/feed.ts'

const EVERY_MS = 500

export interface Feed {
  /** Number of the last entry known here. */
  seq(): number
  /** Whether any of these tags (a module or a subject) has moved after that entry. */
  movedSince(tags: string[], seq: number): boolean
  /** Reads on now instead of at the next half second. */
  read(): Promise<void>
  stop(): void
}

export async function followFeed(db: Database): Promise<Feed> {
  const lastMove = new Map<string, number>()
  let known = await lastSeq(db)
  let reading: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function readOn(): Promise<void> {
    const { seq, tags } = await listMovedTags(db, known)
    for (const tag of tags) lastMove.set(tag, seq)
    known = seq
  }
  /** One reader at a time. Who asks while it reads shares the next reading, which sees what was just written. */
  function read(): Promise<void> {
    if (!reading) {
      reading = readOn().finally(() => (reading = undefined))
      return reading
    }
    next ??= reading
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return read()
      })
    return next
  }

  const timer = setInterval(() => void read().catch(() => undefined), EVERY_MS)
  timer.unref()
  return {
    seq: () => known,
    movedSince: (tags, seq) => tags.some((tag) => (lastMove.get(tag) ?? 0) > seq),
    read,
    stop: () => clearInterval(timer),
  }
}
