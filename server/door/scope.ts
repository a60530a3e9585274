/** The scope that the API acts in. It knows no cookies: nobody's session can be made to act through it. */
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from '../api.ts'
import { portal, requestScope } from '../portal.ts'

export const openScope = createMiddleware<ApiEnv>(async function openScope(c, next) {
  const running = await portal()
  c.set('scope', requestScope(running, null, c.get('requestId')))
  c.set('publicUrl', running.config.publicUrl)
  return next()
})
