/**
 * The code in a counter tablet's address. With it answers are counted as the tablet's, and limits that protect against one
 * address sending much don't hold a queue up. Without it the page works as well: nothing else hangs on it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

const LENGTH = 12

/** `secret` is the portal's. The same for a survey as long as it is. */
export function counterCode(secret: string, slug: string): string {
  return createHmac('sha256', secret).update(`counter ${slug}`).digest('hex').slice(0, LENGTH)
}

export function isCounterCode(secret: string, slug: string, code: string): boolean {
  const expected = Buffer.from(counterCode(secret, slug))
  const given = Buffer.from(code)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
