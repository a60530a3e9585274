/** /api/v1/moderation for moderators: what waits, and decisions, as on their pages. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { judge } from './judging.ts'
import { listQueue, WAITING_KINDS, type QueueQuery } from './queue.ts'
import { decideReview } from './reviews.ts'
import { HIDING_REASONS } from './rules/reasons.ts'
import { showWaiting, waitingShape } from './shapes.ts'

const queueQuery = z.strictObject({
  waiting: z.enum(WAITING_KINDS, 'choose').optional().describe('Only what waits for this.'),
  cursor: cursorQuery,
  limit: limitQuery,
})
const judgementBody = z
  .strictObject({
    act: z.enum(['show', 'hide', 'mask', 'unmask'], 'choose'),
    reason: z.enum(HIDING_REASONS, 'choose').optional().meta({ description: 'Needed to hide.' }),
    note: z.string().optional().meta({ description: 'To the writer; needed to hide or mask. Never public.' }),
    pieces: z.string().optional().meta({ description: 'What to cover, exactly as written, one piece a line.' }),
  })
  .meta({ id: 'Judgement' })
const reviewBody = z
  .strictObject({ outcome: z.enum(['upheld', 'reversed'], 'choose'), note: z.string('required') })
  .meta({ id: 'ReviewDecision' })
const done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Decided' })

function decides(summary: string, description: string, schema: z.ZodType, example: object) {
  const route = describe({
    tag: 'moderation',
    staff: true,
    summary,
    description,
    says: 'Decided.',
    gives: done,
    params: { id: 'The text’s `id`.' },
    takes: { schema, example },
    problems: ['bad-query', 'not-found', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
  })
  return [route, needsToken, noQuery, ...takesBody(schema)] as const
}

export const staffModeration = new Hono<ApiEnv>()
  .get(
    '/queue',
    describe({
      tag: 'moderation',
      staff: true,
      summary: 'What waits for a moderator',
      description: 'Held texts, reported ones and reviews of one’s own places; what has waited longest comes first.',
      says: 'A page of the queue.',
      gives: listOf(waitingShape, 'WaitingTexts'),
      problems: ['bad-query'],
    }),
    needsToken,
    takesQuery(queueQuery),
    async (c) => {
      const { limit, waiting, cursor } = c.req.valid('query')
      const query: QueueQuery = { ...(waiting ? { waiting } : {}), ...(cursor ? { cursor } : {}) }
      const { items, next } = await listQueue(c.get('scope'), query, limit)
      return c.json({ items: items.map(showWaiting), next })
    },
  )
  .post(
    '/texts/:id/judgement',
    ...decides('Decide about a text', 'Nothing is deleted; each decision is put in the ledger.', judgementBody, {
      act: 'hide',
      reason: 'advertising',
      note: 'Iklan pinjaman.',
    }),
    async (c) => {
      const outcome = await judge(c.get('scope'), c.req.param('id'), c.get('body') as never)
      return answerOutcome(c, outcome, () => ({ done: true }))
    },
  )
  .post(
    '/texts/:id/review',
    ...decides('Decide a review', 'By another account than the one that decided first.', reviewBody, {
      outcome: 'reversed',
      note: 'Ini kritik atas layanan.',
    }),
    async (c) => {
      const outcome = await decideReview(c.get('scope'), c.req.param('id'), c.get('body') as never)
      return answerOutcome(c, outcome, () => ({ done: true }))
    },
  )
