/** /api/v1/dashboard: a region's and a unit's figures, each as JSON and as a table at an address that stays. */
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { describe, noQuery, takesQuery } from '../openapi.ts'
import { nextMidnight } from '../survey/rules/period.ts'
import { regionCsv, unitCsv } from './csv.ts'
import { regionDashboardShape, showRegionDashboard } from './region-shape.ts'
import { getRegionDashboard } from './region.ts'
import { showUnitDashboard, unitDashboardShape } from './unit-shape.ts'
import { getUnitDashboard } from './unit.ts'

const periodQuery = z.strictObject({
  period: z
    .string('once')
    .regex(/^\d{4}-[12]$/, 'choose')
    .optional()
    .meta({ description: 'A half-year of `periods`; left out: the last that can be compared.', example: '2026-1' }),
})

const ENDINGS = 'With `.csv` behind it the table; with `.json` the same as without.'

export const dashboard = new Hono<ApiEnv>()
  .get(
    '/regions/:slug',
    describe({
      tag: 'dashboard',
      summary: 'A region’s figures',
      description:
        'Which units have surveyed in the running half-year; the last published results added up; units of one kind in a ' +
        'funnel, in code order. Only published results of ten answers or more are ever added or compared.',
      says: 'The region’s dashboard.',
      gives: regionDashboardShape,
      table: true,
      params: { slug: `The region’s \`slug\`. ${ENDINGS}` },
      problems: ['bad-query', 'not-found'],
    }),
    takesQuery(periodQuery),
    async (c) => {
      const { slug, ending } = splitEnding(c.req.param('slug'))
      const scope = c.get('scope')
      const found = await getRegionDashboard(scope, slug, c.req.valid('query').period)
      // Surveys open and close, and half-years change, at midnight.
      c.set('keep', { tags: ['directory', 'survey'], until: nextMidnight(scope.now) })
      return ending === '.csv' ? csv(c, slug, regionCsv(found)) : c.json(showRegionDashboard(found))
    },
  )
  .get(
    '/units/:slug',
    describe({
      tag: 'dashboard',
      summary: 'A service unit’s figures',
      description:
        'Every period that was published, process limits (XmR) from twelve of them, the elements of the last one with what ' +
        'changed, and each version that was ever published.',
      says: 'The unit’s dashboard.',
      gives: unitDashboardShape,
      table: true,
      params: { slug: `The unit’s \`slug\`. ${ENDINGS}` },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const { slug, ending } = splitEnding(c.req.param('slug'))
      const found = await getUnitDashboard(c.get('scope'), slug)
      c.set('keep', { tags: ['directory', 'survey'], until: null })
      return ending === '.csv' ? csv(c, slug, unitCsv(found)) : c.json(showUnitDashboard(found))
    },
  )

function splitEnding(text: string): { slug: string; ending: string } {
  const [ending = ''] = /\.(csv|json)$/.exec(text) ?? []
  return { slug: text.slice(0, text.length - ending.length), ending }
}

function csv(c: Context, slug: string, text: string): Response {
  const disposition = `attachment; filename="${slug}.csv"`
  return c.body(text, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition })
}
