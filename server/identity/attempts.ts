/** Counts attempts at what can be guessed, over all nodes. Keys are hashes: the table names nobody. */
import * as attempts from '#db/identity/attempts.ts'
import { sha256 } from '../ledger/commitments.ts'
import { transaction, type Scope } from '../scope.ts'
import { FORGET_AFTER, judgeAttempt } from './rules/attempts.ts'

export interface Limit {
  key: string
  /** Attempts before waiting begins. */
  free: number
}

/** `what` is tried at, `by` whom and on what: parts that together are counted as one. */
export function limitOf(what: string, by: string[], free: number): Limit {
  return { key: sha256(JSON.stringify([what, ...by])), free }
}

/**
 * Counts an attempt before it is made, so that many at once are no way around it.
 * If any of the limits says wait, nothing is counted and `retryAt` is the latest of their times.
 */
export async function countAttempt(
  scope: Scope,
  limits: Limit[],
): Promise<{ allowed: true } | { allowed: false; retryAt: Date }> {
  const { now } = scope
  await attempts.deleteAttemptsBefore(scope.db, new Date(now.getTime() - FORGET_AFTER * 1000).toISOString())
  // Always in the same order, so that two transactions never wait for each other.
  const inOrder = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return transaction(scope, async ({ db }) => {
    const verdicts = []
    for (const { key, free } of inOrder) {
      const { count, lastAt } = await attempts.lockAttempt(db, key, now.toISOString())
      verdicts.push({ key, verdict: judgeAttempt({ count, lastAt: new Date(lastAt) }, free, now) })
    }
    const waits = verdicts.flatMap(({ verdict }) => (verdict.allowed ? [] : [verdict.retryAt.getTime()]))
    if (waits.length > 0) return { allowed: false as const, retryAt: new Date(Math.max(...waits)) }
    for (const { key, verdict } of verdicts) {
      if (!verdict.allowed) continue
      await attempts.setAttempt(db, { key, count: verdict.counted.count, lastAt: verdict.counted.lastAt.toISOString() })
    }
    return { allowed: true as const }
  })
}

/** The attempt succeeded: it was no guess. */
export function uncountAttempt(db: Scope['db'], limit: Limit): Promise<void> {
  return attempts.uncountAttempt(db, limit.key)
}

/** It succeeded, and all failures before it were the same person's. */
export function forgetAttempts(db: Scope['db'], limit: Limit): Promise<void> {
  return attempts.deleteAttempt(db, limit.key)
}
