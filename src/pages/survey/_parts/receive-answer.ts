/** A posted form of answers: read, handed to the survey, and told apart by what the page must show. */
import { setTimeout } from 'node:timers/promises'
import { KEY_PLACEHOLDER, secondsShown, secondsTooEarly } from '#server/form-seal.ts'
import { readForm, type Issues } from '#server/forms.ts'
import { portal } from '#server/portal.ts'
import type { Scope } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { answerFormSchema } from '#server/survey/schema.ts'

export interface Returned {
  kind: 'returned'
  /** Why it was not stored; null when the form is shown for the first time. */
  why: 'invalid' | 'other-body' | 'bad-key' | 'late' | null
  values: Record<string, string>
  issues: Issues
  formKey: string
  /** Of the answers that came first, where a second body met the same key. */
  receipt?: string
}

export const FIRST_SHOWN: Returned = { kind: 'returned', why: null, values: {}, issues: {}, formKey: KEY_PLACEHOLDER }

/** @returns the receipt, or the form as it goes back. A filled trap is refused like an unreadable form. */
export async function receiveAnswer(
  scope: Scope,
  slug: string,
  form: FormData,
  channel: 'web' | 'tablet' = 'web',
): Promise<{ kind: 'received'; receipt: string } | Returned> {
  const reading = readForm(answerFormSchema, form)
  const { key = '', website, shown, ...values } = reading.values
  const back = (why: Returned['why'], issues: Issues = {}): Returned => ({
    kind: 'returned',
    why,
    values,
    issues,
    formKey: key,
  })
  if (website) return back('invalid', { form: 'trap' })
  if (!reading.ok) return back('invalid', reading.issues)
  const { secret } = await portal()
  const seconds = secondsShown(secret, shown, new Date())
  await waitUntilReadable(secret, shown)
  const outcome = await submitAnswer(scope, slug, key, reading.value, { channel, seconds })
  if (outcome.kind === 'received') return outcome
  if (outcome.kind === 'invalid') return back('invalid', outcome.issues)
  // Under a fresh key the next try is an answer of its own: perhaps someone else's, on the same device.
  const anew = { ...back(outcome.reason === 'bad-key' ? 'bad-key' : 'late'), formKey: KEY_PLACEHOLDER }
  return outcome.reason === 'other-body' ? { ...anew, why: 'other-body', receipt: outcome.receipt } : anew
}

/** Holds back a form that was sent sooner than anyone reads. */
async function waitUntilReadable(secret: string, shown: string | undefined): Promise<void> {
  const seconds = secondsTooEarly(secret, shown, new Date())
  if (seconds > 0) await setTimeout(seconds * 1000)
}
