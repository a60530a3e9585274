/** Accounts of staff, their sessions (only hashes of ids), roles with a scope, single-use links, and counted attempts. */
import type { Selectable } from 'kysely'

export interface IdentityTables {
  account: AccountTable
  session: SessionTable
  roleGrant: RoleGrantTable
  signInLink: SignInLinkTable
  attempt: AttemptTable
}

export type Role = 'admin' | 'publisher' | 'officer' | 'auditor'
export type ScopeKind = 'portal' | 'region' | 'institution' | 'unit'

export interface AccountTable {
  id: string
  email: string
  name: string
  passwordHash: string | null
  createdAt: string
  disabled: 0 | 1
}

export interface SessionTable {
  idHash: string
  accountId: string
  expiresAt: string
}

export interface RoleGrantTable {
  id: string
  accountId: string
  role: Role
  scopeKind: ScopeKind
  /** Region code, institution path or unit id; null for the portal. */
  scopeId: string | null
}

/** A link that sets a password once: for the first administrator (`accountId` null) or for an invited account. */
export interface SignInLinkTable {
  tokenHash: string
  accountId: string | null
  expiresAt: string
}

/** Attempts at something that can be guessed, counted per key until an hour of quiet. Keys are hashes. */
export interface AttemptTable {
  key: string
  count: number
  lastAt: string
}

export type AccountRow = Selectable<AccountTable>
export type SessionRow = Selectable<SessionTable>
export type SignInLinkRow = Selectable<SignInLinkTable>
export type AttemptRow = Selectable<AttemptTable>
export type RoleGrantRow = Selectable<RoleGrantTable>
