/**
 * Mail that waits or was sent, without its text: that is made when it is sent. Who asked for each day's head, and who follows
 * something public.
 */
import type { Selectable } from 'kysely'

export interface NoticeTables {
  outbox: OutboxTable
  headSubscription: HeadSubscriptionTable
  follower: FollowerTable
}

/**
 * `handing` is between the portal and the mail server: what stays there, because the program ended, may have arrived and is
 * never sent again (`unsure`). `dropped` had nothing to say when its time came. `failed` was refused for good.
 */
export type MailState = 'waiting' | 'handing' | 'sent' | 'dropped' | 'failed' | 'unsure'

export interface OutboxTable {
  id: string
  kind: string
  /** JSON: what the text is made from. Emptied once it isn't needed any more. */
  about: string
  /** No two with the same; null where it may be repeated. */
  once: string | null
  state: MailState
  dueAt: string
  attempts: number
  handedAt: string | null
}

export interface HeadSubscriptionTable {
  accountId: string
  locale: string
  /** Date of the last head that the account was told, or the day before it subscribed. */
  toldUntil: string
}

/** One address for one subject. Its mails hold the id, by which it is let go again: nothing else ever shows the id. */
export interface FollowerTable {
  id: string
  /** A key of server/followed.ts, and the subject's id there. */
  kind: string
  subjectId: string
  email: string
  locale: string
  askedAt: string
  /** Of the link in the mail that asks whether the address wants this; null until that mail is sent. */
  tokenHash: string | null
  /** Null until then, and nothing is told. */
  confirmedAt: string | null
}

export type OutboxRow = Selectable<OutboxTable>
export type HeadSubscriptionRow = Selectable<HeadSubscriptionTable>
export type FollowerRow = Selectable<FollowerTable>
