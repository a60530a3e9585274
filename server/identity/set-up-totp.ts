/** Setting up the second step: a secret is offered to one session alone, and holds once a code from it comes back. */
import { findAccountById, lockAccount } from '#db/identity/accounts.ts'
import { countRecoveryCodes } from '#db/identity/recovery-codes.ts'
import { offerSecret } from '#db/identity/sessions.ts'
import type { SessionRow } from '#db/identity/tables.ts'
import { deleteReset, findTotp, putTotp } from '#db/identity/totp.ts'
import { Refused } from '../errors.ts'
import { seal, unseal, type PortalKey } from '../portal-key.ts'
import { transaction, type Scope } from '../scope.ts'
import { countAttempt, forgetAttempts, limitOf } from './attempts.ts'
import { verifyPassword } from './passwords.ts'
import { endAccess } from './reach.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import {
  aboutSecret,
  isEmpty,
  issuesOfCode,
  needsSecondStep,
  secondStepLimit,
  type StepOutcome,
  type StepRefusal,
} from './second-step.ts'
import { sessionOfCookie, startSession, type BrowserCookies } from './sessions.ts'
import { newSecret, stepOfCode, totpUri } from './totp.ts'

const FREE_PASSWORD_ATTEMPTS = 5

export interface TotpOffer {
  email: string
  /** Base 32, to be typed where nothing can be scanned. */
  secret: string
  uri: string
  /** In the middle of signing in the password was given just before; else it is asked for. */
  asksPassword: boolean
  /** Whether it takes the place of a phone that is set up already. */
  replaces: boolean
}

/** What this session may set up; the same at each look. Undefined when there is no session that may. */
export async function offerTotp(
  scope: Scope,
  key: PortalKey,
  { cookieHeader, place }: { cookieHeader: string | null; place: string },
): Promise<TotpOffer | undefined> {
  const session = await settableSession(scope, cookieHeader)
  const account = session && (await findAccountById(scope.db, session.accountId))
  if (!account || !session) return undefined
  if (!session.offeredSecret) {
    await offerSecret(scope.db, session.idHash, seal(key, newSecret(), aboutOffer(session.idHash)))
  }
  const secret = offeredSecretOf(key, (await sessionOfCookie(scope, cookieHeader)) ?? session)
  if (!secret) return undefined
  const replaces = (await findTotp(scope.db, account.id)) !== undefined
  const uri = totpUri(secret, { email: account.email, place })
  return { email: account.email, secret, uri, asksPassword: session.lacks === null, replaces }
}

/**
 * Ends all sessions, begins one that holds, and gives ten recovery codes, which are shown this once.
 * Issues: form: step-over; code: code-wrong; password: wrong, later.
 */
export async function setUpTotp(
  scope: Scope,
  key: PortalKey,
  { code = '', password = '' }: { code?: string; password?: string },
  cookies: BrowserCookies,
): Promise<StepOutcome<{ setCookie: string; recoveryCodes: string[] }>> {
  const over = { ok: false, issues: { form: 'step-over' } } as const
  const session = await settableSession(scope, cookies.cookieHeader)
  const secret = session && offeredSecretOf(key, session)
  if (!session || !secret) return over
  const refused = session.lacks === null ? await refusedPassword(scope, session.accountId, password) : undefined
  if (refused) return refused
  const step = stepOfCode(secret, code, scope.now)
  if (!step) return { ok: false, issues: { code: code.trim() === '' ? 'required' : 'code-wrong' } }
  return transaction(scope, async ({ db, now }) => {
    const account = await lockAccount(db, session.accountId)
    // Again, behind the lock: another session of the account may have been faster.
    if (!account || !(await settableSession({ db, now }, cookies.cookieHeader))) return over
    const sealed = seal(key, secret, aboutSecret(account.id))
    await putTotp(db, { accountId: account.id, secret: sealed, lastStep: step, setUpAt: now.toISOString() })
    await deleteReset(db, account.id)
    await endAccess(db, account.id)
    const recoveryCodes = await replaceRecoveryCodes(db, account.id)
    return { ok: true, recoveryCodes, setCookie: await startSession({ db, now }, account.id, cookies) }
  })
}

export interface SecondStepView {
  isSetUp: boolean
  /** Whether the account's roles ask for it. */
  isNeeded: boolean
  recoveryCodes: number
}

/** The actor's own second step. @throws Refused not-signed-in */
export async function getOwnSecondStep({ db, now, actor }: Scope): Promise<SecondStepView> {
  if (!actor) throw new Refused('not-signed-in')
  return {
    isSetUp: (await findTotp(db, actor.accountId)) !== undefined,
    isNeeded: await needsSecondStep({ db, now }, actor.accountId),
    recoveryCodes: await countRecoveryCodes(db, actor.accountId),
  }
}

/** Ten new codes in place of those that are left, for a code from the phone. @throws Refused not-signed-in */
export async function renewRecoveryCodes(
  scope: Scope,
  key: PortalKey,
  { code = '' }: { code?: string },
): Promise<StepOutcome<{ recoveryCodes: string[] }>> {
  const accountId = scope.actor?.accountId
  if (!accountId) throw new Refused('not-signed-in')
  if (isEmpty({ code })) return { ok: false, issues: { code: 'required' } }
  const limit = secondStepLimit(accountId)
  const verdict = await countAttempt(scope, [limit])
  if (!verdict.allowed) return { ok: false, issues: { code: 'later' }, retryAt: verdict.retryAt }
  return transaction(scope, async ({ db, now }) => {
    await lockAccount(db, accountId)
    const issues = await issuesOfCode({ db, now }, key, accountId, { code })
    if (issues) return { ok: false, issues }
    await forgetAttempts(db, limit)
    return { ok: true, recoveryCodes: await replaceRecoveryCodes(db, accountId) }
  })
}

/**
 * A session that holds, or one that is to set up what isn't there yet. One that began before the account had a phone may not
 * put another in its place: it has shown the password alone.
 */
async function settableSession(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  cookieHeader: string | null | undefined,
): Promise<SessionRow | undefined> {
  const session = await sessionOfCookie({ db, now }, cookieHeader)
  if (!session || session.lacks === 'code') return undefined
  return session.lacks === 'set-up' && (await findTotp(db, session.accountId)) ? undefined : session
}

async function refusedPassword(scope: Scope, accountId: string, password: string): Promise<StepRefusal | undefined> {
  const limit = limitOf('change-password', [accountId], FREE_PASSWORD_ATTEMPTS)
  const verdict = await countAttempt(scope, [limit])
  if (!verdict.allowed) return { ok: false, issues: { password: 'later' }, retryAt: verdict.retryAt }
  const account = await findAccountById(scope.db, accountId)
  if (!(await verifyPassword(account?.passwordHash, password))) return { ok: false, issues: { password: 'wrong' } }
  await forgetAttempts(scope.db, limit)
  return undefined
}

function offeredSecretOf(key: PortalKey, { idHash, offeredSecret }: SessionRow): string | undefined {
  return offeredSecret === null ? undefined : unseal(key, offeredSecret, aboutOffer(idHash))
}

function aboutOffer(idHash: string): string {
  return `totp-offer ${idHash}`
}
