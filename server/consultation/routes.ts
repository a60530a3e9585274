/** /api/v1/consultation: consultations, their drafts, and what changed from version to version. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { askForToken } from '../needs-token.ts'
import { nextMidnight } from '../survey/rules/period.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, staffQuery, takesQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { compareVersions } from './comparing.ts'
import { getConsultation } from './consultations.ts'
import { getDraft } from './drafts.ts'
import { CONSULTATION_STATES, isConsultationCursor, listConsultations } from './lists.ts'
import { listNeeds } from './needs.ts'
import {
  comparisonShape,
  consultationShape,
  consultationViewShape,
  showComparison,
  showConsultation,
  showConsultationView,
} from './shapes.ts'

const listQuery = z.strictObject({
  state: z
    .enum(CONSULTATION_STATES, 'choose')
    .optional()
    .meta({ description: '`open`: its need or its draft is asked about now.' }),
  region: z
    .string('once')
    .min(1, 'required')
    .max(120, 'too-long')
    .optional()
    .meta({ description: 'Slug of a region.' }),
  staff: staffQuery.meta({ description: 'Only those that the token’s role is for, those in preparation among them.' }),
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isConsultationCursor(cursor), 'cursor'),
  limit: limitQuery,
})

const versionNumber = z
  .string('once')
  .regex(/^[1-9]\d{0,3}$/, 'number')
  .transform(Number)
  .optional()
const compareQuery = z.strictObject({
  from: versionNumber.meta({ description: 'Number of a version; the one before `to` unless given.' }),
  to: versionNumber.meta({ description: 'Number of a version; the last unless given.' }),
})

const slugParam = { slug: 'The consultation’s `slug`.' }

export const consultation = new Hono<ApiEnv>()
  .get(
    '/',
    describe({
      tag: 'consultation',
      staff: 'also',
      summary: 'Consultations, the latest first',
      description: 'All that have been announced.',
      says: 'A page of consultations.',
      gives: listOf(consultationShape, 'Consultations'),
      problems: ['bad-query', 'not-signed-in'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { staff, ...query } = c.req.valid('query')
      if (staff && !scope.actor) return askForToken(c)
      const { items, next } = await listConsultations(scope, { ...query, staff: staff !== undefined })
      c.set('keep', { tags: ['consultation', 'directory'], until: nextMidnight(scope.now) })
      return c.json({ items: items.map(showConsultation), next })
    },
  )
  .get(
    '/:slug',
    describe({
      tag: 'consultation',
      staff: 'also',
      summary: 'One consultation with its draft',
      description: 'Days, needs with how many support and dispute them, versions, and the passages as they read now.',
      says: 'The consultation.',
      gives: consultationViewShape,
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const found = await getConsultation(scope, c.req.param('slug'))
      const [needs, draft] = [await listNeeds(scope, found.id), await getDraft(scope, found.id)]
      c.set('keep', { tags: [found.id, 'directory'], until: found.nextChange })
      return c.json(showConsultationView(found, needs, draft))
    },
  )
  .get(
    '/:slug/changes',
    describe({
      tag: 'consultation',
      staff: 'also',
      summary: 'What changed between two versions of the draft',
      description: 'Passage by passage and word by word.',
      says: 'The comparison.',
      gives: comparisonShape,
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    takesQuery(compareQuery),
    async (c) => {
      const scope = c.get('scope')
      const found = await getConsultation(scope, c.req.param('slug'))
      const compared = await compareVersions(scope, found.id, c.req.valid('query'))
      if (!compared) return problem(c, 'not-found')
      c.set('keep', { tags: [found.id, 'directory'], until: found.nextChange })
      return c.json(showComparison(compared))
    },
  )
