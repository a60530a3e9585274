/** How guessing is slowed: some attempts are free, each further one must wait longer after the one before. */
const FIRST_WAIT = 30
const LONGEST_WAIT = 15 * 60
/** After this many seconds without an attempt the count begins anew. */
export const FORGET_AFTER = 60 * 60

export interface AttemptCount {
  count: number
  /** Instant of the last attempt that was let through. */
  lastAt: Date
}

export type AttemptVerdict = { allowed: true; counted: AttemptCount } | { allowed: false; retryAt: Date }

/** Whether one more attempt is let through after those counted, of which `free` need no wait. */
export function judgeAttempt(counted: AttemptCount, free: number, now: Date): AttemptVerdict {
  const quiet = (now.getTime() - counted.lastAt.getTime()) / 1000
  if (quiet >= FORGET_AFTER) return { allowed: true, counted: { count: 1, lastAt: now } }
  const wait = waitAfter(counted.count, free)
  // Where no wait is due, a last attempt in the future (another node's clock) is none of the visitor's concern.
  if (wait > 0 && quiet < wait) return { allowed: false, retryAt: new Date(counted.lastAt.getTime() + wait * 1000) }
  return { allowed: true, counted: { count: counted.count + 1, lastAt: now } }
}

/** Seconds: 0 while attempts are free, then 30, 60, 120 … up to 15 minutes. */
export function waitAfter(count: number, free: number): number {
  return count < free ? 0 : Math.min(FIRST_WAIT * 2 ** (count - free), LONGEST_WAIT)
}
