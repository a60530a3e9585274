/** What the list of policies is asked for in its address. */
import type { PolicyListFilter } from '#server/policy/policies.ts'
import { POLICY_STATUSES } from '#server/policy/rules/status.ts'
import { POLICY_TOPICS } from '#server/policy/schema.ts'

/** What there isn't is overlooked. */
export function filterOf(query: URLSearchParams): PolicyListFilter {
  const region = query.get('region')
  const status = POLICY_STATUSES.find((one) => one === query.get('status'))
  const topic = POLICY_TOPICS.find((one) => one === query.get('topic'))
  return {
    ...(region ? { region } : {}),
    ...(status ? { status } : {}),
    ...(topic ? { topic } : {}),
    ...(query.get('evaluation') === 'overdue' ? { overdue: true } : {}),
  }
}
