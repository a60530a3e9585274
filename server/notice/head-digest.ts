/** Each day's signed head, mailed to the accounts that ask for it: who keeps heads can tell later what was altered. */
import * as subscriptions from '#db/notice/head-subscriptions.ts'
import { listHeadsBefore } from '#db/ledger/heads.ts'
import { Refused } from '../errors.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import type { Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { queueMail } from './outbox.ts'

/** Whether the actor's account gets each day's head. @throws Refused not-signed-in */
export async function getsHeads({ db, actor }: Scope): Promise<boolean> {
  if (!actor) throw new Refused('not-signed-in')
  return (await subscriptions.findHeadSubscription(db, actor.accountId)) !== undefined
}

/** From the head of today on. @throws Refused not-signed-in */
export async function subscribeToHeads({ db, actor, now }: Scope, locale: Locale): Promise<void> {
  if (!actor) throw new Refused('not-signed-in')
  const yesterday = dateInJakarta(new Date(now.getTime() - 86_400_000))
  await subscriptions.insertHeadSubscription(db, { accountId: actor.accountId, locale, toldUntil: yesterday })
}

/** @throws Refused not-signed-in */
export async function unsubscribeFromHeads({ db, actor }: Scope): Promise<void> {
  if (!actor) throw new Refused('not-signed-in')
  await subscriptions.deleteHeadSubscription(db, actor.accountId)
}

/**
 * Asks for a mail to everyone who wasn't told of the last head. Safe to run on several nodes at once: who was told of what
 * moves with the mail, in one transaction, and each mail has a name that none other may have. @returns how many
 */
export async function queueHeadDigests(scope: Scope): Promise<number> {
  const [last] = await listHeadsBefore(scope.db, 1)
  const until = last?.onDate
  if (!until) return 0
  let queued = 0
  for (const subscription of await subscriptions.listHeadSubscriptionsBefore(scope.db, until)) {
    const { accountId, locale, toldUntil: after } = subscription
    const put = await transaction(scope, async (within) => {
      if (!(await subscriptions.moveHeadSubscription(within.db, subscription, until))) return false
      const occasion = { kind: 'heads', accountId, locale: localeOf(locale), after, until } as const
      return queueMail(within, occasion, `heads ${accountId} ${until}`)
    })
    if (put) queued += 1
  }
  return queued
}

function localeOf(text: string): Locale {
  return text === 'en' ? 'en' : 'id'
}
