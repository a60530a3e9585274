/** /api/v1/moderation: what was decided, without the texts, and the figures of each month. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { cursorQuery, describe, limitQuery, listOf, takesQuery } from '../openapi.ts'
import { getFigures, listDecisions } from './figures.ts'
import { decisionShape, figuresShape, showDecision, showFigures } from './shapes.ts'

const region = z
  .string('once')
  .regex(/^\d{2}(\.\d{2}){0,2}$/, 'choose')
  .optional()
  .meta({ description: 'Kemendagri code; what lies in it counts too.' })
const pageQuery = z.strictObject({ region, cursor: cursorQuery, limit: limitQuery })
const figuresQuery = z.strictObject({ region })

export const moderation = new Hono<ApiEnv>()
  .get(
    '/decisions',
    describe({
      tag: 'moderation',
      summary: 'Decisions of moderators',
      description: 'Each decision with its reason, the latest first. Never the text, nor who decided.',
      says: 'A page of decisions.',
      gives: listOf(decisionShape, 'ModerationDecisions'),
      problems: ['bad-query'],
    }),
    takesQuery(pageQuery),
    async (c) => {
      const { items, next } = await listDecisions(c.get('scope'), c.req.valid('query'))
      c.set('keep', { tags: ['moderation', 'directory'], until: null })
      return c.json({ items: items.map(showDecision), next })
    },
  )
  .get(
    '/figures',
    describe({
      tag: 'moderation',
      summary: 'Moderation by month',
      description: 'Months of Asia/Jakarta in which anything happened. All on one page: `next` is always null.',
      says: 'The figures.',
      gives: figuresShape,
      problems: ['bad-query'],
    }),
    takesQuery(figuresQuery),
    async (c) => {
      const months = await getFigures(c.get('scope'), c.req.valid('query').region)
      c.set('keep', { tags: ['moderation'], until: null })
      return c.json(showFigures(months))
    },
  )
