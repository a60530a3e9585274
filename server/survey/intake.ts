/**
 * Where answers enter. Those that arrive while a transaction is under way are stored together by the next one, so that one
 * write to disk serves many. Nothing shared is touched: no tally, no ledger.
 */
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import type { Scope } from '../scope.ts'
import { store, type Arrival, type Entry } from './storing.ts'

const MOST_TOGETHER = 64
/** Who was just answered may be about to send the next one: in company a moment's wait saves SQLite a write to disk. */
const LINGER_MS = 1

interface Waiting {
  arrival: Arrival
  resolve: (entry: Entry) => void
  reject: (error: unknown) => void
}

interface Gathering {
  waiting: Waiting[]
  /** Transactions, and the answers in them. */
  underWay: number
  answersUnderWay: number
  begins: boolean
  /** When the last transaction ended, by the process's clock. */
  endedAt: number
}

/** SQLite has one writer; on PostgreSQL one transaction is put together while another waits for the disk. */
const UNDER_WAY_AT_ONCE = { sqlite: 1, postgres: 2 }
/** A transaction for fewer of them isn't worth its cost while another is under way. */
const FEW = 8
/** Answers flow if the last transaction ended no longer ago; one lot out of the blue goes into one. */
const FLOW_MS = 20

const gatherings = new WeakMap<Database, Gathering>()

/** Stores an answer, together with whatever else is arriving. */
export function enter(scope: Scope, arrival: Arrival): Promise<Entry> {
  const gathering = gatherings.get(scope.db) ?? {
    waiting: [],
    underWay: 0,
    answersUnderWay: 0,
    begins: false,
    endedAt: 0,
  }
  gatherings.set(scope.db, gathering)
  return new Promise((resolve, reject) => {
    gathering.waiting.push({ arrival, resolve, reject })
    beginSoon(scope, gathering)
  })
}

/** SQLite answers without ever letting go of the thread: what has arrived meanwhile gets in only if it is let in here. */
function beginSoon(scope: Scope, gathering: Gathering): void {
  if (gathering.begins) return
  gathering.begins = true
  setImmediate(() => {
    gathering.begins = false
    for (
      let together = gather(scope.engine, gathering);
      together.length > 0;
      together = gather(scope.engine, gathering)
    )
      void storeAll(scope, gathering, together)
  })
}

/**
 * Those for the next transaction; none while it is better to wait. Transactions share those who are here evenly: one with a
 * single answer would cost the disk as much as one with all others.
 */
function gather(engine: Engine, { waiting, underWay, answersUnderWay, endedAt }: Gathering): Waiting[] {
  const atOnce = UNDER_WAY_AT_ONCE[engine]
  if (underWay === atOnce || (underWay > 0 && waiting.length < answersUnderWay)) return []
  const flows = underWay > 0 || performance.now() - endedAt < FLOW_MS
  const share = Math.ceil((waiting.length + answersUnderWay) / (flows ? atOnce : 1))
  return waiting.splice(0, Math.min(MOST_TOGETHER, Math.max(FEW, share)))
}

/** SQLite holds the thread meanwhile; while a crowd waits, whoever else asks has it for as long again. */
async function storeAll(scope: Scope, gathering: Gathering, together: Waiting[]): Promise<void> {
  gathering.underWay += 1
  gathering.answersUnderWay += together.length
  const started = performance.now()
  try {
    const entries = await store(
      scope,
      together.map(({ arrival }) => arrival),
    )
    for (const [i, { resolve }] of together.entries()) resolve(entries[i]!)
  } catch (error) {
    for (const { reject } of together) reject(error)
  }
  if (scope.engine === 'postgres') await nextTurn()
  else if (gathering.waiting.length > 0) await setTimeout(performance.now() - started)
  else if (together.length > 1) await setTimeout(LINGER_MS)
  gathering.underWay -= 1
  gathering.answersUnderWay -= together.length
  gathering.endedAt = performance.now()
  beginSoon(scope, gathering)
}
