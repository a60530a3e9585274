/** /api/v1/musyawarah/… for who takes the minutes: points by item of the agenda, proposals, photographs. */
import { Hono } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { listOf } from '../openapi.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY } from '../sent-file.ts'
import { listMinutes } from './course.ts'
import { keyBody, outcomeBody, outcomesBody, photoBody, pointBody, proposalBody } from './hall-bodies.ts'
import { addPhoto, listPhotos, removePhoto } from './hall-files.ts'
import { doneShape, madeShape, numberedShape, photoShape, pointShape, proposalShape } from './hall-shapes.ts'
import { settledShape, showPhoto, showPoint, showProposal, writtenShape } from './hall-shapes.ts'
import { addProposal, removePoint, settleProposal, writePoint } from './minutes.ts'
import { asked, sent } from './route-steps.ts'
import { settleProposals } from './settling.ts'

const DONE = { says: 'Done.', gives: doneShape }
const done = () => ({ done: true })
const example = {}

export const meetingMinutes = new Hono<ApiEnv>()
  .get(
    '/:slug/minutes',
    ...asked({
      summary: 'The minutes of a meeting so far',
      description: 'In the order of their writing. All on one page: `next` is always null.',
      says: 'The points.',
      gives: listOf(pointShape, 'MinutePoints'),
    }),
    async (c) => {
      const { points } = await listMinutes(c.get('scope'), c.req.param('slug'))
      return c.json({ items: points.map(showPoint), next: null })
    },
  )
  .post(
    '/:slug/minutes',
    ...sent({
      summary: 'Write a point of the minutes',
      description:
        'A new one, or what one says from now on. Two texts over the same `base` were written at once: both are kept until one is written that names them in `merged`.',
      says: 'Written.',
      gives: writtenShape,
      takes: { schema: pointBody, example: { item: '0f…', speaker: 'Warga', text: 'Jalan dusun rusak.' } },
    }),
    async (c) => {
      const outcome = await writePoint(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ point, number, both }) => ({ point, number, both }))
    },
  )
  .post(
    '/:slug/minutes/:point/remove',
    ...sent({
      summary: 'Take a point out of the minutes',
      ...DONE,
      params: { point: 'The point’s `id`.' },
      takes: { schema: keyBody, example },
    }),
    async (c) => {
      const { slug, point } = c.req.param()
      return answerOutcome(c, await removePoint(c.get('scope'), slug, point, c.get('body') as never), done)
    },
  )
  .get(
    '/:slug/proposals',
    ...asked({
      summary: 'Proposals with who made them',
      description: 'In the order of their numbers. All on one page: `next` is always null.',
      says: 'The proposals.',
      gives: listOf(proposalShape, 'HallProposals'),
    }),
    async (c) => {
      const { proposals } = await listMinutes(c.get('scope'), c.req.param('slug'))
      return c.json({ items: proposals.map(showProposal), next: null })
    },
  )
  .post(
    '/:slug/proposals',
    ...sent({
      summary: 'Write a proposal down',
      description: 'Numbered; its proposer is for staff alone.',
      status: 201,
      says: 'Written down.',
      gives: numberedShape,
      takes: {
        schema: proposalBody,
        example: { text: 'Sumur bor di dusun dua', place: 'Dusun dua', volume: '1 unit' },
      },
    }),
    async (c) => {
      const outcome = await addProposal(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ id, number }) => ({ id, number }), 201)
    },
  )
  .post(
    '/:slug/proposals/outcomes',
    ...sent({
      summary: 'Say what becomes of proposals',
      description: 'Of many at once: all of them, or none.',
      says: 'How many.',
      gives: settledShape,
      takes: { schema: outcomesBody, example: { outcomes: [{ proposal: '0f…', outcome: 'accepted' }] } },
    }),
    async (c) => {
      const outcome = await settleProposals(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ settled }) => ({ settled }))
    },
  )
  .post(
    '/:slug/proposals/:proposal/outcome',
    ...sent({
      summary: 'Say what becomes of a proposal',
      description: 'Exactly one of accepted, not accepted, reserve; a note is needed unless it is accepted.',
      ...DONE,
      params: { proposal: 'The proposal’s `id`.' },
      takes: { schema: outcomeBody, example: { outcome: 'reserve', outcomeNote: 'Bila ada sisa anggaran.' } },
    }),
    async (c) => {
      const { slug, proposal } = c.req.param()
      return answerOutcome(c, await settleProposal(c.get('scope'), slug, proposal, c.get('body') as never), done)
    },
  )
  .get(
    '/:slug/photos',
    ...asked({
      summary: 'Photographs of a meeting',
      description: 'For staff. All on one page: `next` is always null.',
      says: 'The photographs.',
      gives: listOf(photoShape, 'MeetingPhotos'),
    }),
    async (c) => {
      const photos = await listPhotos(c.get('scope'), c.req.param('slug'))
      return c.json({ items: photos.map(showPhoto), next: null })
    },
  )
  .post(
    '/:slug/photos',
    ...sent(
      {
        summary: 'Add a photograph',
        description: 'JPEG, PNG or WebP; what its camera wrote into it (place, time, device) is left out.',
        status: 201,
        says: 'Added.',
        gives: madeShape,
        takes: {
          schema: photoBody,
          example: { caption: 'Peserta membahas usulan', file: { name: 'foto.jpg', content: '/9j/2Q==' } },
        },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { file, ...given } = c.get('body') as z.output<typeof photoBody>
      const outcome = await addPhoto(c.get('scope'), c.req.param('slug'), given, givenFile(file))
      return answerOutcome(c, outcome, ({ id }) => ({ id }), 201)
    },
  )
  .post(
    '/:slug/photos/:photo/remove',
    ...sent({
      summary: 'Take a photograph out',
      ...DONE,
      params: { photo: 'The photograph’s `id`.' },
      takes: { schema: keyBody, example },
    }),
    async (c) => {
      const { slug, photo } = c.req.param()
      return answerOutcome(c, await removePhoto(c.get('scope'), slug, photo, c.get('body') as never), done)
    },
  )
