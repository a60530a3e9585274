/** /api/v1/policy for those who keep policies: entering, correcting, events, explanation, surveys, evaluation. */
import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import type { Outcome } from '../forms.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { closeEvaluation, openEvaluation, promiseInEvaluation, saveEvaluation } from './evaluation.ts'
import { recordEvent } from './events.ts'
import { explainPolicy } from './explanation.ts'
import { addPolicy, changePolicy } from './policies.ts'
import { promiseForPolicy } from './promises.ts'
import {
  evaluationBody,
  eventBody,
  explanationBody,
  policyBody,
  policyChangeBody,
  policyPromiseBody,
  policyViewShape,
  promiseBody,
  showPolicyView,
  surveyLinkBody,
} from './shapes.ts'
import { linkSurvey } from './surveys.ts'
import { getPolicy } from './view.ts'

const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const FACTS = {
  title: 'Seleksi jabatan pelaksana secara terbuka',
  kind: 'perkada',
  topics: ['recruitment', 'merit'],
  initiator: 'BKPSDM Kota Dumai',
  enactor: 'Wali Kota Dumai',
  summary: 'Seleksi diumumkan, diawasi pihak luar, dan hasilnya terbuka.',
}

/** The steps that every route of one policy begins with. */
function steps(summary: string, schema: z.ZodType, example: object, description?: string) {
  const route = describe({
    tag: 'policy',
    staff: true,
    summary,
    ...(description ? { description } : {}),
    says: 'The policy as it is now.',
    gives: policyViewShape,
    params: { slug: 'The policy’s `slug`.' },
    takes: { schema, example },
    problems: ['bad-query', 'not-found', 'conflict', ...BODY_PROBLEMS],
  })
  return [route, needsToken, noQuery, ...takesBody(schema)] as const
}

async function answerPolicy(c: Context<ApiEnv>, slug: string, outcome: Outcome<object>, status: 200 | 201 = 200) {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  return c.json(showPolicyView(await getPolicy(c.get('scope'), slug)), status, { 'cache-control': 'no-store' })
}

export const staffPolicy = new Hono<ApiEnv>()
  .post(
    '/',
    describe({
      tag: 'policy',
      staff: true,
      summary: 'Enter a policy in the register',
      description: 'Public at once.',
      status: 201,
      says: 'The policy.',
      gives: policyViewShape,
      takes: { schema: policyBody, example: { ...FACTS, place: 'region:14.72' } },
      problems: ['bad-query', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(policyBody),
    async (c) => {
      const outcome = await addPolicy(c.get('scope'), c.get('body') as never)
      return answerPolicy(c, outcome.ok ? outcome.slug : '', outcome, 201)
    },
  )
  .put('/:slug', ...steps('Correct what the register says', policyChangeBody, FACTS), async (c) => {
    const slug = c.req.param('slug')
    return answerPolicy(c, slug, await changePolicy(c.get('scope'), slug, c.get('body') as never))
  })
  .post(
    '/:slug/events',
    ...steps('Record what happened to a policy', eventBody, {
      kind: 'enacted',
      day: '2026-05-04',
      legalNumber: 'Nomor 5 Tahun 2026',
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerPolicy(c, slug, await recordEvent(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .put(
    '/:slug/explanation',
    ...steps('Explain a policy: its stages, and answers', explanationBody, {
      stages: [{ title: 'Pengumuman', explanation: 'Lowongan diumumkan dua pekan.', watchedBy: 'Ombudsman' }],
      questions: [{ audience: 'residents', question: 'Apakah berbayar?', answer: 'Tidak, gratis.' }],
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerPolicy(c, slug, await explainPolicy(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .put(
    '/:slug/surveys',
    ...steps('Link a survey that shows how things were', surveyLinkBody, { survey: 'loket-ktp-el', moment: 'before' }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerPolicy(c, slug, await linkSurvey(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .put(
    '/:slug/evaluation',
    ...steps(
      'Write the open evaluation, and close it',
      evaluationBody,
      { verdict: 'improved', finding: 'Waktu tunggu turun dari 40 menjadi 15 menit.', close: true },
      'A verdict “not-improved” is closed only with at least one commitment.',
    ),
    async (c) => {
      const slug = c.req.param('slug')
      const { close, ...said } = evaluationBody.parse(c.get('body'))
      const write = close ? closeEvaluation : saveEvaluation
      return answerPolicy(c, slug, await write(c.get('scope'), slug, said))
    },
  )
  .post(
    '/:slug/commitments',
    ...steps('Promise something because of a policy', policyPromiseBody, {
      what: 'Mengumumkan hasil tiap tahap seleksi',
      why: 'Warga meminta seleksi bisa diikuti.',
      owner: 'BKPSDM Kota Dumai',
      dueOn: '2027-03-31',
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerPolicy(c, slug, await promiseForPolicy(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/evaluation/commitments',
    ...steps('Promise something because of the open evaluation', promiseBody, {
      what: 'Mengulang pelatihan pelayanan prima',
      why: 'Keadaan belum membaik.',
      owner: 'BKPSDM Kota Dumai',
      dueOn: '2027-03-31',
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerPolicy(c, slug, await promiseInEvaluation(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/evaluation',
    describe({
      tag: 'policy',
      staff: true,
      summary: 'Begin an evaluation',
      says: 'The policy as it is now.',
      gives: policyViewShape,
      params: { slug: 'The policy’s `slug`.' },
      problems: ['bad-query', 'not-found', 'conflict'],
    }),
    needsToken,
    noQuery,
    async (c) => {
      const slug = c.req.param('slug')
      await openEvaluation(c.get('scope'), slug)
      return answerPolicy(c, slug, { ok: true })
    },
  )
