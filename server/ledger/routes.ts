/** /api/v1/ledger: the chain, its signed heads, the export for strangers, and what became of a receipt. */
import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery } from '../openapi.ts'
import { portal } from '../portal.ts'
import { problem } from '../problem.ts'
import { exporters } from '../verifiers.ts'
import { listEntries } from './entries.ts'
import { exportFile, openExport } from './export-file.ts'
import { getHead, listHeads, loadHeadKey } from './heads.ts'
import { entryShape, exportShape, headShape, showTrace, traceShape } from './shapes.ts'
import { lookUp } from './trace.ts'

const date = z.iso.date('date')
const entriesQuery = z.strictObject({
  subject: z
    .string('once')
    .min(1, 'required')
    .max(64, 'too-long')
    .optional()
    .meta({ description: 'Only entries about this.' }),
  kind: z.string('once').min(1, 'required').max(64, 'too-long').optional().meta({ description: 'Only this kind.' }),
  on: date.optional().meta({ description: 'Only this day.' }),
  cursor: cursorQuery.pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'cursor')
      .optional(),
  ),
  limit: limitQuery,
})
const headsQuery = z.strictObject({ cursor: cursorQuery.pipe(z.iso.date('cursor').optional()), limit: limitQuery })

export const ledger = new Hono<ApiEnv>()
  .get(
    '/entries',
    describe({
      tag: 'ledger',
      summary: 'Entries of the chain, newest first',
      description:
        'Append-only: an entry never changes, but a closed field of it may be opened or a value erased later.',
      says: 'A page of entries.',
      gives: listOf(entryShape, 'Entries'),
      problems: ['bad-query'],
    }),
    takesQuery(entriesQuery),
    async (c) => {
      const { subject, kind, on, cursor, limit } = c.req.valid('query')
      c.set('keep', { tags: ['ledger'], until: null })
      const filter = { ...(subject ? { subject } : {}), ...(kind ? { kind } : {}), ...(on ? { onDate: on } : {}) }
      return c.json(await listEntries(c.get('scope'), { ...filter, ...page({ cursor, limit }) }))
    },
  )
  .get(
    '/heads',
    describe({
      tag: 'ledger',
      summary: 'Signed heads, newest first',
      description:
        'One for each finished day with entries. Keep them: with `balai verify --heads FILE` they show later whether the past was altered.',
      says: 'A page of heads.',
      gives: listOf(headShape, 'Heads'),
      problems: ['bad-query'],
    }),
    takesQuery(headsQuery),
    async (c) => {
      c.set('keep', { tags: ['ledger'], until: null })
      return c.json(await listHeads(c.get('scope'), page(c.req.valid('query'))))
    },
  )
  .get(
    '/heads/:date',
    describe({
      tag: 'ledger',
      summary: 'The head of one day',
      says: 'The head.',
      gives: headShape,
      params: { date: 'A date such as 2026-07-01.' },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const head = await getHead(c.get('scope'), c.req.param('date'))
      if (!head) return problem(c, 'not-found')
      c.set('keep', { tags: ['ledger'], until: null })
      return c.json(head)
    },
  )
  .get(
    '/receipts/:code',
    describe({
      tag: 'ledger',
      summary: 'What became of an input',
      description:
        'By its receipt alone, as people type it: any case, spaces and dashes. Says that it was received and counted, never what it said.',
      says: 'The way it went.',
      gives: traceShape,
      params: { code: 'The receipt.' },
      problems: ['bad-query', 'not-found', 'too-many-requests'],
    }),
    noQuery,
    async (c) => {
      const trace = await lookUp(c.get('scope'), c.req.param('code'))
      c.header('cache-control', 'no-store')
      return trace ? c.json(showTrace(trace)) : problem(c, 'not-found')
    },
  )
  .get(
    '/export',
    describe({
      tag: 'ledger',
      summary: 'The public export',
      description:
        'All that a stranger needs to check the portal: the chain, heads, batches, receipt hashes, tallies and publications; never answers. One JSON record a line, streamed; check it with `balai verify --export FILE`.',
      says: 'The records, one a line.',
      gives: exportShape,
      mediaType: 'application/jsonl',
      problems: ['bad-query'],
    }),
    noQuery,
    async (c) => {
      const { database, config } = await portal()
      const { now } = c.get('scope')
      const key = loadHeadKey(config.dataDir)
      const file = await exportFile(database, { exporters, key, now, folder: join(config.dataDir, 'export') })
      const packed = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      return c.body(openExport(file, { packed }), 200, {
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
        'content-type': 'application/jsonl',
        'content-disposition': `attachment; filename="balai-${now.toISOString().slice(0, 10)}.jsonl"`,
        'cache-control': 'no-store',
        vary: 'accept-encoding',
        'x-stream': '1',
      })
    },
  )

function page({ cursor, limit }: { cursor?: string | undefined; limit?: number | undefined }) {
  return { ...(cursor ? { cursor } : {}), ...(limit ? { limit } : {}) }
}
