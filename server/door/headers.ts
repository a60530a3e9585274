/** A request id, and the headers that every answer carries. Set after the answer is made: Astro replaces earlier ones. */
import { createMiddleware } from 'hono/factory'
import { newId } from '../ids.ts'
import { REQUEST_NAME } from '../keep-key.ts'
import type { Door } from './door.ts'

export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  // Not "no-referrer": under it browsers post forms with `Origin: null`.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

export const setHeaders = createMiddleware<Door>(async function setHeaders(c, next) {
  // Named by server/serve.ts, which strips what a sender wrote there; by us where that isn't before us.
  const requestId = c.req.header(REQUEST_NAME) ?? newId()
  c.set('requestId', requestId)
  await next()
  if (c.get('whole')) return
  const response = c.res
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  response.headers.set('x-request-id', requestId)
  const policy = response.headers.get('content-security-policy')
  response.headers.set(
    'content-security-policy',
    `${policy?.replace(/;\s*$/, '') ?? "default-src 'none'"}; frame-ancestors 'none'`,
  )
})
