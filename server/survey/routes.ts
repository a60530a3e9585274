/** /api/v1/survey: surveys, their results, and the way answers come in. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesJson } from '../json-body.ts'
import { askForToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, staffQuery, takesQuery } from '../openapi.ts'
import { problem, type ProblemCode } from '../problem.ts'
import { submitAnswer } from './answers.ts'
import { getCounts } from './counts.ts'
import { isSurveyCursor, listSurveys, type SurveyListFilter } from './lists.ts'
import { resultsShape, showResults } from './result-shapes.ts'
import { getResults } from './results.ts'
import { nextBoundary, nextMidnight, SURVEY_STATES } from './rules/period.ts'
import { wholeAnswer } from '../whole-answer.ts'
import { answerSchema } from './schema.ts'
import { showSurvey, showSurveyView, surveyShape, surveyViewShape } from './shapes.ts'
import { getSurvey } from './surveys.ts'

const slugQuery = z.string('once').min(1, 'required').max(120, 'too-long').optional()
const listQuery = z.strictObject({
  state: z.enum(SURVEY_STATES, 'choose').optional().meta({
    description:
      'As in `state` of a survey: `closed` holds what was handed in and waits for its publisher too. Drafts are listed for their staff alone.',
  }),
  instrument: z.enum(['skm'], 'choose').optional().meta({ description: 'Kind of questionnaire.' }),
  region: slugQuery.meta({ description: 'Slug of a region.' }),
  unit: slugQuery.meta({ description: 'Slug of a service unit.' }),
  staff: staffQuery.meta({ description: 'Only those that the token’s role is for, drafts among them.' }),
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isSurveyCursor(cursor), 'cursor'),
  limit: limitQuery,
})

const answerBody = answerSchema.meta({
  id: 'Answer',
  description:
    'Scores 1 to 4, 4 being the best; null or left out: not answered, but not all nine. `comment`: at most 2,000 characters. ' +
    '`respondent`: optional bands. Never send a name, a NIK or another number of a person.',
})

const receiptShape = z
  .strictObject({
    receipt: z.string().meta({
      description: 'For /cek; shows that it was counted, never what it said.',
      example: 'S7K4-M2QX-0A9B-W3TE-J',
    }),
  })
  .meta({ id: 'Receipt' })

const ANSWER_PROBLEMS: ProblemCode[] = [
  'malformed-json',
  'bad-key',
  'not-found',
  'not-open',
  'closed',
  'too-large',
  'unsupported-media-type',
  'invalid',
  'other-body',
]

const slugParam = { slug: 'The survey’s `slug`.' }

export const survey = new Hono<ApiEnv>()
  .get(
    '/',
    describe({
      tag: 'survey',
      staff: 'also',
      summary: 'Surveys, the latest first',
      description: 'All that have been opened, by their first day.',
      says: 'A page of surveys.',
      gives: listOf(surveyShape, 'Surveys'),
      problems: ['bad-query', 'not-signed-in'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { staff, ...query } = c.req.valid('query')
      if (staff && !scope.actor) return askForToken(c)
      const { items, next } = await listSurveys(scope, { ...given(query), ...(staff ? { staff: true } : {}) })
      c.set('keep', { tags: ['survey', 'directory'], until: nextMidnight(scope.now) })
      return c.json({ items: items.map(showSurvey), next })
    },
  )
  .get(
    '/:slug',
    describe({
      tag: 'survey',
      staff: 'also',
      summary: 'One survey with its questionnaire',
      description: 'Facts, the frozen questionnaire with its labels, and how many answers came (at most a minute old).',
      says: 'The survey.',
      gives: surveyViewShape,
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const found = await getSurvey(scope, c.req.param('slug'))
      const counts = await getCounts(scope, found.slug)
      c.set('keep', { tags: [found.id, 'directory'], until: nextBoundary(found, scope.now) })
      return c.json(showSurveyView(found, counts))
    },
  )
  .get(
    '/:slug/results',
    describe({
      tag: 'survey',
      staff: 'also',
      summary: 'The result of a survey',
      description:
        'IKM = 25 × Σ NRR × weight over nine elements (PermenPANRB 14/2017), exact until rounded half up once. Counts only until it is published, unless the region shows what is sealed so far.',
      says: 'The result; `ikm` is there always, null where none may be shown.',
      gives: resultsShape,
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const results = await getResults(scope, c.req.param('slug'))
      c.set('keep', { tags: ['survey', 'directory'], until: nextBoundary(results.survey, scope.now) })
      return c.json(showResults(results))
    },
  )
  .post(
    '/:slug/answers',
    describe({
      tag: 'survey',
      summary: 'Hand in an answer',
      description:
        'Stored once under its key: the same key and body always get 201 and the same receipt, also after closing; another body under the key gets 422 `other-body`. Nothing that names a person or a device is kept.',
      status: 201,
      says: 'Received, now or before.',
      gives: receiptShape,
      takes: {
        schema: answerBody,
        example: {
          answers: { requirements: 4, procedure: 3 },
          comment: 'Loketnya ramah.',
          respondent: { ageBand: '30_39' },
        },
      },
      params: slugParam,
      headers: {
        'Idempotency-Key': {
          description: 'Made at random for each answer, at least 128 bits, e.g. 22 characters of base64url or a UUID.',
        },
      },
      problems: ANSWER_PROBLEMS,
    }),
    ...takesJson,
    async (c) => {
      const scope = c.get('scope')
      const slug = c.req.param('slug')
      const submission = await submitAnswer(scope, slug, c.req.header('idempotency-key') ?? '', c.get('body'), {
        channel: 'api',
      })
      if (submission.kind === 'received') return wholeAnswer(c, 201, { receipt: submission.receipt })
      if (submission.kind === 'invalid') return problem(c, 'invalid', { issues: submission.issues })
      // Nobody learns from here that a draft exists.
      if (submission.reason === 'not-open') await getSurvey(scope, slug)
      return problem(c, submission.reason)
    },
  )

/** Only what was asked for: a filter that is there but undefined would be one. */
function given(query: Omit<z.output<typeof listQuery>, 'staff'>): SurveyListFilter {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
}
