/** /api/v1/commitment: what was promised, and for who keeps it, promising and its steps. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { askForToken, needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, staffQuery, takesQuery } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY } from '../sent-file.ts'
import { nextMidnight } from '../survey/rules/period.ts'
import { addCommitment, getCommitment } from './commitments.ts'
import { commitmentDisputes } from './dispute-routes.ts'
import { COMMITMENT_FILTERS, isCommitmentCursor, listCommitments, type CommitmentListFilter } from './lists.ts'
import { commitmentPlans } from './plan-routes.ts'
import {
  commitmentBody,
  commitmentShape,
  commitmentViewShape,
  showCommitment,
  showCommitmentView,
  stepBody,
} from './shapes.ts'
import { takeStep } from './steps.ts'

const slugQuery = z.string('once').min(1, 'required').max(120, 'too-long').optional()
const listQuery = z.strictObject({
  status: z.enum(COMMITMENT_FILTERS, 'choose').optional().meta({ description: '`late` is by the clock.' }),
  region: slugQuery.meta({ description: 'Slug of a region.' }),
  unit: slugQuery.meta({ description: 'Slug of a service unit.' }),
  staff: staffQuery.meta({ description: 'Only those that the token’s role keeps.' }),
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isCommitmentCursor(cursor), 'cursor'),
  limit: limitQuery,
})
const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const slugParam = { slug: 'The commitment’s `slug`.' }

export const commitment = new Hono<ApiEnv>()
  .route('/', commitmentPlans)
  .route('/', commitmentDisputes)
  .get(
    '/',
    describe({
      tag: 'commitment',
      staff: 'also',
      summary: 'Commitments, by the day that is promised now',
      says: 'A page of commitments.',
      gives: listOf(commitmentShape, 'Commitments'),
      problems: ['bad-query', 'not-signed-in'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { staff, ...query } = c.req.valid('query')
      if (staff && !scope.actor) return askForToken(c)
      const filter = { ...query, staff: staff !== undefined } as CommitmentListFilter
      const { items, next } = await listCommitments(scope, filter)
      c.set('keep', { tags: ['commitment', 'directory', 'moderation'], until: nextMidnight(scope.now) })
      return c.json({ items: items.map(showCommitment), next })
    },
  )
  .post(
    '/',
    describe({
      tag: 'commitment',
      staff: true,
      summary: 'Write down a commitment',
      description: 'Public at once.',
      status: 201,
      says: 'The commitment.',
      gives: commitmentViewShape,
      takes: {
        schema: commitmentBody,
        example: {
          place: 'unit:…',
          what: 'Memasang nomor antrean di loket KTP-el',
          why: 'Warga menunggu tanpa tahu gilirannya.',
          owner: 'Disdukcapil',
          dueOn: '2027-03-31',
          sourceTitle: 'Hasil survei Semester II 2026',
          sourcePath: '/survei/loket-ktp-el/hasil',
        },
      },
      problems: ['bad-query', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(commitmentBody),
    async (c) => {
      const outcome = await addCommitment(c.get('scope'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ commitment }) => showCommitmentView(commitment), 201)
    },
  )
  .get(
    '/:slug',
    describe({
      tag: 'commitment',
      summary: 'One commitment with all that happened to it',
      says: 'The commitment.',
      gives: commitmentViewShape,
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const view = await getCommitment(scope, c.req.param('slug'))
      c.set('keep', { tags: [view.id, 'directory', 'moderation'], until: nextMidnight(scope.now) })
      return c.json(showCommitmentView(view))
    },
  )
  .post(
    '/:slug/steps',
    describe({
      tag: 'commitment',
      staff: true,
      summary: 'Take a step of a commitment',
      description: 'Done needs evidence; deferring, dropping and moving the day need a reason.',
      status: 201,
      says: 'The commitment as it stands now.',
      gives: commitmentViewShape,
      params: slugParam,
      takes: {
        schema: stepBody,
        example: { step: 'done', evidenceText: 'Nomor antrean terpasang.', evidenceUrl: 'https://example.go.id/foto' },
      },
      problems: ['bad-query', 'not-found', 'conflict', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(stepBody, LARGEST_BODY),
    async (c) => {
      const { file, ...step } = c.get('body') as z.input<typeof stepBody>
      const evidence = file && givenFile(file)
      const outcome = await takeStep(c.get('scope'), c.req.param('slug'), step, evidence)
      return answerOutcome(c, outcome, ({ commitment }) => showCommitmentView(commitment), 201)
    },
  )
