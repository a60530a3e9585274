/** A posted stance on a need: read, handed over, and told apart by what the page must show. */
import { takeStance } from '#server/consultation/needs.ts'
import { KEY_PLACEHOLDER, secondsShown } from '#server/form-seal.ts'
import type { Issues } from '#server/forms.ts'
import { arrivalSuspicions } from '#server/moderation/rules/suspicion.ts'
import { portal } from '#server/portal.ts'
import type { Scope } from '#server/scope.ts'

export interface ReturnedStance {
  kind: 'returned'
  /** Why it was not stored; null when the form is shown for the first time. */
  why: 'invalid' | 'other-body' | 'bad-key' | 'late' | null
  values: Record<string, string>
  issues: Issues
  formKey: string
  /** Of the stance that came first, where a second one met the same key. */
  receipt?: string
}

export const NO_STANCE: ReturnedStance = {
  kind: 'returned',
  why: null,
  values: {},
  issues: {},
  formKey: KEY_PLACEHOLDER,
}

/** @returns the receipt, or the form as it goes back. What looks like a machine's only waits for a moderator. */
export async function receiveStance(
  scope: Scope,
  { slug, need }: { slug: string; need: string },
  posted: Record<string, string>,
): Promise<{ kind: 'received'; receipt: string } | ReturnedStance> {
  const { key = '', website = '', shown, ...values } = posted
  const { secret } = await portal()
  const shownMs = secondsShown(secret, shown, new Date()) * 1000
  const suspicion = arrivalSuspicions({ honeypot: website, shownMs })
  const outcome = await takeStance(scope, slug, need, values as never, { key, suspicion })
  if (outcome.kind === 'received') return { kind: 'received', receipt: outcome.receipt }
  const back = { ...NO_STANCE, values }
  if (outcome.kind === 'invalid') return { ...back, why: 'invalid', issues: outcome.issues, formKey: key }
  if (outcome.reason === 'other-body') return { ...back, why: 'other-body', values: {}, receipt: outcome.receipt }
  return { ...back, why: outcome.reason === 'closed' ? 'late' : 'bad-key' }
}
