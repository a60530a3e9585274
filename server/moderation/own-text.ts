/** A text as its own writer sees it, who holds its receipt: all of it, what was decided, why, and what can be asked. */
import { listReviewsOf, listVerdictsOf } from '#db/moderation/acts.ts'
import { findModeratedOfAuthor } from '#db/moderation/texts.ts'
import type { ModeratedRow, ReviewRow, TextState, VerdictRow } from '#db/moderation/tables.ts'
import { receiptHash } from '../ledger/receipts.ts'
import type { Scope } from '../scope.ts'
import { promisedIn } from './texts.ts'
import type { Suspicion } from './rules/suspicion.ts'

export interface OwnText {
  id: string
  title: string
  /** Where it stands, in Indonesian. */
  path: string
  /** As it was written, whatever the public reads. Empty once it was erased. */
  text: string
  /** What the public reads instead, where personal data are covered. */
  rendition: string | null
  state: TextState
  erased: boolean
  /** An automatic hold: no person has looked yet, and nothing was decided. Null once somebody has. */
  held: { why: Suspicion[]; promisedBy: string | null } | null
  /** What a person decided last that took something from sight, and still holds. */
  taken: { what: 'hidden' | 'masked'; reason: string | null; note: string | null; at: string } | null
  review: OwnReview | null
  mayAskReview: boolean
  /** Day by which a review would be decided, if it were asked for now. */
  reviewBy: string
}

export interface OwnReview {
  askedAt: string
  statement: string
  promisedBy: string
  outcome: 'upheld' | 'reversed' | null
  note: string | null
  decidedAt: string | null
}

/** @param code canonical, as `parseCode` gives it. Undefined for a receipt of no text. */
export async function textOfAuthor(scope: Pick<Scope, 'db' | 'now'>, code: string): Promise<OwnText | undefined> {
  const row = await findModeratedOfAuthor(scope.db, receiptHash(code))
  if (!row) return undefined
  const verdicts = await listVerdictsOf(scope.db, row.id)
  const reviews = await listReviewsOf(scope.db, row.id)
  return { ...ownTextOf(row, verdicts, reviews), reviewBy: await promisedIn(scope, row.regionCode, 'review') }
}

function ownTextOf(row: ModeratedRow, verdicts: VerdictRow[], reviews: ReviewRow[]): Omit<OwnText, 'reviewBy'> {
  const { id, title, path, text, rendition, state } = row
  const taking = takingVerdict(row, verdicts)
  const review = reviews.at(-1)
  const why = JSON.parse(row.heldFor ?? '[]') as Suspicion[]
  return {
    id,
    title,
    path,
    text,
    rendition,
    state,
    erased: row.erasedAt !== null,
    held: state === 'held' ? { why, promisedBy: row.promisedBy } : null,
    taken: taking ?? null,
    review: review ?? null,
    mayAskReview: taking !== undefined && !reviews.some(({ verdictId }) => verdictId === taking.id),
  }
}

/** The verdict that keeps something from sight now: what may be looked at again. */
export function takingVerdict(
  { state, rendition }: Pick<ModeratedRow, 'state' | 'rendition'>,
  verdicts: VerdictRow[],
): (VerdictRow & { what: 'hidden' | 'masked' }) | undefined {
  const wanted = state === 'hidden' ? 'hidden' : rendition !== null ? 'masked' : undefined
  const found = wanted && verdicts.findLast(({ what }) => what === wanted)
  return found && { ...found, what: wanted }
}
