/** Accounts of staff, their sessions (only hashes of ids), second steps, roles, single-use links, attempts; and residents. */
import type { Selectable } from 'kysely'

export interface IdentityTables {
  account: AccountTable
  session: SessionTable
  roleGrant: RoleGrantTable
  signInLink: SignInLinkTable
  attempt: AttemptTable
  accountTotp: AccountTotpTable
  recoveryCode: RecoveryCodeTable
  totpReset: TotpResetTable
  machineToken: MachineTokenTable
  resident: ResidentTable
  residentSession: ResidentSessionTable
  residentLink: ResidentLinkTable
}

export type Role = 'admin' | 'publisher' | 'officer' | 'moderator' | 'auditor'
export type ScopeKind = 'portal' | 'region' | 'institution' | 'unit'

export interface AccountTable {
  id: string
  email: string
  name: string
  passwordHash: string | null
  createdAt: string
  disabled: 0 | 1
  /** The language in which they signed in last. */
  locale: string | null
}

export interface SessionTable {
  idHash: string
  accountId: string
  createdAt: string
  /** Moved on now and then, not at each request. */
  seenAt: string
  expiresAt: string
  /** What the sign-in still lacks; such a session opens nothing but that step. Null: it holds. */
  lacks: 'code' | 'set-up' | null
  /** Sealed: a secret shown to this session alone and not confirmed yet. */
  offeredSecret: string | null
}

/** The second step of an account that has one. */
export interface AccountTotpTable {
  accountId: string
  /** Sealed under a key that is not in the database. */
  secret: string
  /** Number of the last time step whose code was used: none up to it is taken again. */
  lastStep: number
  setUpAt: string
}

/** Each is used once, and then it is gone. */
export interface RecoveryCodeTable {
  codeHash: string
  accountId: string
}

/** One administrator asked to take an account's second step away; another must agree. */
export interface TotpResetTable {
  accountId: string
  askedBy: string
  askedAt: string
}

export interface RoleGrantTable {
  id: string
  accountId: string
  role: Role
  scopeKind: ScopeKind
  /** Region code, institution path or unit id; null for the portal. */
  scopeId: string | null
  /** In force from `startsAt` up to, not including, `endsAt`; null has no such limit. */
  startsAt: string | null
  endsAt: string | null
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

/** A bearer token by which a machine acts for an account, with one role in one place at the most. */
export interface MachineTokenTable {
  id: string
  tokenHash: string
  accountId: string
  /** The token that made it; null when its account did so on the page. */
  parentId: string | null
  name: string
  role: Role
  scopeKind: ScopeKind
  scopeId: string | null
  createdAt: string
  expiresAt: string
  /** A date in Asia/Jakarta, no time. */
  lastUsedOn: string | null
}

/** A resident who wants their inputs in one place: an address, and nothing else. Apart from staff: it has no role. */
export interface ResidentTable {
  id: string
  email: string
  locale: string
  createdAt: string
}

export interface ResidentSessionTable {
  idHash: string
  residentId: string
  expiresAt: string
}

/** Signs a resident in once: by the link, or by the code in the browser that asked for it. */
export interface ResidentLinkTable {
  tokenHash: string
  codeHash: string
  email: string
  expiresAt: string
}

export type ResidentRow = Selectable<ResidentTable>
export type ResidentLinkRow = Selectable<ResidentLinkTable>
export type MachineTokenRow = Selectable<MachineTokenTable>
export type AccountRow = Selectable<AccountTable>
export type AccountTotpRow = Selectable<AccountTotpTable>
export type TotpResetRow = Selectable<TotpResetTable>
export type SessionRow = Selectable<SessionTable>
export type SignInLinkRow = Selectable<SignInLinkTable>
export type AttemptRow = Selectable<AttemptTable>
export type RoleGrantRow = Selectable<RoleGrantTable>
