/** /api/v1/policy: the register of public policies, as anyone reads it. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { askForToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, staffQuery, takesQuery } from '../openapi.ts'
import { nextMidnight } from '../survey/rules/period.ts'
import { listPolicies, type PolicyListFilter } from './policies.ts'
import { POLICY_STATUSES } from './rules/status.ts'
import { POLICY_TOPICS } from './schema.ts'
import { policyShape, policyViewShape, showPolicy, showPolicyView } from './shapes.ts'
import { getPolicy } from './view.ts'

const listQuery = z.strictObject({
  region: z
    .string('once')
    .min(1, 'required')
    .max(120, 'too-long')
    .optional()
    .meta({ description: 'Slug of a region.' }),
  topic: z.enum(POLICY_TOPICS, 'choose').optional().meta({ description: 'What it is about.' }),
  status: z.enum(POLICY_STATUSES, 'choose').optional().meta({ description: 'By its events and the clock.' }),
  overdue: z.literal('true', 'choose').optional().meta({ description: 'Only those past the day of their evaluation.' }),
  staff: staffQuery.meta({ description: 'Only those that the token’s role keeps.' }),
  cursor: cursorQuery,
  limit: limitQuery,
})

export const policy = new Hono<ApiEnv>()
  .get(
    '/',
    describe({
      tag: 'policy',
      staff: 'also',
      summary: 'Policies, the latest first',
      says: 'A page of policies.',
      gives: listOf(policyShape, 'Policies'),
      problems: ['bad-query', 'not-signed-in'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { overdue, staff, ...query } = c.req.valid('query')
      if (staff && !scope.actor) return askForToken(c)
      const filter = { ...query, overdue: overdue === 'true', staff: staff !== undefined } as PolicyListFilter
      const { items, next } = await listPolicies(scope, filter)
      c.set('keep', { tags: ['policy', 'directory'], until: nextMidnight(scope.now) })
      return c.json({ items: items.map(showPolicy), next })
    },
  )
  .get(
    '/:slug',
    describe({
      tag: 'policy',
      summary: 'One policy with all that belongs to it',
      description: 'Its events, stages, answers, evaluations, surveys before and after, and commitments.',
      says: 'The policy.',
      gives: policyViewShape,
      params: { slug: 'The policy’s `slug`.' },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const view = await getPolicy(scope, c.req.param('slug'))
      c.set('keep', { tags: ['policy', 'commitment', 'survey', 'directory'], until: nextMidnight(scope.now) })
      return c.json(showPolicyView(view))
    },
  )
