/**
 * Sessions of residents, by Lucia, apart from those of staff: another cookie, another table, an account without any role.
 * Twelve hours from the last half of which any request draws them out again, so that a shared phone forgets by itself.
 */
import { generateIdFromEntropySize, Lucia, TimeSpan, type Adapter } from 'lucia'
import type { Database } from '#db/database.ts'
import * as residents from '#db/identity/residents.ts'
import { RESIDENT_COOKIE } from '../keep-key.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { Scope } from '../scope.ts'
import type { BrowserCookies, CookieSettings } from './sessions.ts'

const LIFE = new TimeSpan(12, 'h')
const ID_BYTES = 25

/** Who a resident's session speaks for. No role comes of it. */
export interface Resident {
  id: string
  email: string
}

/** Null without a session that holds. `setCookie` when it was drawn out. */
export async function residentOfCookie(
  db: Database,
  cookieHeader: string | null | undefined,
  now: Date,
  { secure }: CookieSettings,
): Promise<{ resident: Resident; setCookie?: string } | null> {
  const id = sessionIdOf(cookieHeader)
  if (!id) return null
  const lucia = luciaAt(db, now, secure)
  const { session } = await lucia.validateSession(id)
  const row = session && (await residents.findResident(db, session.userId))
  if (!session || !row) return null
  const resident = { id: row.id, email: row.email }
  return session.fresh ? { resident, setCookie: lucia.createSessionCookie(id).serialize() } : { resident }
}

/** Begins a session and ends the one that the browser came with. Returns the Set-Cookie header. */
export async function startResidentSession(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  residentId: string,
  { secure, cookieHeader }: BrowserCookies,
): Promise<string> {
  const lucia = luciaAt(db, now, secure)
  const old = sessionIdOf(cookieHeader)
  if (old) await lucia.invalidateSession(old)
  await lucia.deleteExpiredSessions()
  const sessionId = generateIdFromEntropySize(ID_BYTES)
  await lucia.createSession(residentId, {}, { sessionId })
  return lucia.createSessionCookie(sessionId).serialize()
}

/** Ends the session of this browser. Returns the Set-Cookie header that empties the cookie. */
export async function endResidentSession(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  { secure, cookieHeader }: BrowserCookies,
): Promise<string> {
  const lucia = luciaAt(db, now, secure)
  const id = sessionIdOf(cookieHeader)
  if (id) await lucia.invalidateSession(id)
  return lucia.createBlankSessionCookie().serialize()
}

/** Read here, not by Lucia: see sessions.ts. */
function sessionIdOf(cookieHeader: string | null | undefined): string | undefined {
  return new RegExp(`(?:^|;\\s*)${RESIDENT_COOKIE}=([a-z2-7]{40})\\s*(?:;|$)`).exec(cookieHeader ?? '')?.[1]
}

function luciaAt(db: Database, now: Date, secure: boolean): Lucia {
  return new Lucia(adapterOf(db, now), {
    sessionExpiresIn: LIFE,
    sessionCookie: { name: RESIDENT_COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
  })
}

/** Lucia reads the machine's clock; what it reads and writes is moved by how far the scope's clock is from it. */
function adapterOf(db: Database, now: Date): Adapter {
  const ahead = now.getTime() - Date.now()
  const kept = (instant: Date) => new Date(instant.getTime() + ahead).toISOString()
  return {
    async getSessionAndUser(id) {
      const row = await residents.findResidentSession(db, sha256(id))
      if (!row) return [null, null]
      const expiresAt = new Date(Date.parse(row.expiresAt) - ahead)
      return [
        { id, userId: row.id, expiresAt, attributes: {} },
        { id: row.id, attributes: {} },
      ]
    },
    // Never asked by us: ids can't be told from their hashes.
    getUserSessions: () => Promise.resolve([]),
    setSession: ({ id, userId, expiresAt }) =>
      residents.insertResidentSession(db, { idHash: sha256(id), residentId: userId, expiresAt: kept(expiresAt) }),
    updateSessionExpiration: (id, expiresAt) => residents.setResidentSessionExpiry(db, sha256(id), kept(expiresAt)),
    deleteSession: (id) => residents.deleteResidentSession(db, sha256(id)),
    deleteUserSessions: (residentId) => residents.deleteSessionsOfResident(db, residentId),
    deleteExpiredSessions: () => residents.deleteResidentSessionsExpiredBy(db, now.toISOString()),
  }
}
