/**
 * What "bare" means: a Hono route on the same engine with the same durability through Kysely that writes one row,
 * or that returns as many bytes. Started by the benchmark as a process of its own.
 */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openDatabase } from '#db/database.ts'
import { newId } from '#server/ids.ts'

type BareTables = { bare: { id: string; body: string } }

const { db: portalDb } = openDatabase({ url: process.env.DATABASE_URL, file: process.env.FILE ?? ':memory:' })
const db = portalDb.withTables<BareTables>()
await db.schema
  .createTable('bare')
  .ifNotExists()
  .addColumn('id', 'text', (column) => column.primaryKey())
  .addColumn('body', 'text', (column) => column.notNull())
  .execute()

const texts = new Map<string, string>()

const app = new Hono()
  .post('/row', async (c) => {
    await db
      .insertInto('bare')
      .values({ id: newId(), body: JSON.stringify(await c.req.json()) })
      .execute()
    return c.json({ ok: true }, 201)
  })
  .get('/bytes/:count', (c) => {
    const count = c.req.param('count')
    if (!texts.has(count)) texts.set(count, 'x'.repeat(Number(count)))
    return c.html(texts.get(count) ?? '')
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`bare on http://127.0.0.1:${port}\n`)
})
