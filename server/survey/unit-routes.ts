/** /api/v1/directory/units: a service unit with what its surveys have shown over time. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { showUnit, unitShape } from '../directory/shapes.ts'
import { getUnit } from '../directory/units.ts'
import { describe, noQuery } from '../openapi.ts'
import { getTrend } from './periods.ts'
import { showTrend, trendShape } from './result-shapes.ts'

const unitViewShape = z.strictObject({ ...unitShape.shape, trend: trendShape }).meta({ id: 'UnitWithTrend' })

export const units = new Hono<ApiEnv>().get(
  '/:slug',
  describe({
    tag: 'directory',
    summary: 'One service unit',
    description: 'With its services, where it belongs, and its published index over time.',
    says: 'The unit.',
    gives: unitViewShape,
    params: { slug: 'The unit’s `slug`.' },
    problems: ['bad-query', 'not-found'],
  }),
  noQuery,
  async (c) => {
    const scope = c.get('scope')
    const unit = await getUnit(scope, c.req.param('slug'))
    const trend = await getTrend(scope, unit.slug)
    c.set('keep', { tags: ['survey', 'directory'], until: null })
    return c.json({ ...showUnit(unit), trend: showTrend(trend) })
  },
)
