/** /api/v1/musyawarah for who takes the minutes: sending them out, corrections, dissent, delegates, promises. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { answerOutcome } from '../problem.ts'
import { sendMinutes } from './closing.ts'
import { listCorrectionsFor, noteDissent, settleCorrection } from './corrections.ts'
import { addDelegate, listDelegatesFor, removeDelegate } from './delegates.ts'
import * as schemas from './record-schema.ts'
import { promiseFromDecision } from './promises.ts'
import { asked, sent } from './route-steps.ts'

const numbered = z.strictObject({ number: z.int() }).meta({ id: 'Numbered' })
const settled = z.strictObject({ settled: z.literal(true) }).meta({ id: 'Settled' })
const sentShape = z.strictObject({ until: z.iso.datetime() }).meta({ id: 'MinutesSent' })
const correctionShape = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    text: z.string(),
    outcome: z.enum(['accepted', 'refused']).nullable(),
    reason: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'AskedCorrection' })
const delegateShape = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    name: z.string(),
    office: z.string().nullable(),
    group: z.string().nullable(),
    sex: z.enum(['f', 'm']).nullable(),
    named: z.boolean(),
  })
  .meta({ id: 'Delegate' })

const settleBody = z.strictObject(schemas.correctionSchema.shape).meta({ id: 'CorrectionAnswer' })
const dissentBody = z.strictObject(schemas.dissentSchema.shape).meta({ id: 'Dissent' })
const delegateBody = z.strictObject(schemas.delegateSchema.shape).meta({ id: 'NewDelegate' })

const promiseBody = z.strictObject(schemas.promiseOfDecisionSchema.shape).meta({ id: 'PromiseOfDecision' })
const promisedShape = z
  .strictObject({ commitment: z.string().meta({ description: 'Its `slug`.' }) })
  .meta({ id: 'PromisedByDecision' })
const PROMISE = {
  what: 'Membuat sumur bor di Dusun Tiga',
  why: 'Warga mengambil air sejauh dua kilometer.',
  owner: 'Pemerintah Desa Kemuning Tua',
  dueOn: '2027-06-30',
}

const item = <T extends z.ZodType>(one: T) => z.strictObject({ items: z.array(one) })

export const staffRecord = new Hono<ApiEnv>()
  .post(
    '/:slug/minutes/send',
    ...asked({
      summary: 'Send the draft minutes out',
      description: 'Fixed from then on. Those who were present and left an address get them by mail.',
      says: 'Until when corrections are taken.',
      gives: sentShape,
    }),
    async (c) => c.json(await sendMinutes(c.get('scope'), c.req.param('slug')), 200, { 'cache-control': 'no-store' }),
  )
  .get(
    '/:slug/corrections',
    ...asked({
      summary: 'Corrections that were proposed',
      says: 'All of them, by number.',
      gives: item(correctionShape),
    }),
    async (c) => {
      const items = (await listCorrectionsFor(c.get('scope'), c.req.param('slug'))).map(
        ({ id, number, text, outcome, reason, at }) => ({ id, number, text, outcome, reason, at }),
      )
      return c.json({ items }, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/corrections/:id',
    ...sent({
      summary: 'Accept or refuse a correction',
      description: 'Refused with a reason. The answer stands beside it in the record.',
      says: 'Answered.',
      gives: settled,
      params: { id: 'The correction’s `id`.' },
      takes: { schema: settleBody, example: { outcome: 'refused', reason: 'Rekaman menyebut jalan.' } },
    }),
    async (c) => {
      const body = c.get('body') as z.input<typeof schemas.correctionSchema>
      const outcome = await settleCorrection(c.get('scope'), c.req.param('slug'), c.req.param('id'), body)
      return answerOutcome(c, outcome, () => ({ settled: true }))
    },
  )
  .post(
    '/:slug/dissents',
    ...sent({
      summary: 'Note a dissent in the dissenter’s own words',
      description: 'From the opening until the record is signed.',
      status: 201,
      says: 'Noted.',
      gives: numbered,
      takes: { schema: dissentBody, example: { who: 'Kelompok tani', text: 'Kami tetap memilih jalan.' } },
    }),
    async (c) => {
      const body = c.get('body') as z.input<typeof schemas.dissentSchema>
      const outcome = await noteDissent(c.get('scope'), c.req.param('slug'), body)
      return answerOutcome(c, outcome, ({ number }) => ({ number }), 201)
    },
  )
  .get(
    '/:slug/delegates',
    ...asked({ summary: 'Delegates whom the meeting sends on', says: 'All of them.', gives: item(delegateShape) }),
    async (c) => {
      const items = (await listDelegatesFor(c.get('scope'), c.req.param('slug'))).map(
        ({ id, number, name, office, groupId: group, sex, named }) => {
          return { id, number, name, office, group, sex, named: named === 1 }
        },
      )
      return c.json({ items }, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/delegates',
    ...sent({
      summary: 'Write a delegate down',
      description: 'Until the draft minutes go out. `named`: agreed that everyone may read their name.',
      status: 201,
      says: 'Written down.',
      gives: numbered,
      takes: { schema: delegateBody, example: { name: 'Siti Aminah', office: 'Ketua PKK', sex: 'f', named: true } },
    }),
    async (c) => {
      const outcome = await addDelegate(c.get('scope'), c.req.param('slug'), c.get('body') as schemas.DelegateInput)
      return answerOutcome(c, outcome, ({ number }) => ({ number }), 201)
    },
  )
  .delete(
    '/:slug/delegates/:id',
    ...asked({
      summary: 'Take a delegate back',
      status: 204,
      says: 'Taken back.',
      params: { id: 'The delegate’s `id`.' },
    }),
    async (c) => {
      await removeDelegate(c.get('scope'), c.req.param('slug'), c.req.param('id'))
      return c.body(null, 204)
    },
  )
  .post(
    '/:slug/decisions/:id/commitment',
    ...sent({
      summary: 'Make what a decision promises a commitment',
      description: 'Of a decision that was taken, once the meeting is closed. Each has one.',
      status: 201,
      says: 'Made.',
      gives: promisedShape,
      params: { id: 'The decision’s `id`.' },
      takes: { schema: promiseBody, example: PROMISE },
    }),
    async (c) => {
      const body = c.get('body') as schemas.PromiseOfDecisionInput
      const outcome = await promiseFromDecision(c.get('scope'), c.req.param('slug'), c.req.param('id'), body)
      return answerOutcome(c, outcome, ({ commitment }) => ({ commitment }), 201)
    },
  )
