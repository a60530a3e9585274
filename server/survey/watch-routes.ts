/** /api/v1/survey for those who watch over a survey: what was noticed of its answers, and what was entered from paper. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { needsToken } from '../needs-token.ts'
import { describe, listOf, noQuery, type RouteDescription } from '../openapi.ts'
import { getIntegrity } from './integrity.ts'
import { FLAGS } from './rules/marks.ts'
import { listDeskWork } from './sheets.ts'

const indexShape = z.strictObject({
  n: z.int(),
  ikm: z.number().nullable(),
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
})
const integrityShape = z
  .strictObject({
    noticed: z
      .strictObject({
        answers: z.int().meta({ description: 'Sealed answers that were looked at.' }),
        flagged: z.int().meta({ description: 'With at least one flag. They stay in the result.' }),
        flags: z.array(z.strictObject({ flag: z.enum(FLAGS), answers: z.int() })),
        bothWays: z
          .union([z.enum(['early', 'close']), z.strictObject({ all: indexShape, unflagged: indexShape })])
          .meta({ description: '`early`: before hand-in; `close`: too few answers lie between the two.' }),
      })
      .nullable(),
  })
  .meta({ id: 'Integrity', description: '`noticed` is null below ten sealed answers.' })
const deskWorkShape = z
  .strictObject({ day: z.iso.date(), name: z.string().nullable(), entered: z.int(), readOut: z.int() })
  .meta({ id: 'DeskWork' })

const watches = (route: Pick<RouteDescription, 'summary' | 'description' | 'says' | 'gives'>) =>
  [
    describe({
      tag: 'survey',
      staff: true,
      params: { slug: 'The survey’s `slug`.' },
      problems: ['bad-query', 'not-found'],
      ...route,
    }),
    needsToken,
    noQuery,
  ] as const

export const surveyWatch = new Hono<ApiEnv>()
  .get(
    '/:slug/integrity',
    ...watches({
      summary: 'What was noticed of the answers',
      description:
        'Bursts, identical rows, best marks throughout, answers given too fast; after hand-in the index both ways.',
      says: 'What was noticed.',
      gives: integrityShape,
    }),
    async (c) => c.json({ noticed: await getIntegrity(c.get('scope'), c.req.param('slug')) }),
  )
  .get(
    '/:slug/sheets',
    ...watches({
      summary: 'Who entered how many sheets of paper on which day',
      says: 'The days. All on one page: `next` is always null.',
      gives: listOf(deskWorkShape, 'DeskWorkList'),
    }),
    async (c) => c.json({ items: await listDeskWork(c.get('scope'), c.req.param('slug')), next: null }),
  )
