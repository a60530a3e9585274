/** Accounts of staff: seen by who administers or audits them, closed, opened again, and their own passwords. */
import * as accounts from '#db/identity/accounts.ts'
import { listPlacedGrants, listPlacedGrantsOfAccount, type PlacedGrantRow } from '#db/identity/role-grants.ts'
import type { Role, ScopeKind } from '#db/identity/tables.ts'
import { listResets, listTotpAccounts } from '#db/identity/totp.ts'
import { may, mayAnywhere, type Actor } from '../access.ts'
import { dayIn, lastDayBefore } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { countAttempt, forgetAttempts, limitOf } from './attempts.ts'
import { endTokensOf } from './machine-tokens.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { coversAccount, coversAll, endAccess } from './reach.ts'
import { isLastAdmin } from './roles.ts'
import { passwordIssue } from './rules/password.ts'
import { termState, type TermState } from './rules/term.ts'
import { placeOfGrant, PORTAL_ZONE } from './scopes.ts'
import { liveReset } from './totp-reset.ts'
import { startSession, type CookieSettings } from './sessions.ts'

const FREE_PASSWORD_ATTEMPTS = 5

export interface GrantView {
  id: string
  role: Role
  scopeKind: ScopeKind
  /** Null for the portal, which the words name. */
  scopeName: string | null
  /** Days of its place's zone; null has no such limit. */
  firstDay: string | null
  lastDay: string | null
  state: TermState
  /** Whether the actor may take it back. */
  mayRevoke: boolean
}

export interface AccountView {
  id: string
  email: string
  name: string
  state: 'active' | 'invited' | 'disabled'
  /** Those that lie in the actor's own places. */
  grants: GrantView[]
  /** Whether it signs in with a second step. */
  secondStep: boolean
  /** Somebody asks for the second step to be taken away; another administrator must agree. */
  reset: { askedBy: string; mayAgree: boolean } | null
  /** Whether the actor may disable it, enable it or give it a new link: all of its roles lie in the actor's places. */
  mayManage: boolean
}

/** Accounts with a role in a place where the actor may see accounts, by address. @throws Refused forbidden */
export async function listAccounts({ db, actor, now }: Scope): Promise<AccountView[]> {
  if (!mayAnywhere(actor, 'account.see')) throw new Refused('forbidden')
  const grantsByAccount = Map.groupBy(await listPlacedGrants(db), (grant) => grant.accountId)
  const withTotp = new Set(await listTotpAccounts(db))
  const resets = new Map((await listResets(db)).map((reset) => [reset.accountId, reset]))
  const views = (await accounts.listAccounts(db)).map((account): AccountView | undefined => {
    const grants = grantsByAccount.get(account.id) ?? []
    const seen = grants.filter((grant) => may(actor, 'account.see', placeOfGrant(grant)))
    if (seen.length === 0 && !may(actor, 'account.see', {})) return undefined
    const { id, email, name, disabled, passwordHash } = account
    const state = disabled ? 'disabled' : passwordHash === null ? 'invited' : 'active'
    const mayRevoke = (grant: PlacedGrantRow) => may(actor, 'account.invite', placeOfGrant(grant))
    const shown = seen.map((grant) => viewOf(grant, now, mayRevoke(grant)))
    const standing = grants.filter((grant) => termState(grant, now) !== 'ended')
    const mayManage = coversAll(actor, 'account.invite', standing)
    const reset = resetView(liveReset(resets.get(id), now), mayManage ? actor : null)
    return { id, email, name, state, grants: shown, secondStep: withTotp.has(id), reset, mayManage }
  })
  return views.filter((view) => view !== undefined)
}

/** The actor's own account. @throws Refused not-signed-in */
export async function getOwnAccount({
  db,
  actor,
  now,
}: Scope): Promise<{ email: string; name: string; grants: GrantView[] }> {
  const account = actor && (await accounts.findAccountById(db, actor.accountId))
  if (!account) throw new Refused('not-signed-in')
  const grants = await listPlacedGrantsOfAccount(db, account.id)
  return { email: account.email, name: account.name, grants: grants.map((grant) => viewOf(grant, now, false)) }
}

