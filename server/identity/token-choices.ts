/** The roles that a person may hand on to a machine: those held at this moment. */
import { listPlacedGrantsOfAccount } from '#db/identity/role-grants.ts'
import type { Role, ScopeKind } from '#db/identity/tables.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'

export interface TokenChoice {
  /** For the field `grant` of a new token. */
  value: string
  role: Role
  scopeKind: ScopeKind
  /** Null for the portal, which the words name. */
  scopeName: string | null
}

/** @throws Refused not-signed-in */
export async function listTokenChoices({ db, actor }: Scope): Promise<TokenChoice[]> {
  if (!actor) throw new Refused('not-signed-in')
  const placed = await listPlacedGrantsOfAccount(db, actor.accountId)
  return actor.grants.map(({ role, scopeKind, scopeId }) => ({
    value: `${role}|${scopeKind}:${scopeId ?? ''}`,
    role,
    scopeKind,
    scopeName: placed.find((grant) => grant.scopeKind === scopeKind && grant.scopeId === scopeId)?.scopeName ?? null,
  }))
}
