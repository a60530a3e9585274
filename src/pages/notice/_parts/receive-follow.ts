/** A posted address of who wants to follow something, handed over; and what the page must say of it. */
import type { AstroGlobal } from 'astro'
import { follow, type Subject } from '#server/notice/following.ts'
import { formatMoment } from '#server/words/format.ts'
import { issueTexts, postedValues } from '#ui/posted.ts'

export interface AskedFollow {
  /** As it was typed, or the address of the resident who is signed in. */
  email: string
  /** The address that a mail is on its way to. */
  sent?: string
  problem?: string | undefined
}

export async function receiveFollow(
  { locals, request, response }: Pick<AstroGlobal, 'locals' | 'request' | 'response'>,
  subject: Subject,
): Promise<AskedFollow> {
  const { scope, words, locale, clientAddress } = locals
  const typed = await postedValues(request)
  if (!typed) return { email: scope.resident?.email ?? '' }
  const { email = '' } = typed
  const outcome = await follow(scope, subject, { email, address: clientAddress }, locale)
  if (outcome.ok) return { email, sent: outcome.email }
  const { retryAt: until, issues } = outcome
  response.status = until ? 429 : 422
  const t = words.notice.follow
  const problem = until ? t.later(formatMoment(locale, until, 'Asia/Jakarta')) : issueTexts(issues, t.issues).email
  return { email, problem }
}
