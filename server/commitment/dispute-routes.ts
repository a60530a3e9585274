/** /api/v1/commitment/…/disputes: "this isn't done", by anyone, and the owner's answer. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { Refused } from '../errors.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { answerOutcome, problem } from '../problem.ts'
import { answerDispute, disputeCommitment } from './disputes.ts'
import {
  commitmentViewShape,
  disputeAnswerBody,
  disputeBody,
  receivedDisputeShape,
  showCommitmentView,
} from './shapes.ts'

const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const slugParam = { slug: 'The commitment’s `slug`.' }

export const commitmentDisputes = new Hono<ApiEnv>()
  .post(
    '/:slug/disputes',
    describe({
      tag: 'commitment',
      summary: 'Say that a commitment isn’t done',
      description:
        'Only of one that is `done`, else 409. Stored once under its key: the same key and reason always get 201 and the same receipt; another reason under the key gets 422 `other-body`. Public, and the owner must answer. Never send a name, a NIK or a phone number.',
      status: 201,
      says: 'Received, now or before.',
      gives: receivedDisputeShape,
      params: slugParam,
      takes: { schema: disputeBody, example: { reason: 'Nomor antrean belum terpasang di loket desa.' } },
      headers: {
        'Idempotency-Key': {
          description: 'Made at random for each input, at least 128 bits, e.g. 22 characters of base64url or a UUID.',
        },
      },
      problems: ['bad-query', 'bad-key', 'not-found', 'conflict', 'other-body', ...BODY_PROBLEMS],
    }),
    noQuery,
    ...takesBody(disputeBody),
    async (c) => {
      const body = c.get('body') as z.input<typeof disputeBody>
      const key = c.req.header('idempotency-key') ?? ''
      const submission = await disputeCommitment(c.get('scope'), c.req.param('slug'), body, { key })
      if (submission.kind === 'received') {
        const { receipt, number, state } = submission
        return c.json({ receipt, number, state }, 201, { 'cache-control': 'no-store' })
      }
      if (submission.kind === 'invalid') return problem(c, 'invalid', { issues: submission.issues })
      if (submission.reason === 'not-done') throw new Refused('conflict', 'not-done')
      return problem(c, submission.reason)
    },
  )
  .post(
    '/:slug/disputes/:number/answer',
    describe({
      tag: 'commitment',
      staff: true,
      summary: 'Answer who says that it isn’t done',
      description: 'Once, and public. `again` takes the work up again, for that reason.',
      status: 201,
      says: 'The commitment as it stands now.',
      gives: commitmentViewShape,
      params: { ...slugParam, number: 'The dispute’s `number`.' },
      takes: {
        schema: disputeAnswerBody,
        example: { answer: 'Alatnya rusak dan sedang diganti; terpasang lagi Senin depan.', again: true },
      },
      problems: ['bad-query', 'not-found', 'conflict', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(disputeAnswerBody),
    async (c) => {
      const input = c.get('body') as z.output<typeof disputeAnswerBody>
      const number = Number(c.req.param('number'))
      const outcome = await answerDispute(c.get('scope'), c.req.param('slug'), number, input)
      return answerOutcome(c, outcome, ({ commitment }) => showCommitmentView(commitment), 201)
    },
  )
