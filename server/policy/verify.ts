/** The auditor's walk over policies: each, its events, its explanation and its evaluations are what was recorded. */
import { listPolicyEvaluations, listPolicySurveys } from '#db/policy/evaluations.ts'
import { listPolicies, listPolicyEvents, type PlacedPolicyRow } from '#db/policy/policies.ts'
import type { Database } from '#db/database.ts'
import { listSubjectsOf } from '#db/ledger/entries.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Problem, Verifier } from '../ledger/verification.ts'
import { listRecordedActs, type RecordedAct } from '../survey/recorded-acts.ts'
import { getExplanation } from './explanation.ts'
import { recordedFacts } from './policies.ts'

export const verifyPolicies: Verifier = async function* (db, count) {
  const seen = new Set<string>()
  for (const row of await listPolicies(db)) {
    seen.add(row.id)
    const acts = await listRecordedActs(db, row.id)
    yield* checkFacts(row, acts)
    yield* checkEvents(db, row, acts)
    yield* checkExplanation(db, row, acts)
    yield* checkEvaluations(db, row, acts)
    count('policies')
  }
  for (const id of await listSubjectsOf(db, 'policy.registered')) {
    if (!seen.has(id)) yield { kind: 'policy', id, what: 'policy-missing' }
  }
}

function* checkFacts(row: PlacedPolicyRow, acts: RecordedAct[]): Generator<Problem> {
  const registered = acts.find(({ kind }) => kind === 'policy.registered')
  const last = acts.findLast(({ kind }) => kind === 'policy.changed') ?? registered
  const place = { slug: row.slug, region: row.regionCode, institution: row.institutionId }
  if (!fits(registered, place) || !fits(last, recordedFacts(row))) yield at(row, 'policy-changed')
}

const OTHER_ACTS = /^policy\.(registered|changed|explained|survey-linked|evaluation-)/

async function* checkEvents(db: Database, row: PlacedPolicyRow, acts: RecordedAct[]): AsyncGenerator<Problem> {
  const [first, ...events] = await listPolicyEvents(db, [row.id])
  const recorded = acts.filter(({ kind }) => !OTHER_ACTS.test(kind))
  const registered = acts.find(({ kind }) => kind === 'policy.registered')
  const begun = first?.kind === 'need' && fits(registered, { day: first.onDay })
  if (!begun || events.length !== recorded.length) yield at(row, 'policy-events')
  for (const [i, { kind, number, onDay, legalNumber, note }] of events.entries()) {
    const act = recorded[i]
    if (act?.kind !== `policy.${kind}` || !fits(act, { number, day: onDay, legalNumber, note })) {
      yield { ...at(row, 'policy-event'), id: `${row.slug}/${number}` }
    }
  }
}

async function* checkExplanation(db: Database, row: PlacedPolicyRow, acts: RecordedAct[]): AsyncGenerator<Problem> {
  const { stages, questions } = await getExplanation(db, row.id)
  const last = acts.findLast(({ kind }) => kind === 'policy.explained')
  const kept = { stages, questions } as unknown as Record<string, Json>
  const none = stages.length === 0 && questions.length === 0
  if (last ? !fits(last, kept) : !none) yield at(row, 'policy-explanation')
  const linked = new Map<string, Json>()
  for (const { kind, fields } of acts) {
    if (kind === 'policy.survey-linked') linked.set(String(fields.surveyId), fields.moment ?? null)
  }
  const expected = [...linked]
    .filter(([, moment]) => moment !== 'none')
    .map(([id, moment]) => `${id} ${String(moment)}`)
  const found = (await listPolicySurveys(db, row.id)).map(({ surveyId, moment }) => `${surveyId} ${moment}`)
  if (jcs(expected.sort()) !== jcs(found.sort())) yield at(row, 'policy-surveys')
}

async function* checkEvaluations(db: Database, row: PlacedPolicyRow, acts: RecordedAct[]): AsyncGenerator<Problem> {
  for (const { number, verdict, finding, evidenceUrl, closedAt } of await listPolicyEvaluations(db, [row.id])) {
    const kinds = closedAt === null ? ['policy.evaluation-written'] : ['policy.evaluation-closed']
    const last = acts.findLast(({ kind, fields }) => kinds.includes(kind) && fields.number === number)
    const untouched = closedAt === null && verdict === null && finding === null && evidenceUrl === null
    if (last ? !fits(last, { verdict, finding, evidenceUrl }) : !untouched) {
      yield { ...at(row, 'policy-evaluation'), id: `${row.slug}/${number}` }
    }
  }
  const closings = acts.filter(({ kind }) => kind === 'policy.evaluation-closed').length
  const closed = (await listPolicyEvaluations(db, [row.id])).filter(({ closedAt }) => closedAt !== null).length
  if (closings !== closed) yield at(row, 'policy-evaluation')
}

/** An erased field is missing from what is recorded, and says nothing. */
function fits(act: RecordedAct | undefined, kept: Record<string, Json>): boolean {
  if (!act) return false
  return Object.entries(kept).every(([name, value]) => {
    const recorded = act.fields[name]
    return recorded === undefined || jcs(recorded) === jcs(value)
  })
}

function at({ slug }: PlacedPolicyRow, what: string): Problem {
  return { kind: 'policy', id: slug, what }
}
