/** What a decision promises becomes a commitment: with who answers for it, until when, and evidence that anyone can follow. */
import { findDecision, updateDecision } from '#db/musyawarah/decisions.ts'
import { may } from '../access.ts'
import type { CommitmentFacts } from '../commitment/facts.ts'
import { makeCommitment } from '../commitment/commitments.ts'
import { listCommitmentsOf } from '../commitment/lists.ts'
import { findOwner } from '../commitment/places.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { listMeetingDecisions, type DecisionView } from './course.ts'
import { getMeetingFor, getMeetingRow, holdMeetingFor } from './meetings.ts'
import { promiseOfDecisionSchema, type PromiseOfDecisionInput } from './record-schema.ts'

/** Commitments that come from a decision of a meeting. */
export const DECISION_SOURCE = 'musyawarah.decision'

/**
 * For the meeting's own place, or a unit or institution of its region. Issues: see `promiseSchema`; decision: unknown,
 * not-decided, promised; place: unknown; dueOn: before-today. @throws Refused not-found, forbidden; conflict before it closed
 */
export async function promiseFromDecision(
  scope: Scope,
  slug: string,
  decisionId: string,
  input: PromiseOfDecisionInput,
): Promise<Outcome<{ commitment: string }>> {
  const reading = readInput(promiseOfDecisionSchema, input)
  await getMeetingFor(scope, slug, 'commitment.keep')
  if (!reading.ok) return reading
  const { place, ...promise } = reading.value
  const owner = place === null ? undefined : await findOwner(scope, place)
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'commitment.keep')
    if (!row.closedAt) throw new Refused('conflict', 'meeting-not-closed')
    const decision = await findDecision(inner.db, row.id, decisionId)
    const issues: Issues = {
      ...decisionIssue(decision),
      ...(place !== null && owner?.regionCode !== row.regionCode ? { place: 'unknown' } : {}),
      ...(promise.dueOn < dayIn(inner.now, row.timezone) ? { dueOn: 'before-today' } : {}),
    }
    if (!decision || Object.keys(issues).length > 0) return { ok: false as const, issues, values: reading.values }
    if (owner && !may(inner.actor, 'commitment.keep', owner.place)) throw new Refused('forbidden')
    const path = pathTo('id', 'meeting', { slug })
    const source = { kind: DECISION_SOURCE, id: decision.id, title: row.title, path }
    const made = await makeCommitment(inner, { ...promise, source, place: owner ?? row })
    await updateDecision(inner.db, decision.id, { commitmentId: made.id })
    const fields = {
      decision: decision.number,
      commitment: made.id,
      path: pathTo('id', 'commitment', { slug: made.slug }),
    }
    inner.record({ kind: 'musyawarah.promised', subject: row.id, fields })
    return { ok: true as const, commitment: made.slug }
  })
}

function decisionIssue(decision: { state: string; commitmentId: string | null } | undefined): Issues {
  if (!decision) return { decision: 'unknown' }
  if (!['agreed', 'passed'].includes(decision.state)) return { decision: 'not-decided' }
  return decision.commitmentId === null ? {} : { decision: 'promised' }
}

/** What was promised by a meeting's decisions, for everyone. @throws Refused not-found */
export async function listPromisesOf(scope: Scope, slug: string): Promise<CommitmentFacts[]> {
  const { id } = await getMeetingRow(scope, slug)
  const decisions = (await listMeetingDecisions(scope, id)).map((decision) => decision.id)
  return decisions.length === 0 ? [] : listCommitmentsOf(scope, DECISION_SOURCE, decisions)
}

/** Decisions that were taken, and what was promised of them. @throws Refused not-found, forbidden */
export async function listPromisable(
  scope: Scope,
  slug: string,
): Promise<{ open: DecisionView[]; promised: CommitmentFacts[] }> {
  const { id } = await getMeetingFor(scope, slug, 'commitment.keep')
  const taken = (await listMeetingDecisions(scope, id)).filter(({ state }) => state === 'agreed' || state === 'passed')
  const promised = await listPromisesOf(scope, slug)
  const known = new Set(promised.map(({ source }) => source.id))
  return { open: taken.filter((decision) => !known.has(decision.id)), promised }
}
