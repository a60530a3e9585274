/** What everyone may know of a policy, as pages and the API say it. */
import type { PlacedPolicyRow } from '#db/policy/policies.ts'
import type { PolicyEvaluationRow, PolicyEventRow, PolicyKind, Verdict } from '#db/policy/tables.ts'
import type { Place } from '../access.ts'
import { dayIn, type Zone } from '../directory/rules/days.ts'
import { evaluationClock, statusOf, type EvaluationClock, type PolicyStatus } from './rules/status.ts'
import type { PolicyTopic } from './schema.ts'

export interface PolicyFacts {
  /** Opaque; the subject of its entries in the ledger. */
  id: string
  slug: string
  title: string
  kind: PolicyKind
  topics: PolicyTopic[]
  initiator: string
  enactor: string
  summary: string
  region: { code: string; slug: string; name: string; timezone: Zone; sample: boolean }
  institution: { id: string; name: string } | null
  status: PolicyStatus
  /** What it was enacted as, e.g. "Nomor 5 Tahun 2026". */
  legalNumber: string | null
  /** The first day on which it was in force, where one is known. */
  inForceFrom: string | null
  evaluation: EvaluationClock
  /** The day that the policy sets for its evaluation, if it sets one. */
  evaluationDueOn: string | null
  /** The last verdict. */
  verdict: Verdict | null
  createdAt: string
}

export function factsOf(
  row: PlacedPolicyRow,
  events: PolicyEventRow[],
  evaluations: PolicyEvaluationRow[],
  now: Date,
): PolicyFacts {
  const today = dayIn(now, row.timezone)
  const happened = events.map(({ kind, onDay }) => ({ kind, day: onDay }))
  const closed = evaluations.filter(({ closedAt }) => closedAt !== null)
  const closedOn = closed.map(({ closedAt }) => dayIn(new Date(closedAt ?? ''), row.timezone))
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    initiator: row.initiator,
    enactor: row.enactor,
    summary: row.summary,
    createdAt: row.createdAt,
    topics: JSON.parse(row.topics) as PolicyTopic[],
    region: {
      code: row.regionCode,
      slug: row.regionSlug,
      name: row.regionName,
      timezone: row.timezone,
      sample: row.sample === 1,
    },
    institution:
      row.institutionId !== null && row.institutionName !== null
        ? {
            id: row.institutionId,
            name: row.institutionName,
          }
        : null,
    status: statusOf(happened, today),
    legalNumber: events.findLast(({ legalNumber }) => legalNumber !== null)?.legalNumber ?? null,
    inForceFrom: events.find(({ kind }) => kind === 'in-force')?.onDay ?? null,
    evaluation: evaluationClock(
      {
        events: happened,
        setDue: row.evaluationDueOn,
        closedOn,
      },
      today,
    ),
    evaluationDueOn: row.evaluationDueOn,
    verdict: closed.at(-1)?.verdict ?? null,
  }
}

/** Where a policy lies, for `may`. */
export function placeOf({
  regionCode,
  institutionPath,
}: Pick<PlacedPolicyRow, 'regionCode' | 'institutionPath'>): Place {
  return { regionCode, ...(institutionPath ? { institutionPath } : {}) }
}
