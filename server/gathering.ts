/**
 * Things to store that arrive while a transaction is under way are stored together by the next one, so that one write to
 * disk serves many. One transaction at a time: what is gathered here is numbered and chained, so that a second one would
 * wait for the first, with half of those who could have been stored together.
 */
import { setTimeout } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import type { Scope } from './scope.ts'

const MOST_TOGETHER = 64
/** Who was just answered may be about to send the next one: in company a moment's wait saves a write to disk. */
const LINGER_MS = 1

interface Waiting<Arrival, Entry> {
  scope: Scope
  arrival: Arrival
  resolve: (entry: Entry) => void
  reject: (error: unknown) => void
}

interface Gathering<Arrival, Entry> {
  waiting: Waiting<Arrival, Entry>[]
  underWay: boolean
}

/** @param store stores what arrived, all or nothing, in the scope of the last, and answers each in its order. */
export function gatherer<Arrival, Entry>(store: (scope: Scope, arrivals: Arrival[]) => Promise<Entry[]>) {
  const gatherings = new WeakMap<Database, Gathering<Arrival, Entry>>()

  async function storeAll(gathering: Gathering<Arrival, Entry>): Promise<void> {
    gathering.underWay = true
    while (gathering.waiting.length > 0) {
      // SQLite answers without ever letting go of the thread: what has arrived meanwhile gets in only if it is let in here.
      await new Promise((resolve) => setImmediate(resolve))
      const together = gathering.waiting.splice(0, MOST_TOGETHER)
      const last = together.at(-1)
      if (!last) break
      try {
        const entries = await store(
          last.scope,
          together.map(({ arrival }) => arrival),
        )
        for (const [i, { resolve }] of together.entries()) resolve(entries[i]!)
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
      if (together.length > 1) await setTimeout(LINGER_MS)
    }
    gathering.underWay = false
  }

  /** Stores one, together with whatever else is arriving. */
  return function enter(scope: Scope, arrival: Arrival): Promise<Entry> {
    const gathering = gatherings.get(scope.db) ?? { waiting: [], underWay: false }
    gatherings.set(scope.db, gathering)
    return new Promise((resolve, reject) => {
      gathering.waiting.push({ scope, arrival, resolve, reject })
      if (!gathering.underWay) void storeAll(gathering)
    })
  }
}
