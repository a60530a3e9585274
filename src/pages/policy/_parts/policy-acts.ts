/** Takes what a policy's page for its keepers was sent: an event, a survey, a correction. */
import { Refused } from '#server/errors.ts'
import type { Outcome } from '#server/forms.ts'
import { recordEvent } from '#server/policy/events.ts'
import { changePolicy } from '#server/policy/policies.ts'
import { promiseForPolicy } from '#server/policy/promises.ts'
import { linkSurvey } from '#server/policy/surveys.ts'
import type { Scope } from '#server/scope.ts'
import type { PostedPolicy } from './posted-policy.ts'

/** What came too late is said on the page, with everything kept. @throws Refused forbidden, not-found */
export async function takePolicyAct(
  scope: Scope,
  slug: string,
  act: string,
  { values, topics }: PostedPolicy,
): Promise<Outcome<object>> {
  return orConflict<object>(values, () => {
    if (act === 'event') return recordEvent(scope, slug, values as never)
    if (act === 'promise') return promiseForPolicy(scope, slug, values as never)
    if (act === 'survey') return linkSurvey(scope, slug, values as never)
    return changePolicy(scope, slug, { ...values, topics } as never)
  })
}

/** A conflict that names its reason as an issue of the whole form. */
export async function orConflict<T extends object>(
  values: Record<string, string>,
  act: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'conflict' || !error.reason) throw error
    return { ok: false, issues: { form: error.reason }, values }
  }
}
