/** What a keeper posts on a commitment's page: its next step, or the answer to somebody who says that it isn't done. */
import { answerDispute } from '#server/commitment/disputes.ts'
import type { CommitmentStep } from '#server/commitment/rules/status.ts'
import { takeStep } from '#server/commitment/steps.ts'
import { Refused } from '#server/errors.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'
import type { postedStep } from './posted-step.ts'

type Posted = NonNullable<Awaited<ReturnType<typeof postedStep>>>

/** `form` says what happened meanwhile: dispute-answered, commitment-step. Undefined for a step that can't follow. */
export async function takeKeepersAct(
  scope: Scope,
  slug: string,
  { values, file }: Posted,
  step: CommitmentStep | undefined,
): Promise<{ ok: true; done: 'step' | 'answered' } | { ok: false; issues: Issues } | undefined> {
  if (values.dispute === undefined) {
    const outcome = step ? await takeStep(scope, slug, { ...values, step } as never, file) : undefined
    return outcome?.ok ? { ok: true, done: 'step' } : outcome
  }
  try {
    const said = { answer: values.answer ?? '', ...(values.again ? { again: values.again } : {}) }
    const outcome = await answerDispute(scope, slug, Number(values.dispute), said)
    return outcome.ok ? { ok: true, done: 'answered' } : outcome
  } catch (error) {
    if (error instanceof Refused && error.code === 'conflict')
      return { ok: false, issues: { form: error.reason ?? 'wrong' } }
    throw error
  }
}
