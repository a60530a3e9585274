/** The register of public policies: what each is, and how it is entered and corrected. Public from the moment it is entered. */
import * as rows from '#db/policy/policies.ts'
import type { PlacedPolicyRow } from '#db/policy/policies.ts'
import { listPolicyEvaluations } from '#db/policy/evaluations.ts'
import { may, type Action } from '../access.ts'
import { findOwner } from '../commitment/places.ts'
import { dayIn } from '../directory/rules/days.ts'
import { freeSlug, shortSlug, slugOf } from '../directory/rules/slug.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import type { Json } from '../ledger/jcs.ts'
import { pageOf } from '../paging.ts'
import { transaction, type Scope } from '../scope.ts'
import { factsOf, placeOf, type PolicyFacts } from './facts.ts'
import type { PolicyStatus } from './rules/status.ts'
import {
  policyChangeSchema,
  policySchema,
  type PolicyChangeInput,
  type PolicyInput,
  type PolicyTopic,
} from './schema.ts'

export interface PolicyListFilter {
  /** Slug of a region. */
  region?: string
  topic?: PolicyTopic
  status?: PolicyStatus
  /** Only those past the day of their evaluation. */
  overdue?: boolean
  /** Only what the actor keeps. */
  staff?: boolean
  /** From the page before. */
  cursor?: string | undefined
  limit?: number | undefined
}

/** The latest first. */
export async function listPolicies(
  scope: Scope,
  { region, topic, status, overdue = false, staff = false, cursor, limit }: PolicyListFilter = {},
): Promise<{ items: PolicyFacts[]; next: string | null }> {
  const all = await rows.listPolicies(scope.db, region === undefined ? {} : { region })
  const kept = staff ? all.filter((row) => may(scope.actor, 'policy.keep', placeOf(row))) : all
  const wanted = (await withFacts(scope, kept)).filter(
    (policy) =>
      (topic === undefined || policy.topics.includes(topic)) &&
      (status === undefined || policy.status === status) &&
      (!overdue || policy.evaluation.overdue),
  )
  return pageOf(wanted, ({ id }) => id, { cursor, limit })
}

export interface PolicyChoice {
  id: string
  title: string
  regionCode: string
}

/** Those that hold in a region, its own and those of the regions it lies in, the latest first: what a form offers. */
export async function listPoliciesOf({ db }: Pick<Scope, 'db'>, regionCode: string): Promise<PolicyChoice[]> {
  const parts = regionCode.split('.')
  const codes = parts.map((_, index) => parts.slice(0, index + 1).join('.'))
  return (await rows.listPoliciesOf(db, codes)).map(({ id, title, regionCode: of }) => ({ id, title, regionCode: of }))
}

/** What it is called and where its page is; undefined for one that isn't there. */
export async function findPolicyName(
  { db }: Pick<Scope, 'db'>,
  id: string,
): Promise<{ slug: string; title: string } | undefined> {
  const row = await rows.findPolicyById(db, id)
  return row && { slug: row.slug, title: row.title }
}

/** Issues: see `policySchema`; place: unknown. @throws Refused forbidden */
export async function addPolicy(scope: Scope, input: PolicyInput): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(policySchema, input)
  if (!reading.ok) return reading
  const { place, topics, ...facts } = reading.value
  const owner = place.startsWith('unit:') ? undefined : await findOwner(scope, place)
  if (!owner) return { ok: false, issues: { place: 'unknown' }, values: reading.values }
  if (!may(scope.actor, 'policy.keep', owner.place)) throw new Refused('forbidden')
  const slug = await transaction(scope, async (inner) => {
    const id = newId()
    await rows.lockPolicyNames(inner.db, inner.engine)
    const base = shortSlug(slugOf(facts.title), 60)
    const slug = freeSlug(base, await rows.listPolicySlugs(inner.db, base))
    const { regionCode, institutionId } = owner
    const byAccount = scope.actor?.accountId ?? ''
    const at = scope.now.toISOString()
    const columns = { ...facts, topics: JSON.stringify(topics), regionCode, institutionId }
    await rows.insertPolicy(inner.db, { ...columns, id, slug, createdBy: byAccount, createdAt: at })
    const onDay = dayIn(scope.now, owner.timezone)
    const first = { kind: 'need' as const, onDay, legalNumber: null, note: null }
    await rows.insertPolicyEvent(inner.db, { ...first, id: newId(), policyId: id, number: 1, byAccount, at })
    const fields = { ...recordedFacts(columns), slug, region: regionCode, institution: institutionId, day: onDay }
    inner.record({ kind: 'policy.registered', subject: id, fields })
    return slug
  })
  return { ok: true, slug }
}

/** Corrects what the register says; what was said before stays in the ledger. Issues: see `policyChangeSchema`. */
export async function changePolicy(
  scope: Scope,
  slug: string,
  input: PolicyChangeInput,
): Promise<Outcome<{ slug: string }>> {
  const row = await policyToKeep(scope, slug, 'policy.keep')
  const reading = readInput(policyChangeSchema, input)
  if (!reading.ok) return reading
  await transaction(scope, async (inner) => {
    const columns = { ...reading.value, topics: JSON.stringify(reading.value.topics) }
    await rows.updatePolicy(inner.db, row.id, columns)
    inner.record({ kind: 'policy.changed', subject: row.id, fields: recordedFacts(columns) })
  })
  return { ok: true, slug }
}

/** What the ledger holds of a policy's own columns. */
export function recordedFacts(
  row: Pick<PlacedPolicyRow, 'title' | 'kind' | 'topics' | 'initiator' | 'enactor' | 'summary' | 'evaluationDueOn'>,
): Record<string, Json> {
  const { title, kind, topics, initiator, enactor, summary, evaluationDueOn } = row
  return { title, kind, topics: JSON.parse(topics) as Json, initiator, enactor, summary, evaluationDueOn }
}

/** @throws Refused not-found */
export async function getPolicyRow(scope: Pick<Scope, 'db'>, slug: string): Promise<PlacedPolicyRow> {
  const row = await rows.findPolicyBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  return row
}

/** @throws Refused not-found, forbidden */
export async function policyToKeep(scope: Scope, slug: string, action: Action): Promise<PlacedPolicyRow> {
  const row = await getPolicyRow(scope, slug)
  if (!may(scope.actor, action, placeOf(row))) throw new Refused('forbidden')
  return row
}

export async function withFacts(scope: Pick<Scope, 'db' | 'now'>, found: PlacedPolicyRow[]): Promise<PolicyFacts[]> {
  const ids = found.map(({ id }) => id)
  const events = Map.groupBy(await rows.listPolicyEvents(scope.db, ids), ({ policyId }) => policyId)
  const evaluations = Map.groupBy(await listPolicyEvaluations(scope.db, ids), ({ policyId }) => policyId)
  return found.map((row) => factsOf(row, events.get(row.id) ?? [], evaluations.get(row.id) ?? [], scope.now))
}
