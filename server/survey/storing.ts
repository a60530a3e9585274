/** Storing answers that arrived together, each judged by what its survey says, and telling of each what became of it. */
import { LRUCache } from 'lru-cache'
import type { Database } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { takeAnswers, takeAnswersWhile, type NewAnswer } from '#db/survey/intake.ts'
import { listReceipts } from '#db/survey/receipts.ts'
import { listSurveyGates, type SurveyGate } from '#db/survey/surveys.ts'
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

const SURVEYS_REMEMBERED = 2000

/** On PostgreSQL the taking in is a transaction of its own; on SQLite all of this is one. */
export function store(scope: Scope, arrivals: Arrival[]): Promise<Entry[]> {
  if (scope.engine === 'postgres') return storeAsRemembered(scope.db, arrivals)
  return transaction(scope, ({ db, engine }) => storeTogether(db, engine, arrivals))
}

const remembered = new WeakMap<Database, LRUCache<string, SurveyGate>>()

/**
 * In one call, where all are new and every survey is as it was when it was last asked for; the database holds it to that. All
 * others are looked at one by one, with what the surveys say now.
 */
async function storeAsRemembered(db: Database, arrivals: Arrival[]): Promise<Entry[]> {
  const known = remembered.get(db) ?? new LRUCache<string, SurveyGate>({ max: SURVEYS_REMEMBERED })
  remembered.set(db, known)
  const gates = [...new Set(arrivals.map(({ surveyId }) => surveyId))].map((id) => known.get(id))
  const areOpen = arrivals.every(({ surveyId, at }) => {
    const gate = known.get(surveyId)
    return gate !== undefined && admission(gate, at) === 'open'
  })
  const stored = new Set<string>()
  const firsts = firstOfEach(arrivals)
  if (areOpen) {
    const standing = gates.filter((gate) => gate !== undefined)
    for (const hash of await takeAnswersWhile(db, standing, firsts.map(newAnswer))) stored.add(hash)
  }
  const entries = new Map<Arrival, Entry>()
  for (const first of firsts) if (stored.has(first.receiptHash)) entries.set(first, 'first')
  const rest = arrivals.filter((arrival) => !entries.has(arrival))
  const others = rest.length > 0 ? await storeTogether(db, 'postgres', rest) : []
  for (const [i, arrival] of rest.entries()) entries.set(arrival, others[i]!)
  return arrivals.map((arrival) => entries.get(arrival)!)
}

function newAnswer({ answer, receiptHash, tag, surveyId }: Arrival): NewAnswer {
  return { receiptHash, tag, surveyId, id: newId(), ...answer }
}

async function storeTogether(db: Database, engine: Engine, arrivals: Arrival[]): Promise<Entry[]> {
  const surveyIds = [...new Set(arrivals.map(({ surveyId }) => surveyId))]
  const gates = new Map((await listSurveyGates(db, surveyIds)).map((gate) => [gate.id, gate]))
  for (const gate of gates.values()) if (gate.openedAt) remembered.get(db)?.set(gate.id, gate)
  const admissions = arrivals.map(({ surveyId, at }) => {
    const gate = gates.get(surveyId)
    return gate ? admission(gate, at) : 'not-open'
  })
  const firsts = firstOfEach(arrivals.filter((_, i) => admissions[i] === 'open'))
  const stored = new Set(await takeAnswers(db, engine, firsts.map(newAnswer)))
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
