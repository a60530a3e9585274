/** The last answers of each survey as this node took them in, to notice what is odd about the next one. Never stored. */
import type { Database } from '#db/database.ts'
import { LRUCache } from 'lru-cache'
import { BURST, flagsOf, IDENTICAL, type Flag } from './rules/marks.ts'

interface Recent {
  receiptHash: string
  scores: string
  at: number
}

const REMEMBERED = Math.max(BURST.answers, IDENTICAL.among)
const SURVEYS = 2000

const nodes = new WeakMap<Database, LRUCache<string, Recent[]>>()

/** What is noticed of an answer; the same one, sent again, is neither a burst nor a copy. */
export function notice(
  db: Database,
  surveyId: string,
  { receiptHash, scores, at, seconds }: Recent & { seconds: number | undefined },
): Flag[] {
  const surveys = nodes.get(db) ?? new LRUCache<string, Recent[]>({ max: SURVEYS })
  nodes.set(db, surveys)
  const recent = surveys.get(surveyId) ?? []
  surveys.set(surveyId, recent)
  const isAgain = recent.some((one) => one.receiptHash === receiptHash)
  const others = isAgain ? recent.filter((one) => one.receiptHash !== receiptHash) : recent
  const flags = flagsOf(scores, { at, seconds, recent: others })
  if (!isAgain) recent.push({ receiptHash, scores, at })
  if (recent.length > REMEMBERED) recent.shift()
  return flags
}
