/** Whether an administrator stands over an account, and what a change of its standing ends. */
import { listPlacedGrantsOfAccount, type PlacedGrantRow } from '#db/identity/role-grants.ts'
import { deleteSessionsOfAccount } from '#db/identity/sessions.ts'
import { deleteLinksOfAccount } from '#db/identity/sign-in-links.ts'
import { may, type Action, type Actor } from '../access.ts'
import type { Scope } from '../scope.ts'
import { termState } from './rules/term.ts'
import { placeOfGrant } from './scopes.ts'

type Standing = Pick<Scope, 'db' | 'actor' | 'now'>

/** Whether every role of the account lies within the actor's own places; without any role, only the portal's does. */
export async function coversAccount({ db, actor, now }: Standing, accountId: string): Promise<boolean> {
  const grants = await listPlacedGrantsOfAccount(db, accountId)
  return coversAll(
    actor,
    'account.invite',
    grants.filter((grant) => termState(grant, now) !== 'ended'),
  )
}

/** Roles that have ended are to be left out before. */
export function coversAll(actor: Actor | null, action: Action, grants: PlacedGrantRow[]): boolean {
  if (grants.length === 0) return may(actor, action, {})
  return grants.every((grant) => may(actor, action, placeOfGrant(grant)))
}

/** Ends every session and every unused link of the account. */
export async function endAccess(db: Scope['db'], accountId: string): Promise<void> {
  await deleteSessionsOfAccount(db, accountId)
  await deleteLinksOfAccount(db, accountId)
}
