/**
 * Following something public by mail. Whoever holds the address says yes first, by a link that was mailed to it, so that
 * nobody signs others up; every mail ends with a link that lets go. Nothing but the address is kept, and it goes with that.
 */
import { randomBytes } from 'node:crypto'
import * as followers from '#db/notice/followers.ts'
import type { FollowerRow } from '#db/notice/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import { networkOf } from '../client-address.ts'
import { followed, type Followed, type FollowedKind } from '../followed.ts'
import { readInput, type Outcome } from '../forms.ts'
import { countAttempt, limitOf } from '../identity/attempts.ts'
import { emailSchema } from '../identity/schema.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import { localeOr, pathTo, type Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { letter, wordsFor, type Letter } from './letters.ts'
import { queueMail, queueMails, type ModuleOccasion } from './outbox.ts'

export const CONFIRM_DAYS = 3
const DAY_MS = 86_400_000
const FREE_PER_ADDRESS = 5
/** Many phones of one carrier, or of a whole village, share an address. */
const FREE_PER_NETWORK = 120

export interface Subject {
  kind: FollowedKind
  id: string
}

/**
 * Asks the address, by mail, whether it wants to hear of this. Says the same whether or not it follows already.
 * Issues: email; form: later. @param address the client's
 */
export async function follow(
  scope: Scope,
  { kind, id }: Subject,
  { email: typed, address }: { email: string; address: string },
  locale: Locale,
): Promise<Outcome<{ email: string }> & { retryAt?: Date }> {
  const reading = readInput(emailSchema, { email: typed })
  if (!reading.ok) return reading
  const { email } = reading.value
  const verdict = await countAttempt(scope, [
    limitOf('follow', [email], FREE_PER_ADDRESS),
    limitOf('follow-from', [networkOf(address)], FREE_PER_NETWORK),
  ])
  if (!verdict.allowed) {
    return { ok: false, issues: { form: 'later' }, values: { email: typed }, retryAt: verdict.retryAt }
  }
  await transaction(scope, async (within) => {
    const asked = { email, locale, askedAt: scope.now.toISOString(), tokenHash: null, confirmedAt: null }
    const follower = await followers.insertFollower(within.db, { ...asked, id: newId(), kind, subjectId: id })
    await queueMail(within, { kind: 'follow', follower: follower.id, locale })
  })
  return { ok: true, email }
}

/** What the link of the mail that asks is about, and whether it was said yes to; undefined once it no longer holds. */
export async function getAskedFollow(
  scope: Pick<Scope, 'db' | 'now'>,
  token: string,
): Promise<(Followed & { confirmed: boolean }) | undefined> {
  const follower = await askedBy(scope, token)
  const subject = follower && (await subjectOf(scope.db, follower))
  return subject && { ...subject, confirmed: follower.confirmedAt !== null }
}

/** Says yes. The same link does nothing further. @returns whether it holds */
export async function confirmFollow(scope: Pick<Scope, 'db' | 'now'>, token: string): Promise<boolean> {
  const follower = await askedBy(scope, token)
  if (!follower) return false
  const confirmedAt = follower.confirmedAt ?? scope.now.toISOString()
  await followers.updateFollower(scope.db, follower.id, { confirmedAt })
  return true
}

/** What the link at the end of a mail lets go of; undefined once it was let go. */
export async function getFollow({ db }: Pick<Scope, 'db'>, id: string): Promise<Followed | undefined> {
  const follower = await followers.findFollower(db, id)
  return follower && subjectOf(db, follower)
}

/** Lets go: the address is forgotten, and mails that wait are not sent. */
export function leaveFollow({ db }: Pick<Scope, 'db'>, id: string): Promise<void> {
  return followers.deleteFollower(db, id)
}

/** Asks for a mail to each follower, in the transaction of the act that it tells of. The writer of `kind` uses `followerLetter`. */
export async function notifyFollowers(
  scope: Scope<Transaction>,
  subject: Subject,
  mail: { kind: ModuleOccasion['kind']; [id: string]: string | number | boolean | null },
): Promise<void> {
  const told = await followers.listFollowers(scope.db, subject)
  await queueMails(
    scope,
    told.map(({ id, locale }) => ({ ...mail, follower: id, locale: localeOr(locale) })),
  )
}

/** A mail to one follower, ended by how to let go; undefined for one who has let go. */
export async function followerLetter(
  { db }: Pick<Scope<Transaction>, 'db'>,
  { follower: id, locale }: ModuleOccasion,
  publicUrl: string,
  { subject, paragraphs }: { subject: string; paragraphs: string[] },
): Promise<Letter | undefined> {
  const follower = await followers.findFollower(db, String(id))
  if (!follower) return undefined
  const leave = publicUrl + pathTo(locale, 'leaveFollow', { code: follower.id })
  const ended = [...paragraphs, `${wordsFor(locale).follow.leave}\n${leave}`]
  return { ...letter({ email: follower.email, name: '' }, { locale, publicUrl }, subject, ended), leave }
}

/** The mail that asks. Its link is made now, and nothing but its hash is kept. */
export async function askingLetter(
  scope: Scope<Transaction>,
  occasion: { kind: 'follow'; follower: string; locale: Locale },
  publicUrl: string,
): Promise<Letter | undefined> {
  const { follower: id, locale } = occasion
  const follower = await followers.findFollower(scope.db, id)
  const subject = follower && (await subjectOf(scope.db, follower))
  if (!subject) return undefined
  const t = wordsFor(locale).follow
  const page = publicUrl + pathTo(locale, subject.page, { slug: subject.slug })
  if (follower.confirmedAt !== null) {
    const already = { subject: t.subject(subject.title), paragraphs: [t.already(subject.title), page] }
    return followerLetter(scope, { ...occasion, kind: 'notice.follow' }, publicUrl, already)
  }
  const token = randomBytes(32).toString('base64url')
  await followers.updateFollower(scope.db, id, { tokenHash: sha256(token) })
  const link = publicUrl + pathTo(locale, 'confirmFollow', { token })
  const paragraphs = [t.asks(subject.title), link, t.holds(CONFIRM_DAYS)]
  return letter({ email: follower.email, name: '' }, { locale, publicUrl }, t.subject(subject.title), paragraphs)
}

/** Addresses that never said yes go. */
export function forgetUnconfirmed({ db, now }: Pick<Scope, 'db' | 'now'>): Promise<void> {
  return followers.deleteUnconfirmedBefore(db, lastAsked(now))
}

async function askedBy({ db, now }: Pick<Scope, 'db' | 'now'>, token: string): Promise<FollowerRow | undefined> {
  const follower = await followers.findFollowerByToken(db, sha256(token))
  return follower && (follower.confirmedAt !== null || follower.askedAt >= lastAsked(now)) ? follower : undefined
}

function lastAsked(now: Date): string {
  return new Date(now.getTime() - CONFIRM_DAYS * DAY_MS).toISOString()
}

function subjectOf(db: Database, { kind, subjectId }: FollowerRow): Promise<Followed | undefined> {
  return kind in followed ? followed[kind as FollowedKind](db, subjectId) : Promise.resolve(undefined)
}
