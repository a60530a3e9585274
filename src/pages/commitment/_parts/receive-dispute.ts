/** A posted "this isn't done": read, handed over, and told apart by what the page must show. */
import { disputeCommitment } from '#server/commitment/disputes.ts'
import { KEY_PLACEHOLDER, secondsShown } from '#server/form-seal.ts'
import type { Issues } from '#server/forms.ts'
import { arrivalSuspicions } from '#server/moderation/rules/suspicion.ts'
import { portal } from '#server/portal.ts'
import type { Scope } from '#server/scope.ts'

export interface ReturnedDispute {
  kind: 'returned'
  /** Why it was not stored; null when the form is shown for the first time. */
  why: 'invalid' | 'other-body' | 'bad-key' | 'not-done' | null
  reason: string
  issues: Issues
  formKey: string
  /** Of what came first, where a second one met the same key. */
  receipt?: string
}

export const NO_DISPUTE: ReturnedDispute = {
  kind: 'returned',
  why: null,
  reason: '',
  issues: {},
  formKey: KEY_PLACEHOLDER,
}

/** @returns the receipt, or the form as it goes back. What looks like a machine's only waits for a moderator. */
export async function receiveDispute(
  scope: Scope,
  slug: string,
  posted: Record<string, string>,
): Promise<{ kind: 'received'; receipt: string } | ReturnedDispute> {
  const { key = '', website = '', shown, reason = '' } = posted
  const { secret } = await portal()
  const shownMs = secondsShown(secret, shown, new Date()) * 1000
  const suspicion = arrivalSuspicions({ honeypot: website, shownMs })
  const outcome = await disputeCommitment(scope, slug, { reason }, { key, suspicion })
  if (outcome.kind === 'received') return { kind: 'received', receipt: outcome.receipt }
  const back = { ...NO_DISPUTE, reason }
  if (outcome.kind === 'invalid') return { ...back, why: 'invalid', issues: outcome.issues, formKey: key }
  if (outcome.reason === 'other-body') return { ...back, why: 'other-body', reason: '', receipt: outcome.receipt }
  return { ...back, why: outcome.reason }
}
