/** A lost phone without recovery codes: one administrator asks for the second step to be taken away, another agrees. */
import { lockAccount } from '#db/identity/accounts.ts'
import { deleteRecoveryCodes } from '#db/identity/recovery-codes.ts'
import type { Transaction } from '#db/database.ts'
import type { TotpResetRow } from '#db/identity/tables.ts'
import { deleteReset, deleteTotp, findReset, findTotp, putReset } from '#db/identity/totp.ts'
import { Refused } from '../errors.ts'
import { transaction, type Scope } from '../scope.ts'
import { findActor } from './actors.ts'
import type { Tell } from './grants.ts'
import { endTokensOf } from './machine-tokens.ts'
import { coversAccount, endAccess } from './reach.ts'

const LIFE_MS = 24 * 3_600_000

/** Holds for a day. Asked again, it holds anew. @throws Refused not-found, forbidden, conflict (nothing to take away) */
export function askTotpReset(scope: Scope, accountId: string, tell?: Tell): Promise<void> {
  return transaction(scope, async (within) => {
    const asker = await administratorOf(within, accountId)
    if (!(await findTotp(within.db, accountId))) throw new Refused('conflict')
    const standing = liveReset(await findReset(within.db, accountId), within.now)
    if (standing && standing.askedBy !== asker) throw new Refused('conflict')
    await putReset(within.db, { accountId, askedBy: asker, askedAt: within.now.toISOString() })
    if (!standing) await tell?.(within, accountId)
  })
}

/**
 * The second step, its recovery codes, all sessions and all tokens end; the person signs in with the password and sets up anew.
 * @throws Refused not-found, forbidden (also for who asked), conflict (nobody asks any more)
 */
export function agreeTotpReset(scope: Scope, accountId: string, tell?: Tell): Promise<void> {
  return transaction(scope, async (within) => {
    const agreeing = await administratorOf(within, accountId)
    const reset = liveReset(await findReset(within.db, accountId), within.now)
    if (!reset) throw new Refused('conflict')
    if (reset.askedBy === agreeing) throw new Refused('forbidden')
    // Who asked must still be somebody who may.
    const asker = await findActor(within.db, reset.askedBy, within.now)
    if (!asker || !(await coversAccount({ ...within, actor: asker }, accountId))) throw new Refused('conflict')
    await removeSecondStep(within, accountId)
    await tell?.(within, accountId)
  })
}

/** Without asking anyone: for the reset itself, and for a command, where whoever runs it owns the database anyway. */
export async function removeSecondStep(within: Scope<Transaction>, accountId: string): Promise<void> {
  const { db, record } = within
  await deleteTotp(db, accountId)
  await deleteRecoveryCodes(db, accountId)
  await deleteReset(db, accountId)
  await endAccess(db, accountId)
  await endTokensOf(within, accountId)
  record({ kind: 'identity.second-step-reset', subject: accountId, fields: {} })
}

export function liveReset<R extends TotpResetRow>(reset: R | undefined, now: Date): R | undefined {
  return reset && now.getTime() - Date.parse(reset.askedAt) < LIFE_MS ? reset : undefined
}

/** The acting administrator's account id, if all roles of the account lie in the actor's places and it is another's. */
async function administratorOf(within: Scope<Transaction>, accountId: string): Promise<string> {
  const account = await lockAccount(within.db, accountId)
  if (!account) throw new Refused('not-found')
  // A machine's token is nobody who could have asked the person.
  if (!within.actor || within.actor.token || within.actor.accountId === accountId) throw new Refused('forbidden')
  if (!(await coversAccount(within, accountId))) throw new Refused('forbidden')
  return within.actor.accountId
}
