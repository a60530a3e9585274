/**
 * A form that another site makes a browser post is refused. Browsers say where a post comes from (Sec-Fetch-Site, Origin);
 * the oldest say nothing, and may still answer a survey, where no session can be abused.
 */
import { createMiddleware } from 'hono/factory'
import { csrf } from 'hono/csrf'
import { hasSession } from '../keep-key.ts'
import { portal } from '../portal.ts'
import type { Door } from './door.ts'

const fromOurOwnPages = csrf({
  origin: async (origin, c) => {
    if (!URL.canParse(origin)) return false
    const { config } = await portal()
    return new URL(origin).host === c.req.header('host') || origin === config.publicUrl
  },
})

export const checkOrigin = createMiddleware<Door>(async function checkOrigin(c, next) {
  const silent = !c.req.header('origin') && !c.req.header('sec-fetch-site')
  if (silent && !hasSession(c.req.header('cookie'))) return next()
  return fromOurOwnPages(c, next)
})
