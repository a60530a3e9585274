/** Mail that waits or was sent, without its text: that is made when it is sent. And who asked for each day's head. */
import type { Selectable } from 'kysely'

export interface NoticeTables {
  outbox: OutboxTable
  headSubscription: HeadSubscriptionTable
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

export type OutboxRow = Selectable<OutboxTable>
export type HeadSubscriptionRow = Selectable<HeadSubscriptionTable>
