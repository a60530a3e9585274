/**
 * Sessions, by Lucia: twelve hours from the last half of which any request draws them out again. The browser holds the
 * id in a cookie, the database its SHA-256 alone, so that a copy of the database opens no session.
 * A session that lacks the second step lasts half an hour, is nobody's, and ends when that step is taken.
 */
import { generateIdFromEntropySize, Lucia, TimeSpan, type Adapter } from 'lucia'
import type { Database } from '#db/database.ts'
import * as sessions from '#db/identity/sessions.ts'
import type { SessionRow } from '#db/identity/tables.ts'
import type { Actor } from '../access.ts'
import { SESSION_COOKIE } from '../keep-key.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { Scope } from '../scope.ts'
import { findActor } from './actors.ts'

const LIFE = new TimeSpan(12, 'h')
const UNFINISHED_MS = 30 * 60_000
/** When a session was last seen is kept no finer than this: a request need not write. */
const SEEN_MS = 5 * 60_000
const ID_BYTES = 25

export type Lacks = SessionRow['lacks']

export interface CookieSettings {
  /** Whether the cookie goes over https alone: when the portal's public address is https. */
  secure: boolean
}

/** What the browser came with, too. */
export type BrowserCookies = CookieSettings & { cookieHeader?: string | null }

/** Who a request's cookie speaks for; null without a session that holds. `setCookie` when the session was drawn out. */
export async function actorOfCookie(
  db: Database,
  cookieHeader: string | null | undefined,
  now: Date,
  { secure }: CookieSettings,
): Promise<{ actor: Actor; setCookie?: string } | null> {
  const id = sessionIdOf(cookieHeader)
  if (!id) return null
  const lucia = luciaAt(db, now, secure)
  const { session, user } = await lucia.validateSession(id)
  const actor = user && (await findActor(db, user.id, now))
  if (!session || !actor) return null
  return session.fresh ? { actor, setCookie: lucia.createSessionCookie(id).serialize() } : { actor }
}

/** The session of a cookie as it is kept, also one that lacks a step; undefined when it has ended. */
export async function sessionOfCookie(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  cookieHeader: string | null | undefined,
): Promise<SessionRow | undefined> {
  const id = sessionIdOf(cookieHeader)
  const session = id ? await sessions.findSession(db, sha256(id)) : undefined
  return session && !session.disabled && session.expiresAt > now.toISOString() ? session : undefined
}

/** Begins a session and ends the one that the browser came with. Returns the Set-Cookie header. */
export async function startSession(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  accountId: string,
  { secure, cookieHeader }: BrowserCookies,
  lacks: Lacks = null,
): Promise<string> {
  const lucia = luciaAt(db, now, secure)
  const old = sessionIdOf(cookieHeader)
  if (old) await lucia.invalidateSession(old)
  await lucia.deleteExpiredSessions()
  const id = generateIdFromEntropySize(ID_BYTES)
  if (lacks) await insertUnfinished({ db, now }, { id, accountId, lacks })
  else await lucia.createSession(accountId, {}, { sessionId: id })
  return lucia.createSessionCookie(id).serialize()
}

/** Ends the session of this browser. Returns the Set-Cookie header that empties the cookie. */
export async function signOut(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { secure, cookieHeader }: BrowserCookies,
): Promise<string> {
  const lucia = luciaAt(db, now, secure)
  const id = sessionIdOf(cookieHeader)
  if (id) await lucia.invalidateSession(id)
  return lucia.createBlankSessionCookie().serialize()
}

async function insertUnfinished(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { id, accountId, lacks }: { id: string; accountId: string; lacks: Lacks },
): Promise<void> {
  const createdAt = now.toISOString()
  const expiresAt = new Date(now.getTime() + UNFINISHED_MS).toISOString()
  const session = { idHash: sha256(id), accountId, createdAt, seenAt: createdAt, expiresAt, lacks, offeredSecret: null }
  await sessions.insertSession(db, session)
}

/** Read here, not by Lucia: a broken escape in anyone's cookie makes its reader throw. */
function sessionIdOf(cookieHeader: string | null | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([a-z2-7]{40})\\s*(?:;|$)`).exec(cookieHeader ?? '')?.[1]
}

function luciaAt(db: Database, now: Date, secure: boolean): Lucia {
  return new Lucia(adapterOf(db, now), {
    sessionExpiresIn: LIFE,
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
}

/**
 * Lucia reads the machine's clock; what it reads and writes is moved by how far the scope's clock is from it. It never gets
 * to see a session that lacks a step.
 */
function adapterOf(db: Database, now: Date): Adapter {
  const ahead = now.getTime() - Date.now()
  const kept = (instant: Date) => new Date(instant.getTime() + ahead).toISOString()
  const told = (text: string) => new Date(Date.parse(text) - ahead)
  const at = now.toISOString()
  return {
    async getSessionAndUser(id) {
      const row = await sessions.findSession(db, sha256(id))
      if (!row || row.lacks) return [null, null]
      if (now.getTime() - Date.parse(row.seenAt) > SEEN_MS) await sessions.setSessionSeen(db, row.idHash, at)
      const session = { id, userId: row.accountId, expiresAt: told(row.expiresAt), attributes: {} }
      return [session, row.disabled ? null : { id: row.accountId, attributes: {} }]
    },
    // Never asked by us: ids can't be told from their hashes.
    async getUserSessions(accountId) {
      const rows = await sessions.listSessionsOfAccount(db, accountId)
      return rows.map((row) => ({ id: '', userId: accountId, expiresAt: told(row.expiresAt), attributes: {} }))
    },
    setSession({ id, userId: accountId, expiresAt }) {
      const times = { createdAt: at, seenAt: at, expiresAt: kept(expiresAt) }
      return sessions.insertSession(db, { idHash: sha256(id), accountId, ...times, lacks: null, offeredSecret: null })
    },
    updateSessionExpiration: (id, expiresAt) => sessions.setSessionExpiry(db, sha256(id), kept(expiresAt)),
    deleteSession: (id) => sessions.deleteSession(db, sha256(id)),
    deleteUserSessions: (accountId) => sessions.deleteSessionsOfAccount(db, accountId),
    deleteExpiredSessions: () => sessions.deleteSessionsExpiredBy(db, at),
  }
}
