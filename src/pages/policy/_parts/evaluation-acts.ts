/** Takes what the page of an evaluation was sent: begin, save, close, or promise something. */
import type { Outcome } from '#server/forms.ts'
import { closeEvaluation, openEvaluation, promiseInEvaluation, saveEvaluation } from '#server/policy/evaluation.ts'
import type { Scope } from '#server/scope.ts'
import { orConflict } from './policy-acts.ts'

/** @throws Refused forbidden, not-found */
export function takeEvaluationAct(
  scope: Scope,
  slug: string,
  act: string,
  values: Record<string, string>,
): Promise<Outcome<object>> {
  return orConflict<object>(values, async () => {
    if (act === 'close') return closeEvaluation(scope, slug, values as never)
    if (act === 'promise') return promiseInEvaluation(scope, slug, values as never)
    if (act === 'save') return saveEvaluation(scope, slug, values as never)
    await openEvaluation(scope, slug)
    return { ok: true }
  })
}
