/**
 * The evaluation of a policy: what it did, with its evidence. A verdict that nothing improved is closed only with at least
 * one commitment: an evaluation that changes nothing is none.
 */
import * as evaluations from '#db/policy/evaluations.ts'
import { listPolicyEvents, lockPolicy, type PlacedPolicyRow } from '#db/policy/policies.ts'
import type { PolicyEvaluationRow, Verdict } from '#db/policy/tables.ts'
import type { Transaction } from '#db/database.ts'
import { makeCommitment } from '../commitment/commitments.ts'
import { listCommitmentsOf } from '../commitment/lists.ts'
import { promiseSchema, type PromiseInput } from '../commitment/schema.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { appendEvent } from './events.ts'
import { factsOf } from './facts.ts'
import { policyToKeep } from './policies.ts'
import { isEvaluable } from './rules/status.ts'
import { evaluationSchema, type EvaluationInput } from './schema.ts'

export const EVALUATION_SOURCE = 'policy-evaluation'
const LEAST_FINDING = 20

export interface Evaluation {
  id: string
  number: number
  verdict: Verdict | null
  finding: string | null
  evidenceUrl: string | null
  /** Days in the region's zone. */
  openedOn: string
  closedOn: string | null
}

export function evaluationOf(row: PolicyEvaluationRow, zone: PlacedPolicyRow['timezone']): Evaluation {
  const { id, number, verdict, finding, evidenceUrl, openedAt, closedAt } = row
  const closedOn = closedAt && dayIn(new Date(closedAt), zone)
  return { id, number, verdict, finding, evidenceUrl, openedOn: dayIn(new Date(openedAt), zone), closedOn }
}

/** Begins one, also before it is due. @throws Refused not-found, forbidden, conflict (policy-evaluation) */
export async function openEvaluation(scope: Scope, slug: string): Promise<void> {
  const policy = await policyToKeep(scope, slug, 'policy.evaluate')
  await transaction(scope, async (inner) => {
    await lockPolicy(inner.db, inner.engine, policy.id)
    const events = await listPolicyEvents(inner.db, [policy.id])
    const before = await evaluations.listPolicyEvaluations(inner.db, [policy.id])
    if (!isEvaluable(factsOf(policy, events, before, scope.now).status))
      throw new Refused('conflict', 'policy-evaluation')
    await evaluations.insertPolicyEvaluation(inner.db, {
      id: newId(),
      policyId: policy.id,
      number: before.length + 1,
      verdict: null,
      finding: null,
      evidenceUrl: null,
      closedBy: null,
      closedAt: null,
      openedBy: scope.actor?.accountId ?? '',
      openedAt: scope.now.toISOString(),
    })
    const onDay = dayIn(scope.now, policy.timezone)
    await appendEvent(inner, policy, events.length + 1, { kind: 'evaluation', onDay, legalNumber: null, note: null })
  })
}

/** Keeps what was found so far. Issues: see `evaluationSchema`. @throws Refused as `openEvaluation` */
export async function saveEvaluation(
  scope: Scope,
  slug: string,
  input: EvaluationInput,
): Promise<Outcome<{ slug: string }>> {
  const policy = await policyToKeep(scope, slug, 'policy.evaluate')
  const reading = readInput(evaluationSchema, input)
  if (!reading.ok) return reading
  await transaction(scope, async (inner) => {
    const open = await lockOpen(inner, policy)
    await evaluations.updatePolicyEvaluation(inner.db, open.id, reading.value)
    const fields = { title: policy.title, number: open.number, ...reading.value }
    inner.record({ kind: 'policy.evaluation-written', subject: policy.id, fields })
  })
  return { ok: true, slug }
}

/**
 * Issues: verdict: choose; finding: reason; evidence: evidence (neither a survey before or after nor a link);
 * commitment: commitment (nothing improved, and nothing is promised). @throws Refused as `openEvaluation`
 */
export async function closeEvaluation(
  scope: Scope,
  slug: string,
  input: EvaluationInput,
): Promise<Outcome<{ slug: string }>> {
  const policy = await policyToKeep(scope, slug, 'policy.evaluate')
  const reading = readInput(evaluationSchema, input)
  if (!reading.ok) return reading
  const { verdict, finding, evidenceUrl } = reading.value
  const issues = await transaction(scope, async (inner): Promise<Issues> => {
    const open = await lockOpen(inner, policy)
    const surveys = await evaluations.listPolicySurveys(inner.db, policy.id)
    const promised = await listCommitmentsOf(inner, EVALUATION_SOURCE, [open.id])
    const found: Issues = {
      ...(verdict === null ? { verdict: 'choose' } : {}),
      ...((finding ?? '').length < LEAST_FINDING ? { finding: 'finding' } : {}),
      ...(evidenceUrl === null && surveys.length === 0 ? { evidenceUrl: 'evidence' } : {}),
      ...(verdict === 'not-improved' && promised.length === 0 ? { commitment: 'commitment' } : {}),
    }
    if (Object.keys(found).length > 0) return found
    const closed = { closedBy: scope.actor?.accountId ?? '', closedAt: scope.now.toISOString() }
    await evaluations.updatePolicyEvaluation(inner.db, open.id, { ...reading.value, ...closed })
    const number = (await listPolicyEvents(inner.db, [policy.id])).length + 1
    const onDay = dayIn(scope.now, policy.timezone)
    await appendEvent(inner, policy, number, { kind: 'evaluated', onDay, legalNumber: null, note: null })
    const fields = { title: policy.title, number: open.number, verdict, finding, evidenceUrl }
    inner.record({ kind: 'policy.evaluation-closed', subject: policy.id, fields })
    return {}
  })
  if (Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
  return { ok: true, slug }
}

/** Promises something because of the open evaluation. Issues: see `promiseSchema`; dueOn: before-today. */
export async function promiseInEvaluation(
  scope: Scope,
  slug: string,
  input: PromiseInput,
): Promise<Outcome<{ commitment: string }>> {
  const policy = await policyToKeep(scope, slug, 'policy.evaluate')
  const reading = readInput(promiseSchema, input)
  if (!reading.ok) return reading
  if (reading.value.dueOn < dayIn(scope.now, policy.timezone))
    return { ok: false, issues: { dueOn: 'before-today' }, values: reading.values }
  const made = await transaction(scope, async (inner) => {
    const open = await lockOpen(inner, policy)
    const { regionCode, institutionId, title } = policy
    const source = { kind: EVALUATION_SOURCE, id: open.id, title, path: pathTo('id', 'policy', { slug }) }
    return makeCommitment(inner, { ...reading.value, source, place: { regionCode, institutionId, unitId: null } })
  })
  return { ok: true, commitment: made.slug }
}

/** The open evaluation, held until the transaction ends. @throws Refused conflict (policy-evaluation) where none is open */
async function lockOpen(scope: Scope<Transaction>, { id }: PlacedPolicyRow): Promise<PolicyEvaluationRow> {
  await lockPolicy(scope.db, scope.engine, id)
  const open = (await evaluations.listPolicyEvaluations(scope.db, [id])).find(({ closedAt }) => closedAt === null)
  if (!open) throw new Refused('conflict', 'policy-evaluation')
  return open
}
