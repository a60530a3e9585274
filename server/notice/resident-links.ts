/** A link and a code to sign in with, by mail, to who asks for one. */
import type { Transaction } from '#db/database.ts'
import { networkOf } from '../client-address.ts'
import { readInput, type Outcome } from '../forms.ts'
import { countAttempt, limitOf } from '../identity/attempts.ts'
import { LINK_MINUTES, mailLimit, makeResidentLink, newAsking } from '../identity/resident-sign-in.ts'
import { emailSchema } from '../identity/schema.ts'
import { pathTo, type Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { notice as english } from '../words/en/notice.ts'
import { notice as indonesian } from '../words/id/notice.ts'
import { letter, type Letter } from './letters.ts'
import { queueMail } from './outbox.ts'

/** Many phones of one carrier, or of a whole village, share an address. */
const FREE_PER_NETWORK = 120

/**
 * Asks for a mail to an address that may be anyone's; the same is done whether or not it has an account. `asking` is for the
 * browser that asked, which takes the mail's code with it alone. Issues: email; form: later.
 * @param next address of ours to go on to
 */
export async function askResidentLink(
  scope: Scope,
  { email: typed, address, next }: { email: string; address: string; next: string },
  locale: Locale,
): Promise<Outcome<{ email: string; asking: string }> & { retryAt?: Date }> {
  const reading = readInput(emailSchema, { email: typed })
  if (!reading.ok) return reading
  const { email } = reading.value
  const verdict = await countAttempt(scope, [
    mailLimit(email),
    limitOf('resident-link-from', [networkOf(address)], FREE_PER_NETWORK),
  ])
  if (!verdict.allowed) {
    return { ok: false, issues: { form: 'later' }, values: { email: typed }, retryAt: verdict.retryAt }
  }
  const { asking, askingHash } = newAsking()
  await transaction(scope, (within) => queueMail(within, { kind: 'resident-link', email, askingHash, next, locale }))
  return { ok: true, email, asking }
}

export async function residentLetter(
  scope: Scope<Transaction>,
  { email, askingHash, next, locale }: { email: string; askingHash: string; next: string; locale: Locale },
  publicUrl: string,
): Promise<Letter> {
  const { token, code } = await makeResidentLink(scope, { email, askingHash })
  const t = (locale === 'en' ? english : indonesian).resident
  const path = pathTo(locale, 'residentLink', { token })
  const link = publicUrl + path + (next ? `?${new URLSearchParams({ next })}` : '')
  const paragraphs = [t.text, link, t.code(code), t.holds(LINK_MINUTES)]
  return letter({ email, name: '' }, { locale, publicUrl }, t.subject, paragraphs)
}
