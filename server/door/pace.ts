/**
 * How often one network may ask: freely up to a point, then each request waits a little, then none is let in for a while.
 * What was asked drains away evenly. Kept in this process's memory under a salt made at its start, so nobody is named.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { networkOf } from '../client-address.ts'

export type Pace =
  { kind: 'free' } | { kind: 'slow'; waitMs: number; first: boolean } | { kind: 'refused'; retryAfter: number }

const MOST_NETWORKS = 50_000
const LONGEST_WAIT_MS = 2_000
const MINUTE_MS = 60_000

interface Level {
  level: number
  at: number
  flagged: boolean
}

/**
 * `perMinute` requests are free, in a burst too; as many again are slowed. A costly request counts as several.
 * A village hall with 200 phones behind one address asks some six times each: that is what the free part is for.
 */
export function makePaces(perMinute: number) {
  const salt = randomBytes(32)
  const levels = new LRUCache<string, Level>({ max: MOST_NETWORKS })
  return function paceOf(address: string, cost = 1, now = Date.now()): Pace {
    const key = createHmac('sha256', salt).update(networkOf(address)).digest('base64')
    const before = levels.get(key)
    const drained = before ? ((now - before.at) / MINUTE_MS) * perMinute : 0
    const level = Math.max(0, (before?.level ?? 0) - drained) + cost
    if (level > 2 * perMinute) {
      return { kind: 'refused', retryAfter: Math.max(1, Math.ceil(((level - perMinute) / perMinute) * 60)) }
    }
    const over = level > perMinute
    levels.set(key, { level, at: now, flagged: over && (before?.flagged ?? false) ? true : over })
    if (!over) return { kind: 'free' }
    return { kind: 'slow', waitMs: ((level - perMinute) / perMinute) * LONGEST_WAIT_MS, first: !before?.flagged }
  }
}
