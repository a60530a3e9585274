/** /healthz: the process answers. /readyz: the database answers too. */
import { Hono } from 'hono'
import { ping } from '#db/portal/settings.ts'
import { RETRY_AFTER } from '../errors.ts'
import { portal } from '../portal.ts'

export const health = new Hono()
  .get('/healthz', (c) => c.text('ok'))
  .get('/readyz', async (c) => {
    try {
      const { database } = await portal()
      await ping(database.db)
      return c.text('ok')
    } catch {
      return c.text('database unavailable', 503, { 'retry-after': RETRY_AFTER, 'cache-control': 'no-store' })
    }
  })
