/** /api/v1/musyawarah/… for those who run a meeting: its opening, decisions and closing. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { describe, noQuery } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY } from '../sent-file.ts'
import { closeMeeting } from './closing.ts'
import { agree, amendText, answerDecisionObjection, enterVote, objectTo, putText, stateFailure } from './decisions.ts'
import { amendBody, answerBody, failureBody, keyBody, objectionBody, postponeBody } from './hall-bodies.ts'
import { putBody, sheetBody, voteBody } from './hall-bodies.ts'
import { handInSheet } from './hall-files.ts'
import { getHallScreen } from './hall-screen.ts'
import { doneShape, hallShape, madeShape, numberedShape, showHall } from './hall-shapes.ts'
import { openMeeting, postponeMeeting } from './opening.ts'
import { sent } from './route-steps.ts'

const DONE = { says: 'Done.', gives: doneShape }
const done = () => ({ done: true })
const example = {}
const decision = { decision: 'The decision’s `id`.' }
/** A screen that is behind by this much is behind by nothing. */
const KEPT_MS = 3000

export const meetingHall = new Hono<ApiEnv>()
  .get(
    '/:slug/hall',
    describe({
      tag: 'musyawarah',
      staff: 'also',
      summary: 'A meeting as the screen in its hall shows it',
      description: 'Agenda, quorum, the text that is being decided, and proposals. People are counted, not named.',
      says: 'How far it has come.',
      gives: hallShape,
      params: { slug: 'The meeting’s `slug`.' },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const scope = c.get('scope')
      const screen = await getHallScreen(scope, c.req.param('slug'))
      const until = new Date(scope.now.getTime() + KEPT_MS)
      if (screen.meeting.announcedAt) c.set('keep', { tags: [screen.meeting.id, 'directory'], until })
      return c.json(showHall(screen))
    },
  )
  .post(
    '/:slug/open',
    ...sent({
      summary: 'Open a meeting',
      description: 'When its time has come and its quorum is there; the step of the ladder is recorded.',
      ...DONE,
      takes: { schema: keyBody, example },
    }),
    async (c) => answerOutcome(c, await openMeeting(c.get('scope'), c.req.param('slug'), c.get('body') as never), done),
  )
  .post(
    '/:slug/postpone',
    ...sent({
      summary: 'Put a meeting off for want of a quorum',
      description: 'No further than the next step of its ladder allows; day and time are of the region’s zone.',
      ...DONE,
      takes: { schema: postponeBody, example: { day: '2030-07-10', time: '11.00', reason: 'Belum cukup yang hadir.' } },
    }),
    async (c) =>
      answerOutcome(c, await postponeMeeting(c.get('scope'), c.req.param('slug'), c.get('body') as never), done),
  )
  .post(
    '/:slug/decisions',
    ...sent({
      summary: 'Put a text before the meeting',
      description: 'One at a time.',
      status: 201,
      says: 'Put.',
      gives: numberedShape,
      takes: { schema: putBody, example: { text: 'Desa mendahulukan jalan dusun dua.' } },
    }),
    async (c) => {
      const outcome = await putText(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ id, number }) => ({ id, number }), 201)
    },
  )
  .post(
    '/:slug/decisions/:decision/objections',
    ...sent({
      summary: 'Write an objection down',
      description: 'Of a person or a group, as they want to be named, with its reason.',
      status: 201,
      says: 'Written down.',
      gives: madeShape,
      params: decision,
      takes: { schema: objectionBody, example: { who: 'Kelompok tani', reason: 'Jalan itu sudah diperbaiki.' } },
    }),
    async (c) => {
      const { slug, decision } = c.req.param()
      const outcome = await objectTo(c.get('scope'), slug, decision, c.get('body') as never)
      return answerOutcome(c, outcome, ({ id }) => ({ id }), 201)
    },
  )
  .post(
    '/:slug/objections/:objection/answer',
    ...sent({
      summary: 'Write down what was answered to an objection',
      description: '`withdrawn`: whoever made it let it go.',
      ...DONE,
      params: { objection: 'The objection’s `id`.' },
      takes: { schema: answerBody, example: { answer: 'Baru separuhnya.', withdrawn: true } },
    }),
    async (c) => {
      const { slug, objection } = c.req.param()
      return answerOutcome(
        c,
        await answerDecisionObjection(c.get('scope'), slug, objection, c.get('body') as never),
        done,
      )
    },
  )
  .post(
    '/:slug/decisions/:decision/amend',
    ...sent({
      summary: 'Put the amended text',
      description: 'When every objection to the one before has its answer.',
      ...DONE,
      params: decision,
      takes: { schema: amendBody, example: { text: 'Desa mendahulukan jalan dusun tiga.' } },
    }),
    async (c) => {
      const { slug, decision } = c.req.param()
      return answerOutcome(c, await amendText(c.get('scope'), slug, decision, c.get('body') as never), done)
    },
  )
  .post(
    '/:slug/decisions/:decision/agree',
    ...sent({
      summary: 'Agreed by acclamation',
      description: 'Where no objection stands, and the quorum is there.',
      ...DONE,
      params: decision,
      takes: { schema: keyBody, example },
    }),
    async (c) => {
      const { slug, decision } = c.req.param()
      return answerOutcome(c, await agree(c.get('scope'), slug, decision, c.get('body') as never), done)
    },
  )
  .post(
    '/:slug/decisions/:decision/fail',
    ...sent({
      summary: 'State in writing that consensus failed',
      description: 'After this a vote alone decides.',
      ...DONE,
      params: decision,
      takes: { schema: failureBody, example: { statement: 'Dua kelompok tetap menghendaki tempat yang berbeda.' } },
    }),
    async (c) => {
      const { slug, decision } = c.req.param()
      return answerOutcome(c, await stateFailure(c.get('scope'), slug, decision, c.get('body') as never), done)
    },
  )
  .post(
    '/:slug/decisions/:decision/vote',
    ...sent(
      {
        summary: 'Enter a vote from its paper tally',
        description: 'Among those entitled who are present, and only once consensus was stated to have failed.',
        ...DONE,
        params: decision,
        takes: {
          schema: voteBody,
          example: { way: 'secret', inFavour: 31, against: 20, abstained: 2, spoilt: 1 },
        },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { slug, decision } = c.req.param()
      const { sheet, ...given } = c.get('body') as z.output<typeof voteBody>
      const outcome = await enterVote(c.get('scope'), slug, decision, given, sheet && givenFile(sheet))
      return answerOutcome(c, outcome, done)
    },
  )
  .post(
    '/:slug/decisions/:decision/sheet',
    ...sent(
      {
        summary: 'Hand in the paper tally of a vote',
        description: 'A PDF or a picture, where the vote was entered without it; until the record is signed.',
        ...DONE,
        params: decision,
        takes: { schema: sheetBody, example: { sheet: { name: 'hitung.pdf', content: 'JVBERi0xLjc=' } } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { slug, decision } = c.req.param()
      const { sheet } = c.get('body') as z.output<typeof sheetBody>
      return answerOutcome(c, await handInSheet(c.get('scope'), slug, decision, givenFile(sheet)), done)
    },
  )
  .post(
    '/:slug/close',
    ...sent({
      summary: 'Close a meeting',
      description: 'When every proposal has its outcome and every text was settled; they don’t change after it.',
      ...DONE,
      takes: { schema: keyBody, example },
    }),
    async (c) =>
      answerOutcome(c, await closeMeeting(c.get('scope'), c.req.param('slug'), c.get('body') as never), done),
  )
