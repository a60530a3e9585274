/** /api/v1/consultation/…/inputs: what was written, and the way it comes in. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody, takesJson } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery } from '../openapi.ts'
import { localeOf, problem, type ProblemCode } from '../problem.ts'
import { isInputCursor, listInputs, placeOfInputs } from './input-lists.ts'
import { eraseInput } from './input-erasure.ts'
import { inputSchema, LONGEST_TEXT } from './input-schema.ts'
import { inputShape, receivedInputShape, showInput, showReceivedInput } from './input-shapes.ts'
import { submitInput } from './inputs.ts'
import { nextPhaseChange } from './rules/phases.ts'

const listQuery = z.strictObject({
  list: z
    .enum(['all', 'whole', 'tray'], 'choose')
    .optional()
    .meta({ description: '`whole`: on no passage; `tray`: on passages that the draft no longer has.' }),
  block: z.string('once').min(1, 'required').max(64, 'too-long').optional().meta({ description: 'Id of a passage.' }),
  q: z.string('once').min(1, 'required').max(200, 'too-long').optional().meta({
    description: 'Words that all must be in it, in any Indonesian form. Finds only what everyone may read.',
  }),
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isInputCursor(cursor), 'cursor'),
  limit: limitQuery,
})

const erasureBody = z
  .strictObject({ rendition: z.string('text').max(LONGEST_TEXT, 'too-long').default('') })
  .meta({ id: 'Erasure' })

const slugParam = { slug: 'The consultation’s `slug`.' }

const SUBMIT_PROBLEMS: ProblemCode[] = [
  ...(['malformed-json', 'bad-key', 'not-found', 'not-open', 'closed', 'conflict', 'too-large'] as const),
  ...(['unsupported-media-type', 'invalid', 'other-body'] as const),
]

export const consultationInputs = new Hono<ApiEnv>()
  .get(
    '/:slug/inputs',
    describe({
      tag: 'consultation',
      summary: 'Inputs, the latest first',
      description: 'As everyone may read them: one that is held or hidden has its number and no text.',
      says: 'A page of inputs.',
      gives: listOf(inputShape, 'Inputs'),
      params: slugParam,
      problems: ['bad-query', 'not-found'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { list = 'all', block, q, cursor, limit } = c.req.valid('query')
      const place = await placeOfInputs(scope, c.req.param('slug'))
      const asked = { list: block === undefined ? list : { blockId: block }, search: q, cursor, limit }
      const { items, next } = await listInputs(scope, place, asked)
      const { consultation, phases } = place
      const until = nextPhaseChange(consultation, phases, scope.now)
      c.set('keep', { tags: [consultation.id, 'moderation', 'directory'], until })
      return c.json({ items: items.map((item) => showInput(consultation.slug, item)), next })
    },
  )
  .post(
    '/:slug/inputs',
    describe({
      tag: 'consultation',
      summary: 'Hand in an input',
      description:
        'Stored once under its key: the same key and body always get 201 and the same receipt, also after the phase; another body under the key gets 422 `other-body`. A passage that reads otherwise than in the `version` given, or is gone, gets 409; send the latest version, or `tray`. Never send a name, a NIK or a phone number.',
      status: 201,
      says: 'Received, now or before.',
      gives: receivedInputShape,
      takes: {
        schema: inputSchema.meta({ id: 'Input', description: 'An input on the whole, or on one passage.' }),
        example: { stance: 'disagree', text: 'Jam tutup terlalu awal bagi pekerja.' },
      },
      params: slugParam,
      headers: {
        'Idempotency-Key': {
          description: 'Made at random for each input, at least 128 bits, e.g. 22 characters of base64url or a UUID.',
        },
      },
      problems: SUBMIT_PROBLEMS,
    }),
    ...takesJson,
    async (c) => {
      const scope = c.get('scope')
      const slug = c.req.param('slug')
      const body = c.get('body') as Parameters<typeof submitInput>[2]
      const way = { via: 'web' as const, locale: localeOf(c.req.header('accept-language')) }
      const submission = await submitInput(scope, slug, body, c.req.header('idempotency-key') ?? '', { way })
      if (submission.kind === 'received')
        return c.json(showReceivedInput(submission), 201, { 'cache-control': 'no-store' })
      if (submission.kind === 'invalid') return problem(c, 'invalid', { issues: submission.issues })
      if (submission.kind === 'moved') return problem(c, 'conflict', { issues: { block: submission.reason } })
      return problem(c, submission.reason)
    },
  )
  .post(
    '/:slug/inputs/:number/erase',
    describe({
      tag: 'consultation',
      staff: true,
      summary: 'Erase a writer’s personal data',
      description:
        'When the writer asks for it: address, text, proposal and file go, also from the record, whose digests stay. `rendition` is what may be read instead.',
      status: 204,
      says: 'Erased.',
      takes: { schema: erasureBody, example: { rendition: 'Loket sebaiknya buka sampai sore.' } },
      params: { ...slugParam, number: 'The input’s `number`.' },
      problems: [
        'bad-query',
        'malformed-json',
        'unsupported-media-type',
        'too-large',
        'invalid',
        'not-found',
        'conflict',
      ],
    }),
    needsToken,
    noQuery,
    ...takesBody(erasureBody),
    async (c) => {
      const number = c.req.param('number')
      const body = c.get('body') as z.output<typeof erasureBody>
      await eraseInput(c.get('scope'), c.req.param('slug'), isInputCursor(number) ? Number(number) : 0, body)
      return c.body(null, 204)
    },
  )
