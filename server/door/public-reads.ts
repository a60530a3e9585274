/**
 * Pages of other sites may read what any stranger may read, without credentials, and nothing else: what a token asks for, and
 * all that changes something, gets no such leave.
 */
import { createMiddleware } from 'hono/factory'

const READS = 'GET, HEAD'

export const publicReads = createMiddleware(async function publicReads(c, next) {
  const asksLeave = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined
  if (asksLeave) {
    return c.body(null, 204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': READS,
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
    })
  }
  await next()
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || c.req.header('authorization') !== undefined) return undefined
  c.res.headers.set('access-control-allow-origin', '*')
  c.res.headers.set('access-control-expose-headers', 'etag, retry-after, x-request-id')
  return undefined
})
