/** Where one is signed in: seen and ended by oneself. Neither address nor device is kept. */
import * as sessions from '#db/identity/sessions.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { sessionOfCookie } from './sessions.ts'

export interface SessionView {
  /** Opens nothing: the hash of what the browser holds. */
  id: string
  createdAt: string
  /** To some five minutes. */
  seenAt: string
  /** Whether it is the session that asks. */
  isHere: boolean
}

/** The one last seen first. @throws Refused not-signed-in */
export async function listOwnSessions(scope: Scope, cookieHeader: string | null): Promise<SessionView[]> {
  const rows = await sessions.listSessionsOfAccount(scope.db, ownAccountId(scope))
  const here = await sessionOfCookie(scope, cookieHeader)
  const instant = scope.now.toISOString()
  return rows
    .filter(({ lacks, expiresAt }) => !lacks && expiresAt > instant)
    .map(({ idHash, createdAt, seenAt }) => ({ id: idHash, createdAt, seenAt, isHere: idHash === here?.idHash }))
}

/** Ends one; that it has ended already is no matter. @throws Refused not-signed-in, not-found (another's) */
export async function endOwnSession(scope: Scope, id: string): Promise<void> {
  const accountId = ownAccountId(scope)
  const session = await sessions.findSession(scope.db, id)
  if (session && session.accountId !== accountId) throw new Refused('not-found')
  await sessions.deleteSession(scope.db, id)
}

/** Ends all but the one that asks, also those in the middle of signing in. @throws Refused not-signed-in */
export async function endOtherSessions(scope: Scope, cookieHeader: string | null): Promise<void> {
  const here = await sessionOfCookie(scope, cookieHeader)
  await sessions.deleteOtherSessions(scope.db, ownAccountId(scope), here?.idHash ?? '')
}

function ownAccountId({ actor }: Scope): string {
  if (!actor) throw new Refused('not-signed-in')
  return actor.accountId
}
