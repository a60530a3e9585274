/** /api/v1/commitment/plans/…: the follow-up plan of a survey, and for who keeps the unit's commitments, drawing it up. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { pathTo } from '../paths.ts'
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { nextMidnight } from '../survey/rules/period.ts'
import { getPlan, makePlan, type FollowUpPlan } from './plans.ts'
import { planRowSchema, type PlanInput } from './schema.ts'
import { commitmentShape, showCommitment } from './shapes.ts'

const effectShape = z
  .strictObject({
    verdict: z.enum(['improved', 'not-shown', 'too-early']),
    why: z.enum(['not-done', 'no-period', 'too-few']).nullable().meta({ description: 'Why it is too early.' }),
    measured: z.strictObject({ slug: z.string(), period: z.string(), n: z.int() }).nullable(),
    difference: z.number().nullable().meta({ description: 'Index points, after − before.' }),
    interval: z.tuple([z.number(), z.number()]).nullable().meta({ description: '95 %, index points, not rounded.' }),
    worse: z.boolean().meta({ description: 'A fall that is more than chance makes.' }),
  })
  .meta({
    id: 'FollowUpEffect',
    description: 'Measured in the first published period of the same unit and service that began after it was done.',
  })

const elementFields = {
  key: z.enum(ELEMENT_KEYS),
  label: z.string(),
  mean: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
}

const planShape = z
  .strictObject({
    survey: z.string().meta({ description: 'The survey’s `slug`.' }),
    elements: z.array(z.strictObject(elementFields)).meta({ description: 'The lowest first; empty where hidden.' }),
    rows: z.array(
      z.strictObject({
        number: z.int(),
        element: z.enum(ELEMENT_KEYS),
        quarter: z.string().meta({ example: '2027-1' }),
        commitment: commitmentShape,
        effect: effectShape,
      }),
    ),
    page: z.string().meta({ description: 'Path of its page in Indonesian.' }),
  })
  .meta({ id: 'FollowUpPlan', description: 'Rencana tindak lanjut: rows by priority, the lowest element first.' })

const planBody = z
  .strictObject({ rows: z.array(planRowSchema.strict()) })
  .meta({ id: 'NewFollowUpPlan', description: '`quarter`: its last day is promised.' })

const surveyParam = { survey: 'The survey’s `slug`.' }

export const commitmentPlans = new Hono<ApiEnv>()
  .get(
    '/plans/:survey',
    describe({
      tag: 'commitment',
      summary: 'The follow-up plan of a survey, and what it did',
      says: 'The plan; without rows while there is none.',
      gives: planShape,
      params: surveyParam,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const plan = await getPlan(scope, c.req.param('survey'))
      c.set('keep', { tags: ['commitment', 'survey', 'directory', 'moderation'], until: nextMidnight(scope.now) })
      return c.json(showPlan(plan))
    },
  )
  .post(
    '/plans/:survey',
    describe({
      tag: 'commitment',
      staff: true,
      summary: 'Draw up a survey’s follow-up plan',
      description:
        'Each row becomes a commitment of the survey’s unit, public at once. Only of a published result that stands.',
      status: 201,
      says: 'The plan as it stands now.',
      gives: planShape,
      params: surveyParam,
      takes: {
        schema: planBody,
        example: {
          rows: [{ element: 'completion_time', what: 'Membuka loket kedua', quarter: '2027-1', owner: 'Kepala Loket' }],
        },
      },
      problems: [
        ...(['bad-query', 'not-found', 'conflict', 'malformed-json', 'unsupported-media-type'] as const),
        ...(['too-large', 'invalid'] as const),
      ],
    }),
    needsToken,
    noQuery,
    ...takesBody(planBody),
    async (c) => {
      const outcome = await makePlan(c.get('scope'), c.req.param('survey'), c.get('body') as PlanInput)
      return answerOutcome(c, outcome, ({ plan }) => showPlan(plan), 201)
    },
  )

function showPlan({ survey, elements, rows }: FollowUpPlan) {
  return {
    survey: survey.slug,
    elements,
    rows: rows.map(({ number, element, quarter, commitment, effect }) => ({
      number,
      element: element.key,
      quarter: `${quarter.year}-${quarter.number}`,
      commitment: showCommitment(commitment),
      effect,
    })),
    page: pathTo('id', 'followUpPlan', { slug: survey.slug }),
  }
}
