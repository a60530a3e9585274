/**
 * What "bare" means: a Hono route on the same engine with the same durability through Kysely that writes one row,
 * or that returns as many bytes. Started by the benchmark as a process of its own.
 */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openDatabase } from '#db/database.ts'
import { newId } from '#server/ids.ts'

interface BareTables {
  bare: { id: string; body: string }
}

const { db: portalDb } = openDatabase({ url: process.env.DATABASE_URL, file: process.env.FILE ?? ':memory:' })
const db = portalDb.withTables<BareTables>()
await db.schema
  .createTable('bare')
  .ifNotExists()
  .addColumn('id', 'text', (column) => column.primaryKey())
  .addColumn('body', 'text', (column) => column.notNull())
  .execute()

const bytes = new Map<string, Uint8Array<ArrayBuffer>>()

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
    if (!bytes.has(count)) bytes.set(count, new Uint8Array(Number(count)).fill(120))
    return c.body(bytes.get(count) ?? null, 200, { 'content-type': 'text/html; charset=utf-8' })
  })

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`bare on http://127.0.0.1:${port}\n`)
})
