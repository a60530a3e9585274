/** Links that set a password once within a day: for the first administrator, for an invitation, for a lost password. */
import { randomBytes } from 'node:crypto'
import { findAccountById, isAnyAccount, lockAccount, setPasswordHash } from '#db/identity/accounts.ts'
import type { Transaction } from '#db/database.ts'
import * as links from '#db/identity/sign-in-links.ts'
import { Refused } from '../errors.ts'
import { issuesOf, type Outcome } from '../forms.ts'
import { sha256 } from '../ledger/commitments.ts'
import { pathTo, type Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { coversAccount, endAccess } from './reach.ts'
import { endTokensOf } from './machine-tokens.ts'
import { hashPassword } from './passwords.ts'
import { passwordIssue } from './rules/password.ts'
import { addAccount, grantRole } from './grants.ts'
import { firstAdminSchema } from './schema.ts'
import { whatSignInLacks } from './second-step.ts'
import { startSession, type BrowserCookies, type Lacks } from './sessions.ts'

const LIFE_HOURS = 24

export type LinkView =
  { purpose: 'first-admin' } | { purpose: 'password'; email: string; name: string; hasPassword: boolean }

export interface LinkInput {
  /** Asked of the first administrator alone. */
  email?: string
  name?: string
  password: string
  /** The password again, where the form asks for it. */
  repeat?: string
}

/** A new link for an account, in place of older ones. Its path is all that ever shows the token. */
export async function makeLink(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  accountId: string | null,
  locale: Locale = 'id',
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + LIFE_HOURS * 3_600_000).toISOString()
  await links.deleteLinksExpiredBy(db, now.toISOString())
  if (accountId) await links.deleteLinksOfAccount(db, accountId)
  else await links.takeSetupLinks(db)
  await links.insertLink(db, { tokenHash: sha256(token), accountId, expiresAt })
  return pathTo(locale, 'setPassword', { token })
}

/** Path of a link that makes the first administrator; undefined once there is any account. Older ones end. */
export function ensureSetupLink(scope: Scope): Promise<string | undefined> {
  return transaction(scope, async ({ db, now }) => {
    return (await isAnyAccount(db)) ? undefined : makeLink({ db, now }, null)
  })
}

/** A link for an account that lost its password. Only by who administers all of its roles. @throws Refused */
export function renewLink(scope: Scope, accountId: string): Promise<string> {
  return transaction(scope, async ({ db, now, actor }) => {
    const account = await lockAccount(db, accountId)
    if (!account) throw new Refused('not-found')
    if (account.disabled || !(await coversAccount({ db, actor, now }, accountId))) throw new Refused('forbidden')
    return makeLink({ db, now }, accountId)
  })
}

/** What a link is for, without using it; undefined when it was used, replaced or is older than a day. */
export async function getLink({ db, now }: Pick<Scope, 'db' | 'now'>, token: string): Promise<LinkView | undefined> {
  const link = await links.findLink(db, sha256(token))
  if (!link || link.expiresAt <= now.toISOString()) return undefined
  if (link.accountId === null) return (await isAnyAccount(db)) ? undefined : { purpose: 'first-admin' }
  const account = await findAccountById(db, link.accountId)
  if (!account || account.disabled) return undefined
  return { purpose: 'password', email: account.email, name: account.name, hasPassword: account.passwordHash !== null }
}

/**
 * Sets the password, which ends all sessions and tokens, and signs in, up to the second step. A form that isn't right leaves the link unused.
 * Issues: form: link-spent; email, name; password: see `passwordIssue`; repeat: repeat-differs.
 */
export async function applyLink(
  scope: Scope,
  token: string,
  input: LinkInput,
  cookies: BrowserCookies,
): Promise<Outcome<{ accountId: string; setCookie: string; lacks: Lacks }>> {
  const values = { ...(input.email && { email: input.email }), ...(input.name && { name: input.name }) }
  const spent = { ok: false as const, issues: { form: 'link-spent' }, values }
  const link = await getLink(scope, token)
  if (!link) return spent
  const form = firstAdminSchema.safeParse(link.purpose === 'first-admin' ? input : link)
  const issues = form.success ? {} : issuesOf(form.error)
  const weak = passwordIssue(input.password, form.data?.email ?? '')
  if (weak) issues.password = weak
  else if (input.repeat !== undefined && input.repeat !== input.password) issues.repeat = 'repeat-differs'
  if (!form.success || Object.keys(issues).length > 0) return { ok: false, issues, values }
  const passwordHash = await hashPassword(input.password)
  return transaction(scope, async (within) => {
    const accountId = await takeAccountOf(within, token, form.data)
    if (!accountId) return spent
    await setPasswordHash(within.db, accountId, passwordHash)
    await endAccess(within.db, accountId)
    await endTokensOf(within, accountId)
    const lacks = await whatSignInLacks(within, accountId)
    return { ok: true, accountId, lacks, setCookie: await startSession(within, accountId, cookies, lacks) }
  })
}

/** Uses the link up. Undefined when another was faster, or the link no longer holds. */
async function takeAccountOf(
  scope: Scope<Transaction>,
  token: string,
  first: { email: string; name: string },
): Promise<string | undefined> {
  const view = await getLink(scope, token)
  if (view?.purpose === 'first-admin') {
    const taken = await links.takeSetupLinks(scope.db)
    if (!taken.some((link) => link.tokenHash === sha256(token)) || (await isAnyAccount(scope.db))) return undefined
    const { id } = await addAccount(scope, first.email, first.name)
    await grantRole(scope, id, { role: 'admin', scopeKind: 'portal', scopeId: null })
    return id
  }
  const link = await links.findLink(scope.db, sha256(token))
  // The account before the link, as everywhere: two transactions never wait for each other.
  if (!view || !link?.accountId || !(await lockAccount(scope.db, link.accountId))) return undefined
  return (await links.takeLink(scope.db, sha256(token)))?.accountId ?? undefined
}
