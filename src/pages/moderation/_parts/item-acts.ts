/** What a posted text's page asks for. */
import { openOriginal } from '#server/moderation/item.ts'
import { judge } from '#server/moderation/judging.ts'
import { decideReview } from '#server/moderation/reviews.ts'
import type { Issues } from '#server/forms.ts'
import type { Scope } from '#server/scope.ts'

export type ItemOutcome =
  { kind: 'decided' } | { kind: 'original'; text: string } | { kind: 'returned'; issues: Issues }

export async function actOnItem(scope: Scope, id: string, typed: Record<string, string>): Promise<ItemOutcome> {
  if (typed.step === 'original') return { kind: 'original', text: await openOriginal(scope, id) }
  const outcome =
    typed.step === 'review'
      ? await decideReview(scope, id, { outcome: typed.outcome as never, note: typed.note ?? '' })
      : await judge(scope, id, typed as never)
  return outcome.ok ? { kind: 'decided' } : { kind: 'returned', issues: outcome.issues }
}
