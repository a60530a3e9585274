/** Looks up what a stranger names by a code, and slows down who names codes that don't exist. */
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../api.ts'
import { networkOf } from '../client-address.ts'
import { problem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { countAttempt, limitOf } from './attempts.ts'

/** Codes that lead nowhere, from one network within an hour, before waiting begins. A whole village may share a network. */
const FREE_MISSES = 60

/**
 * What `look` finds; only what it doesn't find counts. Who names what exists never waits, or one neighbour's guessing would
 * keep a village's receipts from it. `address` is the client's, kept as a hash for an hour.
 */
export async function lookSlowly<T>(
  scope: Scope,
  { what, address }: { what: string; address: string },
  look: () => Promise<T | undefined>,
): Promise<{ found: T | undefined } | { retryAt: Date }> {
  const found = await look()
  if (found !== undefined) return { found }
  const verdict = await countAttempt(scope, [limitOf(what, [networkOf(address)], FREE_MISSES)])
  return verdict.allowed ? { found } : { retryAt: verdict.retryAt }
}

/** The same as a step before a route that answers 200 to what it finds. */
export function slowGuessing(what: string) {
  return createMiddleware<ApiEnv>(async function slowGuessing(c, next) {
    const scope = c.get('scope')
    const address = c.req.header('x-client-address') ?? ''
    const outcome = await lookSlowly(scope, { what, address }, async () => {
      await next()
      return c.res.ok || undefined
    })
    if (!('retryAt' in outcome)) return undefined
    const seconds = Math.ceil((outcome.retryAt.getTime() - scope.now.getTime()) / 1000)
    c.res = problem(c, 'too-many-requests', { headers: { 'retry-after': String(Math.max(1, seconds)) } })
    return undefined
  })
}
