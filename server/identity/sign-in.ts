/** Signing in with e-mail and password. */
import { findAccountByEmail, lockAccount, setAccountLocale } from '#db/identity/accounts.ts'
import { networkOf } from '../client-address.ts'
import type { Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { countAttempt, forgetAttempts, limitOf, uncountAttempt } from './attempts.ts'
import { verifyPassword } from './passwords.ts'
import { plainEmail } from './schema.ts'
import { whatSignInLacks } from './second-step.ts'
import { startSession, type BrowserCookies, type Lacks } from './sessions.ts'

/** Wrong passwords for one account from one network before waiting begins; and for all accounts from one network. */
const FREE_PER_ACCOUNT = 5
const FREE_PER_NETWORK = 100

export type SignInOutcome =
  /** `lacks` is the step that the session still needs before it is anybody's. */
  | { ok: true; accountId: string; setCookie: string; lacks: Lacks }
  | {
      ok: false
      issues: { form: 'sign-in-wrong' | 'sign-in-later' }
      /** When the next attempt will be let through; null when it may be made at once. */
      retryAt: Date | null
      values: { email: string }
    }

/**
 * Says the same, in the same time, for an unknown address, a disabled account and a wrong password.
 * `address` is the client's; it is counted as a hash and forgotten after an hour without an attempt. `locale` is what they read
 * the portal in: mail of the portal's own accord comes in it from then on.
 */
export async function signIn(
  scope: Scope,
  { email, password, address, locale }: { email: string; password: string; address: string; locale?: Locale },
  cookies: BrowserCookies,
): Promise<SignInOutcome> {
  const refused = (form: 'sign-in-wrong' | 'sign-in-later', retryAt: Date | null = null) =>
    ({ ok: false, issues: { form }, retryAt, values: { email } }) as const
  const known = plainEmail(email)
  const network = networkOf(address)
  const perAccount = limitOf('sign-in', [network, known], FREE_PER_ACCOUNT)
  const perNetwork = limitOf('sign-in', [network], FREE_PER_NETWORK)
  const verdict = await countAttempt(scope, [perAccount, perNetwork])
  if (!verdict.allowed) return refused('sign-in-later', verdict.retryAt)

  const account = await findAccountByEmail(scope.db, known)
  const passwordHash = account?.disabled ? null : account?.passwordHash
  if (!(await verifyPassword(passwordHash, password)) || !account) return refused('sign-in-wrong')
  return transaction(scope, async ({ db, now }) => {
    const still = await lockAccount(db, account.id)
    if (still?.disabled || still?.passwordHash !== passwordHash) return refused('sign-in-wrong')
    await forgetAttempts(db, perAccount)
    await uncountAttempt(db, perNetwork)
    if (locale && locale !== account.locale) await setAccountLocale(db, account.id, locale)
    const lacks = await whatSignInLacks({ db, now }, account.id)
    const setCookie = await startSession({ db, now }, account.id, cookies, lacks)
    return { ok: true, accountId: account.id, setCookie, lacks }
  })
}
