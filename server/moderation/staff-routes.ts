/** /api/v1/moderation for moderators: what waits, and decisions, as on their pages. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery, type RouteDescription } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { getJudged, openOriginal } from './item.ts'
import { judge, judgeMany } from './judging.ts'
import { listQueue, WAITING_KINDS, type QueueQuery } from './queue.ts'
import { decideReview } from './reviews.ts'
import { HIDING_REASONS, REPORT_REASONS } from './rules/reasons.ts'
import { MOST_AT_ONCE } from './schema.ts'
import { judgedShape, showJudged, showWaiting, waitingShape } from './shapes.ts'

const queueQuery = z.strictObject({
  waiting: z.enum(WAITING_KINDS, 'choose').optional().describe('Only what waits for this.'),
  reason: z.enum(REPORT_REASONS, 'choose').optional().meta({ description: 'Only what was reported for this.' }),
  region: z
    .string('once')
    .regex(/^\d{2}(\.\d{2}){0,2}$/, 'code-form')
    .optional()
    .meta({ description: 'Kemendagri code.' }),
  days: z
    .string('once')
    .regex(/^[1-9]\d{0,2}$/, 'number')
    .transform(Number)
    .optional()
    .meta({ description: 'Only what has waited for so many whole days.' }),
  cursor: cursorQuery,
  limit: limitQuery,
})
const decision = {
  reason: z.enum(HIDING_REASONS, 'choose').optional().meta({ description: 'Needed to hide.' }),
  note: z.string().optional().meta({ description: 'To the writer; needed to hide or mask. Never public.' }),
}
const judgementBody = z
  .strictObject({
    act: z.enum(['show', 'hide', 'mask', 'unmask'], 'choose'),
    ...decision,
    pieces: z.string().optional().meta({ description: 'What to cover, exactly as written, one piece a line.' }),
    seen: z.string().max(40, 'too-long').optional().meta({ description: 'How it stood when it was looked at.' }),
  })
  .meta({ id: 'Judgement' })
const judgementsBody = z
  .strictObject({
    ids: z.array(z.string('text').max(64, 'too-long'), 'choose').min(1, 'choose').max(MOST_AT_ONCE, 'too-many'),
    act: z.enum(['show', 'hide', 'unmask'], 'choose'),
    ...decision,
  })
  .meta({ id: 'Judgements' })
const judgedManyShape = z.strictObject({ done: z.int(), left: z.int() }).meta({
  id: 'JudgedMany',
  description: '`left`: somebody else has decided about them meanwhile, or a review has to.',
})
const originalShape = z.strictObject({ text: z.string() }).meta({ id: 'OriginalText' })
const reviewBody = z
  .strictObject({ outcome: z.enum(['upheld', 'reversed'], 'choose'), note: z.string('required') })
  .meta({ id: 'ReviewDecision' })
const done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Decided' })

const BODY_PROBLEMS = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid'] as const
const oneText = {
  tag: 'moderation',
  staff: true,
  params: { id: 'The text’s `id`.' },
  problems: ['bad-query', 'not-found'],
} satisfies Partial<RouteDescription>

function decides(summary: string, description: string, schema: z.ZodType, example: object) {
  const route = describe({
    ...oneText,
    summary,
    description,
    says: 'Decided.',
    gives: done,
    takes: { schema, example },
    problems: [...oneText.problems, ...BODY_PROBLEMS],
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
      const { limit, ...query } = c.req.valid('query')
      const { items, next } = await listQueue(c.get('scope'), query as QueueQuery, limit)
      return c.json({ items: items.map(showWaiting), next })
    },
  )
  .get(
    '/texts/:id',
    describe({
      ...oneText,
      summary: 'One text as a moderator sees it',
      description: 'With its reports, its writer’s word, and all that was decided.',
      says: 'The text.',
      gives: judgedShape,
    }),
    needsToken,
    noQuery,
    async (c) => c.json(showJudged(await getJudged(c.get('scope'), c.req.param('id')))),
  )
  .post(
    '/texts/:id/original',
    describe({
      ...oneText,
      summary: 'See what stands under a cover',
      description: 'For the auditor, and for who decides a review of a cover. Each look is put in the ledger.',
      says: 'What was written.',
      gives: originalShape,
    }),
    needsToken,
    noQuery,
    async (c) => {
      const text = await openOriginal(c.get('scope'), c.req.param('id'))
      return c.json({ text }, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/judgements',
    describe({
      tag: 'moderation',
      staff: true,
      summary: 'Decide about many texts alike',
      description: 'At most fifty, all or none. What somebody else has decided about meanwhile is left alone.',
      says: 'How many were decided about.',
      gives: judgedManyShape,
      takes: { schema: judgementsBody, example: { ids: ['…'], act: 'hide', reason: 'advertising', note: 'Iklan.' } },
      problems: ['bad-query', 'not-found', ...BODY_PROBLEMS],
    }),
    needsToken,
    noQuery,
    ...takesBody(judgementsBody),
    async (c) => {
      const { ids, ...given } = c.get('body') as z.output<typeof judgementsBody>
      const outcome = await judgeMany(c.get('scope'), ids, given as never)
      return answerOutcome(c, outcome, ({ done, left }) => ({ done, left }))
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
