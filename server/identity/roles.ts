/** Giving roles and taking them back. Every change ends the sessions and the unused links of the account. */
import { findAccountByEmail, lockAccount } from '#db/identity/accounts.ts'
import * as grants from '#db/identity/role-grants.ts'
import type { AccountRow } from '#db/identity/tables.ts'
import { may, mayAnywhere } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import type { Transaction } from '#db/database.ts'
import { endOfDay, startOfDay } from '../directory/rules/days.ts'
import { addAccount, fieldsOf, grantRole, type NewGrant, type Tell } from './grants.ts'
import { coversAccount, endAccess } from './reach.ts'
import { isGuarded } from './rules/machine-tokens.ts'
import { overlap, termState, type Term } from './rules/term.ts'
import { inviteSchema, type InviteInput } from './schema.ts'
import { findScope, type FoundScope } from './scopes.ts'
import { makeLink } from './sign-in-links.ts'

export interface Invited {
  invitation: Invitation
  /** Whether the link is on its way by `tell`. */
  told: boolean
}

export interface Invitation {
  accountId: string
  email: string
  /** Path of the link to set a password, shown once; null when it is told elsewhere, or the account has a password. */
  link: string | null
}

/**
 * Gives a role in a place within the actor's own, to a new account or to one that exists.
 * With `tell` the link is made and told by others, in the same transaction; without, it is shown here.
 * Issues: see `inviteSchema`; scope: scope-unknown; lastDay: term-past; email: disabled, pending-elsewhere, role-held.
 */
export async function inviteAccount(scope: Scope, input: InviteInput, tell?: Tell): Promise<Outcome<Invited>> {
  if (!mayAnywhere(scope.actor, 'account.invite')) throw new Refused('forbidden')
  const reading = readInput(inviteSchema, input)
  if (!reading.ok) return reading
  const { email, name, role, scopeKind, scopeId, firstDay, lastDay } = reading.value
  if (scope.actor?.token && isGuarded(role)) throw new Refused('forbidden')
  const wrong = (issues: Issues) => ({ ok: false as const, issues, values: reading.values })
  return transaction(scope, async (within) => {
    const target = await findScope(within.db, scopeKind, scopeId)
    if (!may(scope.actor, 'account.invite', target?.place ?? {})) throw new Refused('forbidden')
    if (!target) return wrong({ scope: 'scope-unknown' })
    const grant = { role, scopeKind, scopeId: target.scopeId, ...termOf(target, firstDay, lastDay) }
    if (termState(grant, scope.now) === 'ended') return wrong({ lastDay: 'term-past' })
    const found = await findAccountByEmail(within.db, email)
    const issue = found && (await issueOf(within, found, grant))
    if (issue) return wrong({ email: issue })
    const account = found ?? (await addAccount(within, email, name))
    await grantRole(within, account.id, grant)
    const link = account.passwordHash === null ? await passOn(within, account.id, tell) : null
    const told = tell !== undefined && account.passwordHash === null
    return { ok: true as const, told, invitation: { accountId: account.id, email, link } }
  })
}

async function passOn(within: Scope<Transaction>, accountId: string, tell: Tell | undefined): Promise<string | null> {
  if (!tell) return makeLink(within, accountId)
  await tell(within, accountId)
  return null
}

/**
 * Takes a role back. Issues: form: last-admin (the portal keeps one).
 * @throws Refused not-found, forbidden
 */
export async function revokeRole(scope: Scope, grantId: string): Promise<Outcome<object>> {
  return transaction(scope, async (within) => {
    const grant = await grants.findPlacedGrant(within.db, grantId)
    if (!grant) throw new Refused('not-found')
    const target = await findScope(within.db, grant.scopeKind, grant.scopeId)
    if (!may(scope.actor, 'account.invite', target?.place ?? {})) throw new Refused('forbidden')
    if (grant.role === 'admin' && grant.scopeKind === 'portal' && (await isLastAdmin(within, grant.accountId))) {
      return { ok: false, issues: { form: 'last-admin' }, values: {} }
    }
    await grants.deleteGrant(within.db, grantId)
    await endAccess(within.db, grant.accountId)
    within.record({ kind: 'identity.role-revoked', subject: grant.accountId, fields: fieldsOf(grant) })
    return { ok: true }
  })
}

/** Whether without this account nobody would administer the portal for good. */
export async function isLastAdmin({ db, now }: Pick<Scope<Transaction>, 'db' | 'now'>, accountId: string) {
  const admins = await grants.lockPortalAdmins(db, now.toISOString())
  return admins.length === 1 && admins[0] === accountId
}

/**
 * Who invited an account that has no password yet may still hold its link. So a role from someone who doesn't
 * administer all of that account's roles must wait, or the first could take it.
 */
async function issueOf(
  scope: Scope<Transaction>,
  found: AccountRow,
  grant: NewGrant & Term,
): Promise<string | undefined> {
  const account = await lockAccount(scope.db, found.id)
  if (account?.disabled) return 'disabled'
  const held = await grants.listGrantsOfAccount(scope.db, found.id)
  if (held.some((one) => sameGrant(one, grant) && overlap(one, grant))) return 'role-held'
  if (account?.passwordHash === null && !(await coversAccount(scope, found.id))) return 'pending-elsewhere'
  return undefined
}

function sameGrant(a: NewGrant, b: NewGrant): boolean {
  return a.role === b.role && a.scopeKind === b.scopeKind && a.scopeId === b.scopeId
}

/** Days are inclusive, and those of the place. */
function termOf({ zone }: FoundScope, firstDay: string | null, lastDay: string | null): Term {
  return { startsAt: firstDay && startOfDay(firstDay, zone), endsAt: lastDay && endOfDay(lastDay, zone) }
}
