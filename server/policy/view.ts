/** Everything that is said of one policy. */
import { listPolicyEvaluations } from '#db/policy/evaluations.ts'
import { listPolicyEvents } from '#db/policy/policies.ts'
import type { PolicyEventKind } from '#db/policy/tables.ts'
import { may } from '../access.ts'
import type { CommitmentFacts } from '../commitment/facts.ts'
import { listCommitmentsOf } from '../commitment/lists.ts'
import type { Scope } from '../scope.ts'
import { EVALUATION_SOURCE, evaluationOf, type Evaluation } from './evaluation.ts'
import { getExplanation, type Explanation } from './explanation.ts'
import { factsOf, placeOf, type PolicyFacts } from './facts.ts'
import { getPolicyRow } from './policies.ts'
import { POLICY_SOURCE } from './promises.ts'
import { listLinkedSurveys, type LinkedSurvey } from './surveys.ts'

export interface PolicyHappening {
  number: number
  kind: PolicyEventKind
  day: string
  legalNumber: string | null
  note: string | null
}

export interface PolicyView extends PolicyFacts, Explanation {
  /** In the order in which they were recorded. */
  events: PolicyHappening[]
  evaluations: Evaluation[]
  surveys: LinkedSurvey[]
  /** Of the policy and of its evaluations. */
  commitments: CommitmentFacts[]
  /** Whether the actor may keep it, and evaluate it. */
  mine: boolean
}

/** @throws Refused not-found */
export async function getPolicy(scope: Scope, slug: string): Promise<PolicyView> {
  const row = await getPolicyRow(scope, slug)
  const events = await listPolicyEvents(scope.db, [row.id])
  const evaluations = await listPolicyEvaluations(scope.db, [row.id])
  const evaluationIds = evaluations.map(({ id }) => id)
  return {
    ...factsOf(row, events, evaluations, scope.now),
    ...(await getExplanation(scope.db, row.id)),
    events: events.map(({ number, kind, onDay, legalNumber, note }) => ({
      number,
      kind,
      day: onDay,
      legalNumber,
      note,
    })),
    evaluations: evaluations.map((one) => evaluationOf(one, row.timezone)),
    surveys: await listLinkedSurveys(scope, row.id),
    commitments: [
      ...(await listCommitmentsOf(scope, POLICY_SOURCE, [row.id])),
      ...(await listCommitmentsOf(scope, EVALUATION_SOURCE, evaluationIds)),
    ],
    mine: may(scope.actor, 'policy.keep', placeOf(row)),
  }
}
