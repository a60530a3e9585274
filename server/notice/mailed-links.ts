/** Links to set a password, by mail: for who is invited, for who lost the password, and for who an administrator sends one. */
import { lockAccount } from '#db/identity/accounts.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { countAttempt, limitOf } from '../identity/attempts.ts'
import { coversAccount } from '../identity/reach.ts'
import { inviteAccount, type Invited } from '../identity/roles.ts'
import { networkOf } from '../client-address.ts'
import { emailSchema, type InviteInput } from '../identity/schema.ts'
import type { Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { queueMail } from './outbox.ts'

const FREE_PER_ADDRESS = 3
const FREE_PER_NETWORK = 20

/** As `inviteAccount`; who has no password yet gets the link by mail, and it is shown to nobody. */
export function inviteByMail(scope: Scope, input: InviteInput, locale: Locale): Promise<Outcome<Invited>> {
  return inviteAccount(scope, input, (within, accountId) =>
    queueMail(within, { kind: 'password-link', accountId, locale, invited: true }),
  )
}

/** A new link for an account, to its own address. Only by who administers all of its roles. @throws Refused */
export function mailLink(scope: Scope, accountId: string, locale: Locale): Promise<boolean> {
  return transaction(scope, async (within) => {
    const account = await lockAccount(within.db, accountId)
    if (!account) throw new Refused('not-found')
    if (account.disabled || !(await coversAccount(within, accountId))) throw new Refused('forbidden')
    return queueMail(within, { kind: 'password-link', accountId, locale, invited: account.passwordHash === null })
  })
}

/**
 * Asks for a link to an address that may be anyone's. The same is done whether or not an account has it.
 * Issues: email; form: later.
 */
export async function askForgottenLink(
  scope: Scope,
  { email: typed, address }: { email: string; address: string },
  locale: Locale,
): Promise<Outcome<object> & { retryAt?: Date }> {
  const reading = readInput(emailSchema, { email: typed })
  if (!reading.ok) return reading
  const { email } = reading.value
  const verdict = await countAttempt(scope, [
    limitOf('forgotten', [email], FREE_PER_ADDRESS),
    limitOf('forgotten-from', [networkOf(address)], FREE_PER_NETWORK),
  ])
  if (!verdict.allowed) {
    return { ok: false, issues: { form: 'later' }, values: { email: typed }, retryAt: verdict.retryAt }
  }
  await transaction(scope, (within) => queueMail(within, { kind: 'password-forgotten', email, locale }))
  return { ok: true }
}
