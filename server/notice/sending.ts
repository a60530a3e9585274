/**
 * Sends what waits. Each mail is taken in a transaction of its own before it is handed to the mail server, so that whatever
 * happens then, no node sends it a second time; what was surely not taken by the server is tried again, later each time.
 */
import * as outbox from '#db/notice/outbox.ts'
import type { OutboxRow } from '#db/notice/tables.ts'
import { endLease, holdLease, THIS_NODE } from '../leases.ts'
import { logFault, logNote } from '../log.ts'
import { transaction, type Scope } from '../scope.ts'
import { letterFor, type Letter } from './letters.ts'
import type { Mailer } from './mailer.ts'
import type { Occasion } from './outbox.ts'
import { fateOf, waitAfter, type SendingFault } from './rules/retry.ts'

const LEASE = 'mail'
/** Longer than a mail server may keep one mail waiting. */
const LEASE_SECONDS = 120
const LEFT_MS = 10 * 60_000
const KEPT_MS = 30 * 86_400_000

export interface Post {
  mailer: Mailer
  publicUrl: string
  /** Who sends, among the nodes. */
  holder?: string
}

/** Sends all that is due, unless another node is at it. `scopeNow` gives a scope of the present moment. @returns how many */
export async function sendWaiting(scopeNow: () => Scope, post: Post): Promise<number> {
  const { holder = THIS_NODE } = post
  const { db, now } = scopeNow()
  if (!(await outbox.isAnyMailDue(db, now.toISOString(), before(now, LEFT_MS)))) return 0
  if (!(await holdLease(scopeNow(), LEASE, LEASE_SECONDS, holder))) return 0
  try {
    await closeLeft(scopeNow())
    let sent = 0
    while (await holdLease(scopeNow(), LEASE, LEASE_SECONDS, holder)) {
      const next = await takeNext(scopeNow(), post.publicUrl)
      if (!next) break
      if (next.letter && (await hand(scopeNow, next.mail, next.letter, post.mailer))) sent += 1
    }
    return sent
  } finally {
    await endLease(scopeNow(), LEASE, holder)
  }
}

/** What was done with long ago goes. */
export function forgetOldMail({ db, now }: Scope): Promise<void> {
  return outbox.deleteClosedMail(db, before(now, KEPT_MS))
}

async function closeLeft({ db, now }: Scope): Promise<void> {
  const left = await outbox.closeLeftMail(db, before(now, LEFT_MS))
  if (left.length > 0) logNote('notice', `${left.length} mails were left half-way and aren't sent again`)
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString()
}

/** The next that is due, taken, with its text; a mail with nothing to say is closed. */
async function takeNext(
  scope: Scope,
  publicUrl: string,
): Promise<{ mail: OutboxRow; letter: Letter | undefined } | undefined> {
  let taken: OutboxRow | undefined
  try {
    return await transaction(scope, async (within) => {
      taken = await outbox.takeDueMail(within.db, within.now.toISOString())
      if (!taken) return undefined
      const letter = await letterFor(within, occasionOf(taken), publicUrl)
      if (!letter) await outbox.closeMail(within.db, taken.id, 'dropped')
      return { mail: taken, letter }
    })
  } catch (error) {
    if (!taken) throw error
    // Its text can't be made: the others must not wait behind it.
    logFault('-', `notice ${taken.kind}`, error)
    await tryAgain(scope, taken, waitAfter(taken.attempts + 1))
    return { mail: taken, letter: undefined }
  }
}

function occasionOf({ kind, about }: OutboxRow): Occasion {
  return { kind, ...(JSON.parse(about) as object) } as Occasion
}

async function hand(scopeNow: () => Scope, mail: OutboxRow, letter: Letter, mailer: Mailer): Promise<boolean> {
  try {
    await mailer.send(mail.id, letter)
  } catch (error) {
    await settleFailure(scopeNow(), mail, error as SendingFault)
    return false
  }
  await outbox.closeMail(scopeNow().db, mail.id, 'sent')
  return true
}

/** The log names the mail and what the server's code was: its words may hold an address. */
async function settleFailure(scope: Scope, mail: OutboxRow, fault: SendingFault): Promise<void> {
  const fate = fateOf(fault, mail.attempts + 1)
  const why = [fault.code, fault.responseCode].filter(Boolean).join(' ')
  logNote('notice', `mail ${mail.id} (${mail.kind}) ${fate.kind}: ${why || 'no code'}`)
  if (fate.kind === 'again') return tryAgain(scope, mail, fate.inSeconds)
  return outbox.closeMail(scope.db, mail.id, fate.kind)
}

function tryAgain({ db, now }: Pick<Scope, 'db' | 'now'>, mail: OutboxRow, seconds: number): Promise<void> {
  const dueAt = new Date(now.getTime() + seconds * 1000).toISOString()
  return outbox.putOffMail(db, mail.id, mail.attempts + 1, dueAt)
}
