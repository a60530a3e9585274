/**
 * Residents sign in without a password, by a mail that holds for half an hour and once. Its link asks for a press of a
 * button, so that programs which look at links in mail don't use it up. Its code is for the browser that asked, when the mail
 * is read on another device: without what that browser holds, the code can't be guessed, not even with the database.
 */
import { randomBytes, randomInt } from 'node:crypto'
import type { Transaction } from '#db/database.ts'
import * as residents from '#db/identity/residents.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { ALPHABET, parseChecked, withCheck } from '../ledger/receipts.ts'
import type { Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { countAttempt, forgetAttempts, limitOf, type Limit } from './attempts.ts'
import { startResidentSession } from './resident-sessions.ts'
import type { BrowserCookies } from './sessions.ts'

export const LINK_MINUTES = 30
/** And a check character, which catches what is mistyped before it counts as a guess. */
const CODE_LENGTH = 7
const FREE_GUESSES = 5
const FREE_MAILS = 3

/** How many mails an address gets; whoever signs in by one begins anew. */
export function mailLimit(email: string): Limit {
  return limitOf('resident-link', [email], FREE_MAILS)
}

/** What the browser that asks keeps, and what of it goes with the mail. */
export function newAsking(): { asking: string; askingHash: string } {
  const asking = randomBytes(16).toString('base64url')
  return { asking, askingHash: sha256(asking) }
}

/** A new link and code for an address, whether or not it has an account. Nothing but their hashes is kept. */
export async function makeResidentLink(
  { db, now }: Pick<Scope<Transaction>, 'db' | 'now'>,
  { email, askingHash }: { email: string; askingHash: string },
): Promise<{ token: string; code: string }> {
  const token = randomBytes(32).toString('base64url')
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)))
  const code = withCheck(letters.join(''))
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000).toISOString()
  await residents.deleteResidentLinksExpiredBy(db, now.toISOString())
  const codeHash = hashOfCode(askingHash, email, code)
  await residents.insertResidentLink(db, { tokenHash: sha256(token), codeHash, email, expiresAt })
  return { token, code: `${code.slice(0, 4)}-${code.slice(4)}` }
}

/** Whose link it is, without using it; undefined when it was used or is too old. */
export async function getResidentLink(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  token: string,
): Promise<{ email: string } | undefined> {
  const link = await residents.findResidentLink(db, sha256(token))
  return link && link.expiresAt > now.toISOString() ? { email: link.email } : undefined
}

export interface SigningIn {
  locale: Locale
  cookies: BrowserCookies
}

/** Uses the link up. Undefined when it no longer holds. */
export function signInByLink(
  scope: Scope,
  token: string,
  signingIn: SigningIn,
): Promise<{ setCookie: string } | undefined> {
  return transaction(scope, (within) => signInBy(within, { tokenHash: sha256(token) }, signingIn))
}

export type CodeOutcome =
  | { ok: true; setCookie: string }
  /** `code-typo` counts as no guess; after `later` none is taken until `retryAt`. */
  | { ok: false; issue: 'code-typo' | 'code-wrong' }
  | { ok: false; issue: 'later'; retryAt: Date }

/** By the code of a mail, in the browser that asked for it. */
export async function signInByCode(
  scope: Scope,
  { email, asking, code: typed }: { email: string; asking: string; code: string },
  signingIn: SigningIn,
): Promise<CodeOutcome> {
  const code = parseChecked(typed, CODE_LENGTH)
  if (!code) return { ok: false, issue: 'code-typo' }
  const askingHash = sha256(asking)
  const verdict = await countAttempt(scope, [limitOf('resident-code', [askingHash], FREE_GUESSES)])
  if (!verdict.allowed) return { ok: false, issue: 'later', retryAt: verdict.retryAt }
  const by = { codeHash: hashOfCode(askingHash, email, code) }
  const signedIn = await transaction(scope, (within) => signInBy(within, by, signingIn))
  return signedIn ? { ok: true, ...signedIn } : { ok: false, issue: 'code-wrong' }
}

async function signInBy(
  { db, now }: Pick<Scope<Transaction>, 'db' | 'now'>,
  by: Parameters<typeof residents.takeResidentLink>[1],
  { locale, cookies }: SigningIn,
): Promise<{ setCookie: string } | undefined> {
  const link = await residents.takeResidentLink(db, by)
  if (!link || link.expiresAt <= now.toISOString()) return undefined
  await residents.deleteResidentLinksOf(db, link.email)
  await forgetAttempts(db, mailLimit(link.email))
  const createdAt = now.toISOString()
  const { id } = await residents.keepResident(db, { id: newId(), email: link.email, locale, createdAt })
  return { setCookie: await startResidentSession({ db, now }, id, cookies) }
}

function hashOfCode(askingHash: string, email: string, code: string): string {
  return sha256(JSON.stringify([askingHash, email, code]))
}
