/** The two writes that an invitation, a set-up and a command share. */
import type { Transaction } from '#db/database.ts'
import { insertAccount } from '#db/identity/accounts.ts'
import { insertGrant } from '#db/identity/role-grants.ts'
import type { AccountRow, Role, ScopeKind } from '#db/identity/tables.ts'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { endAccess } from './reach.ts'
import type { Term } from './rules/term.ts'

/** Tells the person concerned, in the act's own transaction: for modules that can. */
export type Tell = (within: Scope<Transaction>, accountId: string) => Promise<unknown>

export interface NewGrant extends Partial<Term> {
  role: Role
  scopeKind: ScopeKind
  scopeId: string | null
}

/** Gives the role and says so in the ledger, by role and place alone: the subject is an opaque id. */
export async function grantRole({ db, record }: Scope<Transaction>, accountId: string, grant: NewGrant): Promise<void> {
  await insertGrant(db, { id: newId(), accountId, startsAt: null, endsAt: null, ...grant })
  await endAccess(db, accountId)
  record({ kind: 'identity.role-granted', subject: accountId, fields: fieldsOf(grant) })
}

export async function addAccount(scope: Scope<Transaction>, email: string, name: string): Promise<AccountRow> {
  const createdAt = scope.now.toISOString()
  const account: AccountRow = { id: newId(), email, name, passwordHash: null, createdAt, disabled: 0, locale: null }
  await insertAccount(scope.db, account)
  return account
}

export function fieldsOf({ role, scopeKind, scopeId }: NewGrant): {
  role: string
  scopeKind: string
  scopeId: string | null
} {
  return { role, scopeKind, scopeId }
}
