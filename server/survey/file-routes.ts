/** /api/v1/survey: answers as files, handed in by staff and taken out by them. */
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery, takesQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { exportSurvey } from './export.ts'
import { importAnswers } from './import.ts'
import { importFileShape, importShape, showImport } from './staff-shapes.ts'

const MOST_BYTES = 32 * 1024 * 1024

const importQuery = z.strictObject({
  name: z
    .string('once')
    .min(1, 'required')
    .max(200, 'too-long')
    .optional()
    .meta({ description: 'What the file is called.' }),
  order: z
    .enum(['annex', 'regulation'], 'choose')
    .optional()
    .meta({ description: 'What u8 and u9 stand for; what the survey declares, unless said otherwise.' }),
  skip: z
    .enum(['true', 'false'], 'choose')
    .optional()
    .meta({ description: '`true`: store the good lines although others are refused.' }),
})

export const surveyFiles = new Hono<ApiEnv>()
  .post(
    '/:slug/import',
    describe({
      tag: 'survey',
      staff: true,
      summary: 'Hand in a file of answers',
      description:
        'A CSV of at most 32 MB, from opening until hand-in. All of it is stored, or nothing; the same file only once. For answers one at a time use `POST /survey/{slug}/answers`.',
      says: 'What became of the file.',
      gives: importShape,
      takes: {
        schema: importFileShape,
        mediaType: 'text/csv',
        example: 'u1,u2,u3,u4,u5,u6,u7,u8,u9\n4,3,3,4,4,3,4,3,3\n',
      },
      params: { slug: 'The survey’s `slug`.' },
      problems: ['bad-query', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
    }),
    needsToken,
    takesQuery(importQuery),
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 'too-large') }),
    async (c) => {
      if (!/^text\/csv *(;|$)/i.test(c.req.header('content-type') ?? '')) {
        return problem(c, 'unsupported-media-type', { headers: { accept: 'text/csv' } })
      }
      const { name = 'api.csv', order, skip } = c.req.valid('query')
      const bytes = await c.req.blob()
      const file = { name, read: () => bytes.stream() }
      const options = { skip: skip === 'true', ...(order ? { order } : {}) }
      const outcome = await importAnswers(c.get('scope'), c.req.param('slug'), file, options)
      return c.json(showImport(outcome))
    },
  )
  .get(
    '/:slug/export/:part',
    describe({
      tag: 'survey',
      staff: true,
      summary: 'Sealed answers as a file',
      description:
        'Three files, each in an order of its own, so that nobody can join them: `scores`, `profile` (tables under suppression, once published) and `comments`. Below ten answers the header alone.',
      says: 'A CSV with a header.',
      gives: z.string(),
      mediaType: 'text/csv',
      params: { slug: 'The survey’s `slug`.', part: '`scores`, `profile` or `comments`.' },
      problems: ['bad-query', 'not-found'],
    }),
    needsToken,
    noQuery,
    async (c) => {
      const { slug, files } = await exportSurvey(c.get('scope'), c.req.param('slug'))
      const file = files.find(({ name }) => name === `${c.req.param('part')}.csv`)
      if (!file) return problem(c, 'not-found')
      return c.body(Readable.toWeb(Readable.from(encoded(file.text))) as ReadableStream, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}-${file.name}"`,
        'cache-control': 'no-store',
        'x-stream': '1',
      })
    },
  )

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}
