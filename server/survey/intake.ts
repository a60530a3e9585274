/**
 * Where answers enter. Those that arrive while a transaction is under way are stored together by the next one, so that one
 * write to disk serves many. Nothing shared is touched: no tally, no ledger.
 */
import { setTimeout } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { takeAnswers } from '#db/survey/intake.ts'
import { listReceipts } from '#db/survey/receipts.ts'
import { listSurveyGates } from '#db/survey/surveys.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { admission } from './rules/admission.ts'

export interface Arrival {
  surveyId: string
  receiptHash: string
  /** Binds the receipt to this very body until sealing erases it. */
  tag: string
  answer: { scores: string; profile: string | null; comment: string | null; mark: string }
  at: Date
}

/** `again`: the same answer under the same key, stored before. `other-body`: under this key another one is stored. */
export type Entry = 'first' | 'again' | 'other-body' | 'not-open' | 'closed'

const MOST_TOGETHER = 64
/** Who was just answered may be about to send the next one: in company a moment's wait saves a write to disk. */
const LINGER_MS = 1

interface Waiting {
  arrival: Arrival
  resolve: (entry: Entry) => void
  reject: (error: unknown) => void
}

interface Gathering {
  waiting: Waiting[]
  underWay: number
}

/** SQLite has one writer; on PostgreSQL one transaction is put together while another waits for the disk. */
const UNDER_WAY_AT_ONCE = { sqlite: 1, postgres: 2 }

const gatherings = new WeakMap<Database, Gathering>()

/** Stores an answer, together with whatever else is arriving. */
export function enter(scope: Scope, arrival: Arrival): Promise<Entry> {
  const gathering = gatherings.get(scope.db) ?? { waiting: [], underWay: 0 }
  gatherings.set(scope.db, gathering)
  return new Promise((resolve, reject) => {
    gathering.waiting.push({ arrival, resolve, reject })
    if (gathering.underWay < UNDER_WAY_AT_ONCE[scope.engine]) void storeAll(scope, gathering)
  })
}

async function storeAll(scope: Scope, gathering: Gathering): Promise<void> {
  gathering.underWay += 1
  while (gathering.waiting.length > 0) {
    // SQLite answers without ever letting go of the thread: what has arrived meanwhile gets in only if it is let in here.
    await new Promise((resolve) => setImmediate(resolve))
    const together = gathering.waiting.splice(0, MOST_TOGETHER)
    if (together.length === 0) break
    const company = together.length > 1
    try {
      const arrivals = together.map(({ arrival }) => arrival)
      const entries = await store(scope, arrivals)
      for (const [i, { resolve }] of together.entries()) resolve(entries[i]!)
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
    if (company) await setTimeout(LINGER_MS)
  }
  gathering.underWay -= 1
}

/** On PostgreSQL the taking in is a transaction of its own; on SQLite all of this is one. */
function store(scope: Scope, arrivals: Arrival[]): Promise<Entry[]> {
  if (scope.engine === 'postgres') return storeTogether(scope.db, scope.engine, arrivals)
  return transaction(scope, ({ db, engine }) => storeTogether(db, engine, arrivals))
}

async function storeTogether(db: Database, engine: Engine, arrivals: Arrival[]): Promise<Entry[]> {
  const surveyIds = [...new Set(arrivals.map(({ surveyId }) => surveyId))]
  const gates = new Map((await listSurveyGates(db, surveyIds)).map((gate) => [gate.id, gate]))
  const admissions = arrivals.map(({ surveyId, at }) => {
    const gate = gates.get(surveyId)
    return gate ? admission(gate, at) : 'not-open'
  })
  const firsts = firstOfEach(arrivals.filter((_, i) => admissions[i] === 'open'))
  const newAnswers = firsts.map(({ answer, receiptHash, tag, surveyId }) => ({
    receiptHash,
    tag,
    surveyId,
    id: newId(),
    ...answer,
  }))
  const stored = new Set(await takeAnswers(db, engine, newAnswers))
  const rest = new Set(arrivals.map(({ receiptHash }) => receiptHash).filter((hash) => !stored.has(hash)))
  const known = rest.size > 0 ? await listReceipts(db, [...rest]) : []
  const tags = new Map(known.map(({ hash, tag }) => [hash, tag]))
  for (const { receiptHash, tag } of firsts) if (stored.has(receiptHash)) tags.set(receiptHash, tag)
  return arrivals.map((arrival, i): Entry => {
    if (stored.has(arrival.receiptHash) && firsts.includes(arrival)) return 'first'
    const tag = tags.get(arrival.receiptHash)
    // Without a receipt the answer isn't there, and an open survey would have stored it.
    if (tag === undefined) return admissions[i] === 'not-open' ? 'not-open' : 'closed'
    return tag === null || tag === arrival.tag ? 'again' : 'other-body'
  })
}

function firstOfEach(arrivals: Arrival[]): Arrival[] {
  const seen = new Set<string>()
  return arrivals.filter(({ receiptHash }) => !seen.has(receiptHash) && seen.add(receiptHash))
}
