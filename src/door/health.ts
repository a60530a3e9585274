/** /healthz: the process answers. /readyz: the database answers too. */
import { Hono } from 'hono'
import { sql } from 'kysely'
import { portal } from '#server/portal.ts'

export const health = new Hono()
  .get('/healthz', (c) => c.text('ok'))
  .get('/readyz', async (c) => {
    try {
      const { database } = await portal()
      await sql`select 1`.execute(database.db)
      return c.text('ok')
    } catch {
      return c.text('database unavailable', 503, { 'retry-after': '5' })
    }
  })
