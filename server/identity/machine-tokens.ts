/**
 * Tokens by which machines act for an account: one role in one place that the account holds, for a time, ended at will. A
 * token is shown once and kept as its hash. At each use its role is held against what the account may do at that moment.
 */
import { randomBytes } from 'node:crypto'
import type { Transaction } from '#db/database.ts'
import { findAccountById } from '#db/identity/accounts.ts'
import * as tokens from '#db/identity/machine-tokens.ts'
import type { NamedTokenRow } from '#db/identity/machine-tokens.ts'
import type { MachineTokenRow, Role, ScopeKind } from '#db/identity/tables.ts'
import { reaches, type Actor, type Grant } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import { sha256 } from '../ledger/commitments.ts'
import { transaction, type Scope } from '../scope.ts'
import { findActor } from './actors.ts'
import { fieldsOf } from './grants.ts'
import { mostDays } from './rules/machine-tokens.ts'
import { machineTokenSchema, type MachineTokenInput } from './schema.ts'
import { findScope } from './scopes.ts'

const DAY_MS = 86_400_000
/** Enough for one machine at each counter of a district; more is a fault of a program. */
const MOST_TOKENS = 100
/** What the token begins with, so that programs that look for leaked secrets know one when they see it. */
const PREFIX = 'balai_'

export interface MachineTokenView {
  id: string
  name: string
  role: Role
  scopeKind: ScopeKind
  /** Null for the portal, which the words name. */
  scopeName: string | null
  expiresAt: string
  /** A date; null when it was never used. */
  lastUsedOn: string | null
}

/**
 * Makes a token for the actor's own account. One that a token makes ends with it at the latest, and makes none itself.
 * Issues: see `machineTokenSchema`; scope: scope-unknown, role-not-held; days: days-too-many; form: too-many-tokens.
 * @throws Refused not-signed-in, forbidden (by a token that a token made)
 */
export async function makeMachineToken(
  scope: Scope,
  input: MachineTokenInput,
): Promise<Outcome<{ token: string; view: MachineTokenView }>> {
  const actor = signedIn(scope)
  if (actor.token?.made) throw new Refused('forbidden')
  const reading = readInput(machineTokenSchema, input)
  if (!reading.ok) return reading
  const { name, role, scopeKind, days } = reading.value
  const wrong = (field: string, issue: string) => ({
    ok: false as const,
    issues: { [field]: issue },
    values: reading.values,
  })
  const target = await findScope(scope.db, scopeKind, reading.value.scopeId)
  if (!target) return wrong('scope', 'scope-unknown')
  if (!actor.grants.some((grant) => grant.role === role && reaches(grant, target.place))) {
    return wrong('scope', 'role-not-held')
  }
  if (days > mostDays(role)) return wrong('days', 'days-too-many')
  const token = PREFIX + randomBytes(32).toString('base64url')
  const row = {
    id: newId(),
    tokenHash: sha256(token),
    accountId: actor.accountId,
    parentId: actor.token?.id ?? null,
    name,
    role,
    scopeKind,
    scopeId: target.scopeId,
    createdAt: scope.now.toISOString(),
    expiresAt: endOf(scope.now, days, actor),
    lastUsedOn: null,
  }
  return transaction(scope, async ({ db, now, record }) => {
    await tokens.deleteTokensExpiredBy(db, now.toISOString())
    const held = await tokens.listTokens(db, { accountId: actor.accountId, now: now.toISOString() })
    if (held.length >= MOST_TOKENS) return wrong('form', 'too-many-tokens')
    await tokens.insertToken(db, row)
    record({ kind: 'identity.token-made', subject: actor.accountId, fields: fieldsOf(row) })
    const made = (await tokens.listTokens(db, { accountId: actor.accountId, now: now.toISOString() })).find(
      ({ id }) => id === row.id,
    )
    return { ok: true, token, view: viewOf(made ?? { ...row, scopeName: null }) }
  })
}

/** The account's own tokens that hold, the newest first; a token sees those that it made. @throws Refused not-signed-in */
export async function listMachineTokens(scope: Scope): Promise<MachineTokenView[]> {
  const { accountId, token } = signedIn(scope)
  const rows = await tokens.listTokens(scope.db, { accountId, parentId: token?.id, now: scope.now.toISOString() })
  return rows.map(viewOf)
}

/** Ends one of the account's own tokens and those that it made; a token ends itself or one that it made. @throws Refused */
export async function revokeMachineToken(scope: Scope, id: string): Promise<void> {
  const { accountId, token } = signedIn(scope)
  await transaction(scope, async ({ db, record }) => {
    const taken = await tokens.takeToken(db, accountId, id)
    const named = taken.find((row) => row.id === id)
    if (!named || (token && token.id !== id && named.parentId !== token.id)) throw new Refused('not-found')
    for (const row of taken) record({ kind: 'identity.token-revoked', subject: accountId, fields: fieldsOf(row) })
  })
}

/** Whoever made them may have been somebody else: a new password, a second step taken away and closing the account end all. */
export async function endTokensOf({ db, record }: Scope<Transaction>, accountId: string): Promise<void> {
  for (const row of await tokens.takeTokensOfAccount(db, accountId)) {
    record({ kind: 'identity.token-revoked', subject: accountId, fields: fieldsOf(row) })
  }
}

/** Who a token speaks for, with what of its role the account holds now; undefined for one that doesn't hold. */
export async function actorOfToken({ db, now }: Pick<Scope, 'db' | 'now'>, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(PREFIX)) return undefined
  const row = await tokens.findTokenByHash(db, sha256(token))
  if (!row || row.expiresAt <= now.toISOString()) return undefined
  const actor = await findActor(db, row.accountId, now)
  if (!actor) return undefined
  const today = dateInJakarta(now)
  if (row.lastUsedOn !== today) await tokens.setTokenUsed(db, row.id, today)
  const { id, expiresAt, parentId } = row
  return { ...actor, grants: await whatStillHolds(db, row, actor), token: { id, expiresAt, made: parentId !== null } }
}

/** The account itself, as a machine with its token learns of it. @throws Refused not-signed-in */
export async function getOwnGrants(
  scope: Scope,
): Promise<{ accountId: string; name: string; grants: Grant[]; expiresAt: string | null }> {
  const { accountId, token, grants } = signedIn(scope)
  const account = await findAccountById(scope.db, accountId)
  return { accountId, name: account?.name ?? '', grants, expiresAt: token?.expiresAt ?? null }
}

async function whatStillHolds(db: Scope['db'], row: MachineTokenRow, actor: Actor): Promise<Grant[]> {
  const { role, scopeKind, scopeId } = row
  const target = await findScope(db, scopeKind, scopeId)
  const held = target && actor.grants.some((grant) => grant.role === role && reaches(grant, target.place))
  return held ? [{ role, scopeKind, scopeId }] : []
}

function signedIn({ actor }: Scope): Actor {
  if (!actor) throw new Refused('not-signed-in')
  return actor
}

function endOf(now: Date, days: number, { token }: Actor): string {
  const wished = new Date(now.getTime() + days * DAY_MS).toISOString()
  return token && token.expiresAt < wished ? token.expiresAt : wished
}

function viewOf({ id, name, role, scopeKind, scopeName, expiresAt, lastUsedOn }: NamedTokenRow): MachineTokenView {
  return { id, name, role, scopeKind, scopeName, expiresAt, lastUsedOn }
}
