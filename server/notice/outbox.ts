/** Mail as it is asked for, in the transaction of the act that it tells of: neither is there without the other. */
import type { Transaction } from '#db/database.ts'
import { insertMail, insertMails, type NewMail } from '#db/notice/outbox.ts'
import { newId } from '../ids.ts'
import type { Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'

/** What a mail is made from when it is sent: ids, never a text or a token. */
export type Occasion =
  | { kind: 'password-link'; accountId: string; locale: Locale; invited: boolean }
  /** Whether anyone has this address is found out when it is sent, so that asking tells nothing. */
  | { kind: 'password-forgotten'; email: string; locale: Locale }
  /** For the address of a resident, who may have no account yet. `next`: where to go on. */
  | { kind: 'resident-link'; email: string; askingHash: string; next: string; locale: Locale }
  | { kind: 'reset-asked' | 'reset-done'; accountId: string; locale: Locale }
  /** Heads of days after the first date, up to and with the second. */
  | { kind: 'heads'; accountId: string; locale: Locale; after: string; until: string }
  /** Asks an address whether it wants to follow what somebody entered it for. */
  | { kind: 'follow'; follower: string; locale: Locale }
  | ModuleOccasion

/** What a module to the right asks for; server/letters.ts names who writes it. */
export interface ModuleOccasion {
  /** Module and occasion, e.g. `moderation.waiting`. */
  kind: `${string}.${string}`
  locale: Locale
  [id: string]: string | number | boolean | null
}

/** `once` names what must not be told twice. @returns whether it was put in */
export function queueMail(
  { db, now }: Pick<Scope<Transaction>, 'db' | 'now'>,
  { kind, ...about }: Occasion,
  once: string | null = null,
): Promise<boolean> {
  return insertMail(db, { ...mailOf(now, kind, about), once })
}

/** As `queueMail`, of one kind to many; none has a name of its own. */
export function queueMails(
  { db, now }: Pick<Scope<Transaction>, 'db' | 'now'>,
  mails: ModuleOccasion[],
): Promise<void> {
  return insertMails(
    db,
    mails.map(({ kind, ...about }) => mailOf(now, kind, about)),
  )
}

function mailOf(now: Date, kind: string, about: object): NewMail {
  const dueAt = now.toISOString()
  const fresh = { once: null, state: 'waiting', attempts: 0, handedAt: null } as const
  return { ...fresh, id: newId(), kind, about: JSON.stringify(about), dueAt }
}