/** Ends sessions, links and tokens and lets the account sign in no more; its roles stay. Issues: form: last-admin. */
export function disableAccount(scope: Scope, accountId: string): Promise<Outcome<object>> {
  return setStanding(scope, accountId, 1)
}

/** Lets a disabled account sign in again. */
export function enableAccount(scope: Scope, accountId: string): Promise<Outcome<object>> {
  return setStanding(scope, accountId, 0)
}

function setStanding(scope: Scope, accountId: string, disabled: 0 | 1): Promise<Outcome<object>> {
  return transaction(scope, async (within) => {
    const { db, actor, now, record } = within
    const account = await accounts.lockAccount(db, accountId)
    if (!account) throw new Refused('not-found')
    if (!(await coversAccount({ db, actor, now }, accountId))) throw new Refused('forbidden')
    if (account.disabled === disabled) return { ok: true }
    if (disabled && (await isLastAdmin({ db, now }, accountId))) {
      return { ok: false, issues: { form: 'last-admin' }, values: {} }
    }
    await accounts.setDisabled(db, accountId, disabled)
    await endAccess(db, accountId)
    if (disabled) await endTokensOf(within, accountId)
    record({
      kind: disabled ? 'identity.account-disabled' : 'identity.account-enabled',
      subject: accountId,
      fields: {},
    })
    return { ok: true }
  })
}

/**
 * Changes the actor's own password, ends all of its sessions and tokens and begins a new session.
 * Issues: current: wrong, later (see `retryAt`); password: see `passwordIssue`; repeat: repeat-differs.
 */
export async function changePassword(
  scope: Scope,
  { current, password, repeat }: { current: string; password: string; repeat?: string },
  cookies: CookieSettings,
): Promise<Outcome<{ setCookie: string }> & { retryAt?: Date }> {
  const wrong = (field: string, issue: string) => ({ ok: false as const, issues: { [field]: issue }, values: {} })
  const account = scope.actor && (await accounts.findAccountById(scope.db, scope.actor.accountId))
  if (!account) throw new Refused('not-signed-in')
  const limit = limitOf('change-password', [account.id], FREE_PASSWORD_ATTEMPTS)
  const weak = passwordIssue(password, account.email)
  if (weak) return wrong('password', weak)
  if (repeat !== undefined && repeat !== password) return wrong('repeat', 'repeat-differs')
  const verdict = await countAttempt(scope, [limit])
  if (!verdict.allowed) return { ...wrong('current', 'later'), retryAt: verdict.retryAt }
  if (!(await verifyPassword(account.passwordHash, current))) return wrong('current', 'wrong')
  const passwordHash = await hashPassword(password)
  return transaction(scope, async (within) => {
    const { db, now } = within
    const still = await accounts.lockAccount(db, account.id)
    if (still?.disabled || still?.passwordHash !== account.passwordHash) return wrong('current', 'wrong')
    await accounts.setPasswordHash(db, account.id, passwordHash)
    await endAccess(db, account.id)
    await endTokensOf(within, account.id)
    await forgetAttempts(db, limit)
    return { ok: true, setCookie: await startSession({ db, now }, account.id, cookies) }
  })
}

function resetView(
  reset: { accountId: string; askedBy: string; askedByName: string } | undefined,
  actor: Actor | null,
): AccountView['reset'] {
  if (!reset || !actor) return null
  const mayAgree = reset.askedBy !== actor.accountId && reset.accountId !== actor.accountId
  return { askedBy: reset.askedByName, mayAgree }
}

function viewOf(grant: PlacedGrantRow, now: Date, mayRevoke: boolean): GrantView {
  const { id, role, scopeKind, scopeName, startsAt, endsAt } = grant
  const zone = grant.timezone ?? PORTAL_ZONE
  const firstDay = startsAt && dayIn(new Date(startsAt), zone)
  const lastDay = endsAt && lastDayBefore(endsAt, zone)
  return { id, role, scopeKind, scopeName, firstDay, lastDay, state: termState(grant, now), mayRevoke }
}
