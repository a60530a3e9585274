/** The second step of signing in: a code from the phone, or one from paper. Who publishes or administers must have it. */
import { findAccountById, lockAccount } from '#db/identity/accounts.ts'
import { listGrantsOfAccount } from '#db/identity/role-grants.ts'
import { takeSession } from '#db/identity/sessions.ts'
import type { Transaction } from '#db/database.ts'
import type { Role } from '#db/identity/tables.ts'
import { deleteReset, findTotp, useStep } from '#db/identity/totp.ts'
import type { Issues } from '../forms.ts'
import { unseal, type PortalKey } from '../portal-key.ts'
import { transaction, type Scope } from '../scope.ts'
import { countAttempt, forgetAttempts, limitOf, type Limit } from './attempts.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { termState } from './rules/term.ts'
import { sessionOfCookie, startSession, type BrowserCookies, type Lacks } from './sessions.ts'
import { stepOfCode } from './totp.ts'

const FREE_ATTEMPTS = 5
const NEED_SECOND_STEP: readonly Role[] = ['publisher', 'admin']

export interface GivenCode {
  /** Six digits from the phone. */
  code?: string
  /** In its place, one of the ten from paper. */
  recovery?: string
}

export interface StepRefusal {
  ok: false
  /** form: step-over (sign in anew), later; code, recovery: see `words.identity.issues`. */
  issues: Issues
  retryAt?: Date
}

export type StepOutcome<T> = ({ ok: true } & T) | StepRefusal

/** What a sign-in with the right password still lacks. Roles still to come count, those that have ended don't. */
export async function whatSignInLacks({ db, now }: Pick<Scope, 'db' | 'now'>, accountId: string): Promise<Lacks> {
  if (await findTotp(db, accountId)) return 'code'
  return (await needsSecondStep({ db, now }, accountId)) ? 'set-up' : null
}

export async function needsSecondStep({ db, now }: Pick<Scope, 'db' | 'now'>, accountId: string): Promise<boolean> {
  const grants = await listGrantsOfAccount(db, accountId)
  return grants.some((grant) => NEED_SECOND_STEP.includes(grant.role) && termState(grant, now) !== 'ended')
}

/** Whose sign-in waits for a code, by the browser's cookie; undefined when none does. */
export async function getWaitingSignIn(
  scope: Scope,
  cookieHeader: string | null,
): Promise<{ name: string; email: string; lacks: 'code' | 'set-up' } | undefined> {
  const session = await sessionOfCookie(scope, cookieHeader)
  const account = session?.lacks && (await findAccountById(scope.db, session.accountId))
  if (!account || !session?.lacks) return undefined
  return { name: account.name, email: account.email, lacks: session.lacks }
}

/** Finishes a sign-in: the session that waited ends and one that holds begins, under an id of its own. */
export async function giveCode(
  scope: Scope,
  key: PortalKey,
  given: GivenCode,
  cookies: BrowserCookies,
): Promise<StepOutcome<{ accountId: string; setCookie: string }>> {
  const over = { ok: false, issues: { form: 'step-over' } } as const
  const session = await sessionOfCookie(scope, cookies.cookieHeader)
  if (session?.lacks !== 'code') return over
  if (isEmpty(given)) return { ok: false, issues: { code: 'required' } }
  const limit = secondStepLimit(session.accountId)
  const verdict = await countAttempt(scope, [limit])
  if (!verdict.allowed) return { ok: false, issues: { form: 'later' }, retryAt: verdict.retryAt }
  return transaction(scope, async ({ db, now }) => {
    const account = await lockAccount(db, session.accountId)
    if (!account || account.disabled || !(await sessionOfCookie({ db, now }, cookies.cookieHeader))) return over
    const issues = await issuesOfCode({ db, now }, key, account.id, given)
    if (issues) return { ok: false, issues }
    await takeSession(db, session.idHash)
    await forgetAttempts(db, limit)
    return { ok: true, accountId: account.id, setCookie: await startSession({ db, now }, account.id, cookies) }
  })
}

/**
 * Uses the code up; what is wrong with it, if anything. Inside a transaction that holds the account.
 * Who shows the phone itself has not lost it: a reset that somebody asked for is over.
 */
export async function issuesOfCode(
  { db, now }: Pick<Scope<Transaction>, 'db' | 'now'>,
  key: PortalKey,
  accountId: string,
  { code = '', recovery = '' }: GivenCode,
): Promise<Issues | undefined> {
  if (recovery.trim() !== '') {
    return (await useRecoveryCode(db, accountId, recovery)) ? undefined : { recovery: 'recovery-wrong' }
  }
  const totp = await findTotp(db, accountId)
  const secret = totp && unseal(key, totp.secret, aboutSecret(accountId))
  const step = secret && stepOfCode(secret, code, now)
  if (!step || !(await useStep(db, accountId, step))) return { code: 'code-wrong' }
  await deleteReset(db, accountId)
  return undefined
}

export function isEmpty({ code = '', recovery = '' }: GivenCode): boolean {
  return code.trim() === '' && recovery.trim() === ''
}

/** Counted with the codes at signing in: one and the same thing is guessed. */
export function secondStepLimit(accountId: string): Limit {
  return limitOf('second-step', [accountId], FREE_ATTEMPTS)
}

/** What a secret of an account is sealed as. */
export function aboutSecret(accountId: string): string {
  return `totp ${accountId}`
}
