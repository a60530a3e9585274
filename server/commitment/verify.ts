/** The auditor's walk over commitments: each one and each of its events is what was recorded, and none is missing. */
import { listDisputes } from '#db/commitment/disputes.ts'
import { listCommitmentsAfter, listEventsOf } from '#db/commitment/commitments.ts'
import type { CommitmentEventRow, CommitmentRow } from '#db/commitment/tables.ts'
import type { Database } from '#db/database.ts'
import { listSubjectsOf } from '#db/ledger/entries.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Problem, Verifier } from '../ledger/verification.ts'
import { listRecordedActs, type RecordedAct } from '../survey/recorded-acts.ts'

const AT_ONCE = 200

export const verifyCommitments: Verifier = async function* (db, count) {
  const seen = new Set<string>()
  for (let last = ''; ;) {
    const page = await listCommitmentsAfter(db, last, AT_ONCE)
    for (const row of page) {
      seen.add(row.id)
      yield* checkCommitment(db, row)
    }
    count('commitments', page.length)
    last = page.at(-1)?.id ?? last
    if (page.length < AT_ONCE) break
  }
  for (const id of await listSubjectsOf(db, 'commitment.made')) {
    if (!seen.has(id)) yield { kind: 'commitment', id, what: 'commitment-missing' }
  }
}

async function* checkCommitment(db: Database, row: CommitmentRow): AsyncGenerator<Problem> {
  const all = await listRecordedActs(db, row.id)
  const acts = all.filter(({ kind }) => !DISPUTE_ACTS.includes(kind))
  const events = await listEventsOf(db, [row.id])
  const [made, ...steps] = acts
  if (made?.kind !== 'commitment.made' || !isRecorded(made, promised(row)) || !hasRecordedWork(made, row)) {
    yield { kind: 'commitment', id: row.slug, what: 'commitment-changed' }
  }
  const kept = events.map(({ kind, ...event }) => ({ kind: `commitment.${kind}`, fields: happened(event) }))
  if (kept[0]?.kind !== 'commitment.planned' || kept.length !== acts.length) {
    const [expected, found] = [String(acts.length), String(kept.length)]
    yield { kind: 'commitment', id: row.slug, what: 'commitment-events', expected, found }
  }
  for (const [i, act] of steps.entries()) {
    const event = kept[i + 1]
    if (!event || event.kind !== act.kind || !isRecorded(act, event.fields)) {
      yield { kind: 'commitment', id: `${row.slug}/${i + 2}`, what: 'commitment-step' }
    }
  }
  yield* checkDisputes(db, row, all)
}

const DISPUTE_ACTS = ['commitment.disputed', 'commitment.dispute-answered', 'commitment.dispute-erased']

/** Every dispute that was received is there with its answer as recorded, and none came in past the ledger. */
async function* checkDisputes(db: Database, { id, slug }: CommitmentRow, acts: RecordedAct[]): AsyncGenerator<Problem> {
  const byNumber = (wanted: string) =>
    new Map(acts.filter(({ kind }) => kind === wanted).map((act) => [Number(act.fields.number), act]))
  const [received, answered] = [byNumber('commitment.disputed'), byNumber('commitment.dispute-answered')]
  for (const { number, reason, answer } of await listDisputes(db, id)) {
    const [act, reply] = [received.get(number), answered.get(number)]
    const isSaid = act !== undefined && (act.fields.reason === undefined || act.fields.reason === reason)
    const isAnswered = reply === undefined ? answer === null : reply.fields.answer === answer
    if (!isSaid || !isAnswered) yield { kind: 'commitment', id: `${slug}/${number}`, what: 'dispute-changed' }
    received.delete(number)
  }
  for (const number of received.keys()) yield { kind: 'commitment', id: `${slug}/${number}`, what: 'dispute-missing' }
}

function promised(row: CommitmentRow): Record<string, Json> {
  const { what, why, slug, owner, dueOn, budget, regionCode, unitId, institutionId } = row
  const source = { kind: row.sourceKind, id: row.sourceId, title: row.sourceTitle, path: row.sourcePath }
  const place = { region: regionCode, unit: unitId, institution: institutionId }
  return { title: what, why, slug, owner, dueOn, budget, source, ...place }
}

/** What was promised before steps and cost were asked for has neither, and nothing recorded of them. */
function hasRecordedWork({ fields }: RecordedAct, { steps, cost }: CommitmentRow): boolean {
  return (fields.steps ?? null) === steps && (fields.cost ?? null) === cost
}

function happened(event: Omit<CommitmentEventRow, 'kind'>): Record<string, Json> {
  const { number, reason, reasonCode, evidenceText, evidenceUrl, evidenceFile, dueBefore, dueAfter } = event
  return { number, reason, reasonCode, evidenceText, evidenceUrl, evidenceFile, dueBefore, dueAfter }
}

/** An erased field is missing from what is recorded, and says nothing. */
function isRecorded({ fields }: RecordedAct, kept: Record<string, Json>): boolean {
  return Object.entries(kept).every(([name, value]) => {
    const recorded = fields[name]
    return recorded === undefined || jcs(recorded) === jcs(value)
  })
}
