/** /api/v1/consultation/… for those who answer: what waits, answers, objections that are settled, and the end. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { listOf } from '../openapi.ts'
import { answerOutcome, problem } from '../problem.ts'
import { getAnswerDesk, listDeskInputs } from './answer-desk.ts'
import {
  answerBody,
  answeredShape,
  answeringShape,
  closingBody,
  confirmationBody,
  deskInputShape,
  deskQuery,
  doneShape,
  notingBody,
  readDeskFilter,
  showAnswering,
  showDeskInput,
  taggingBody,
  takingBody,
} from './answer-shapes.ts'
import { answer } from './answering.ts'
import { closeConsultation } from './closing.ts'
import { isInputCursor } from './input-lists.ts'
import { noteOnInputs, tagInputs, takeInputs } from './input-marking.ts'
import { confirmAnswer } from './objections.ts'
import { asked, sent } from './route-steps.ts'

const reason = 'Loket dibuka sampai pukul 17.00 mulai bulan depan.'
const DONE = { says: 'Done.', gives: doneShape }
const done = () => ({ done: true })

export const consultationAnswering = new Hono<ApiEnv>()
  .get(
    '/:slug/answering',
    ...asked({
      summary: 'How far answering has come',
      description: 'Counts, and the passages, groups and words by which inputs can be asked for.',
      says: 'The counts.',
      gives: answeringShape,
    }),
    async (c) => {
      const desk = await getAnswerDesk(c.get('scope'), c.req.param('slug'), readDeskFilter({}))
      return c.json(showAnswering(desk))
    },
  )
  .get(
    '/:slug/answering/inputs',
    ...asked(
      {
        summary: 'Inputs as those who answer see them',
        description: 'In the order of their numbers; those that wait, unless asked otherwise.',
        says: 'A page of inputs.',
        gives: listOf(deskInputShape, 'DeskInputs'),
      },
      deskQuery,
    ),
    async (c) => {
      const query = deskQuery.parse(c.req.query())
      const page = await listDeskInputs(c.get('scope'), c.req.param('slug'), readDeskFilter(query), query.limit)
      return c.json({ items: page.inputs.map(showDeskInput), next: page.next === null ? null : String(page.next) })
    },
  )
  .post(
    '/:slug/answers',
    ...sent({
      summary: 'Answer inputs',
      description: 'One, several as a group, or a whole group; public at once. An earlier answer stays to be seen.',
      status: 201,
      says: 'Answered.',
      gives: answeredShape,
      takes: { schema: answerBody, example: { inputs: [12, 40], hasil: 'accepted', reason } },
    }),
    async (c) => {
      const { inputs, bundle, ...given } = c.get('body') as z.input<typeof answerBody>
      const answered = bundle ? { bundle } : { inputs: inputs ?? [] }
      if (bundle && inputs) return problem(c, 'invalid', { issues: { bundle: 'inputs-or-bundle' } })
      const outcome = await answer(c.get('scope'), c.req.param('slug'), answered, given)
      return answerOutcome(c, outcome, (made) => ({ outcome: made.outcome, inputs: made.inputs }), 201)
    },
  )
  .post(
    '/:slug/inputs/:number/confirm',
    ...sent({
      summary: 'Confirm an answer that was objected to',
      description: 'It stands, for a reason that addresses the objection; both stay to be seen.',
      ...DONE,
      params: { number: 'The input’s `number`.' },
      takes: { schema: confirmationBody, example: { reason } },
    }),
    async (c) => {
      const [slug, number] = [c.req.param('slug'), c.req.param('number')]
      const known = isInputCursor(number) ? Math.min(Number(number), 2_147_483_647) : 0
      return answerOutcome(c, await confirmAnswer(c.get('scope'), slug, known, c.get('body') as never), done)
    },
  )
  .post(
    '/:slug/marks/take',
    ...sent({
      summary: 'Take inputs upon oneself',
      description: 'The account of the token answers them; or gives them back.',
      ...DONE,
      takes: { schema: takingBody, example: { inputs: [12, 40] } },
    }),
    async (c) => {
      const { inputs, back } = takingBody.parse(c.get('body'))
      return answerOutcome(c, await takeInputs(c.get('scope'), c.req.param('slug'), inputs, { back }), done)
    },
  )
  .post(
    '/:slug/marks/tag',
    ...sent({
      summary: 'Put a word on inputs, or take it off',
      description: 'For sorting; never public.',
      ...DONE,
      takes: { schema: taggingBody, example: { inputs: [12, 40], tag: 'jam buka' } },
    }),
    async (c) => {
      const { inputs, off, tag } = taggingBody.parse(c.get('body'))
      return answerOutcome(c, await tagInputs(c.get('scope'), c.req.param('slug'), inputs, { tag }, { off }), done)
    },
  )
  .post(
    '/:slug/marks/note',
    ...sent({
      summary: 'Note something beside inputs',
      description: 'Between officers; never public.',
      ...DONE,
      takes: { schema: notingBody, example: { inputs: [12], note: 'Tanyakan ke bagian hukum.' } },
    }),
    async (c) => {
      const { inputs, note } = notingBody.parse(c.get('body'))
      return answerOutcome(c, await noteOnInputs(c.get('scope'), c.req.param('slug'), inputs, { note }), done)
    },
  )
  .post(
    '/:slug/close',
    ...sent({
      summary: 'Close a consultation',
      description:
        'Nothing is answered any more; can’t be undone. With inputs or objections that wait it takes a publisher and a public `reason`.',
      ...DONE,
      takes: { schema: closingBody, example: {} },
    }),
    async (c) => {
      const outcome = await closeConsultation(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, done)
    },
  )
