/** /api/v1/survey for those who work with surveys: from draft to withdrawal, as on their pages. */
import { Hono } from 'hono'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery, type RouteDescription } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { correct, handIn, publish, withdraw } from './publication.ts'
import {
  changeBody,
  correctionBody,
  draftBody,
  handedInShape,
  publicationBody,
  publishedShape,
  showStaffSurvey,
  staffSurveyShape,
  withdrawalBody,
} from './staff-shapes.ts'
import { changePart, getStaffSurvey } from './staff-view.ts'
import { draftSurvey, openSurvey } from './surveys.ts'

const slugParam = { slug: 'The survey’s `slug`.' }
const REASON = 'Alasan yang cukup panjang untuk dibaca warga.'
const step = (route: Omit<RouteDescription, 'tag' | 'staff' | 'params'>) =>
  describe({
    tag: 'survey',
    staff: true,
    params: slugParam,
    ...route,
    problems: ['bad-query', 'not-found', 'conflict', ...(route.takes ? BODY_PROBLEMS : [])],
  })
const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const

export const staffSurvey = new Hono<ApiEnv>()
  .post(
    '/',
    describe({
      tag: 'survey',
      staff: true,
      summary: 'Draft a survey',
      description: 'Nobody but staff of its place sees a draft. The title is made from unit and service unless given.',
      status: 201,
      says: 'The draft.',
      gives: staffSurveyShape,
      takes: {
        schema: draftBody,
        example: {
          unit: 'loket-disdukcapil',
          service: 'ktp-el',
          period: 'Semester II 2026',
          firstDay: '2026-07-01',
          lastDay: '2026-12-31',
          served: 1200,
        },
      },
      problems: ['bad-query', 'not-found', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(draftBody),
    async (c) => {
      const scope = c.get('scope')
      const outcome = await draftSurvey(scope, c.get('body') as never)
      if (!outcome.ok) return answerOutcome(c, outcome, Object)
      return c.json(await view(scope, outcome.survey.slug), 201)
    },
  )
  .get(
    '/:slug/work',
    step({
      summary: 'A survey as its staff see it',
      description: 'Also a draft; with how many answers wait to be sealed.',
      says: 'The survey.',
      gives: staffSurveyShape,
    }),
    needsToken,
    noQuery,
    async (c) => c.json(await view(c.get('scope'), c.req.param('slug'))),
  )
  .patch(
    '/:slug',
    step({
      summary: 'Change a survey',
      description:
        'A draft in everything but its unit; once opened its last day, people served and note; after closing the last two.',
      says: 'The survey as it is now.',
      gives: staffSurveyShape,
      takes: { schema: changeBody, example: { served: 1350 } },
    }),
    needsToken,
    noQuery,
    ...takesBody(changeBody),
    async (c) => {
      const outcome = await changePart(c.get('scope'), c.req.param('slug'), c.get('body') as object)
      if (!outcome.ok) return answerOutcome(c, outcome, Object)
      return c.json(await view(c.get('scope'), outcome.survey.slug))
    },
  )
  .post(
    '/:slug/open',
    step({
      summary: 'Open a draft',
      description:
        'From its first day on residents can answer. Fixes the questionnaire’s version and the region’s weight for the year; can’t be undone.',
      says: 'The survey as it is now.',
      gives: staffSurveyShape,
    }),
    needsToken,
    noQuery,
    async (c) => {
      const { slug } = await openSurvey(c.get('scope'), c.req.param('slug'))
      return c.json(await view(c.get('scope'), slug))
    },
  )
  .post(
    '/:slug/hand-in',
    step({
      summary: 'Hand in for publication',
      description: 'After the last day. Seals all that waits; nothing enters from here on.',
      says: 'Handed in.',
      gives: handedInShape,
    }),
    needsToken,
    noQuery,
    async (c) => c.json(await handIn(c.get('scope'), c.req.param('slug'))),
  )
  .post(
    '/:slug/publish',
    step({
      summary: 'Publish the result',
      description:
        'By who neither drafted nor handed in. `reason` is needed when the sample wasn’t reached. Can’t be undone: what follows is a correction or a withdrawal.',
      says: 'Published.',
      gives: publishedShape,
      takes: { schema: publicationBody, example: {} },
    }),
    needsToken,
    noQuery,
    ...takesBody(publicationBody),
    async (c) => answerOutcome(c, await publish(c.get('scope'), c.req.param('slug'), c.get('body') as never), version),
  )
  .post(
    '/:slug/correct',
    step({
      summary: 'Publish a correction (ralat)',
      description: 'Of the people served or the note: the figures themselves can’t change.',
      says: 'The corrected version.',
      gives: publishedShape,
      takes: { schema: correctionBody, example: { served: 1380, reason: REASON } },
    }),
    needsToken,
    noQuery,
    ...takesBody(correctionBody),
    async (c) => answerOutcome(c, await correct(c.get('scope'), c.req.param('slug'), c.get('body') as never), version),
  )
  .post(
    '/:slug/withdraw',
    step({
      summary: 'Withdraw a result (pencabutan)',
      description: 'It no longer stands, and says why; what had been published stays to be seen.',
      says: 'The withdrawn version.',
      gives: publishedShape,
      takes: { schema: withdrawalBody, example: { reason: REASON } },
    }),
    needsToken,
    noQuery,
    ...takesBody(withdrawalBody),
    async (c) => answerOutcome(c, await withdraw(c.get('scope'), c.req.param('slug'), c.get('body') as never), version),
  )

async function view(scope: Scope, slug: string) {
  return showStaffSurvey(await getStaffSurvey(scope, slug))
}

function version({ version, digest }: { version: number; digest: string }) {
  return { version, digest }
}
