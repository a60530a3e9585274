/** /api/v1/musyawarah/…: the desk where people sign in, and devices that kept a meeting without a line. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { listOf } from '../openapi.ts'
import { problem } from '../problem.ts'
import { isStrongKey } from '../survey/rules/answer-key.ts'
import { findAtDesk, lastArrivals, readAttendance, recordArrival, voidArrival } from './attendance.ts'
import {
  arrivalBody,
  arrivedShape,
  attendeeShape,
  deskShape,
  showArrived,
  showAttendee,
  showDesk,
  showWanted,
  voidedShape,
  voidingBody,
  wantedShape,
} from './attendance-shapes.ts'
import { handIn, takeAlong } from './field.ts'
import { bundleSchema } from './field-schema.ts'
import { handedInShape, packShape } from './field-shapes.ts'
import { getMeetingFor } from './meetings.ts'
import { presenceAt } from './presence.ts'
import { asked, sent } from './route-steps.ts'

const LAST_SHOWN = 5
const NOT_KEPT = { 'cache-control': 'no-store' }
const KEY_HEADER = {
  'Idempotency-Key': { description: 'Made at random for each arrival, at least 128 bits, e.g. a UUID.' },
}
const exampleAct = { kind: 'arrive', key: '7d9e0c52b1f84f0e', at: '2027-01-12T02:05:00.000Z', name: 'Siti', sex: 'f' }

export const meetingAttendance = new Hono<ApiEnv>()
  .get(
    '/:slug/desk',
    ...asked({
      summary: 'The desk of a meeting: how many came, and whether that makes the quorum',
      says: 'Counts, and the last who came.',
      gives: deskShape,
    }),
    async (c) => {
      const [scope, slug] = [c.get('scope'), c.req.param('slug')]
      const presence = await presenceAt(scope, await getMeetingFor(scope, slug, 'meeting.attend'))
      return c.json(showDesk(presence, await lastArrivals(scope, slug, LAST_SHOWN)), 200, NOT_KEPT)
    },
  )
  .get(
    '/:slug/desk/invitees',
    ...asked(
      {
        summary: 'Find an invitee at the desk',
        description: 'By a part of name or office; twenty at the most.',
        says: 'Who may be meant.',
        gives: listOf(wantedShape, 'InviteesAtDesk'),
      },
      z.strictObject({
        q: z
          .string('once')
          .min(1, 'required')
          .max(120, 'too-long')
          .meta({ description: 'A part of a name or an office.' }),
      }),
    ),
    async (c) => {
      const found = await findAtDesk(c.get('scope'), c.req.param('slug'), c.req.query('q') ?? '')
      return c.json({ items: found.map(showWanted), next: null }, 200, NOT_KEPT)
    },
  )
  .get(
    '/:slug/attendance',
    ...asked({
      summary: 'Everybody who came, by name',
      description: 'For the office and the auditor; each look is recorded.',
      says: 'The list.',
      gives: listOf(attendeeShape, 'Attendees'),
    }),
    async (c) => {
      const people = await readAttendance(c.get('scope'), c.req.param('slug'))
      return c.json({ items: people.map(showAttendee), next: null }, 200, NOT_KEPT)
    },
  )
  .post(
    '/:slug/attendance',
    ...sent({
      summary: 'Record one who came',
      description: 'Nobody is counted twice at a sitting; what was sent under the same key is recorded once.',
      status: 201,
      says: 'On the list, now or before.',
      gives: arrivedShape,
      takes: { schema: arrivalBody, example: { code: 'K7M2-QX0A-9BW3' } },
      headers: KEY_HEADER,
      problems: ['bad-key'],
    }),
    async (c) => {
      const key = c.req.header('idempotency-key') ?? ''
      if (!isStrongKey(key)) return problem(c, 'bad-key')
      const arrival = await recordArrival(c.get('scope'), c.req.param('slug'), c.get('body') as never, key)
      if (arrival.kind === 'invalid') return problem(c, 'invalid', { issues: arrival.issues })
      return c.json(showArrived(arrival), 201, NOT_KEPT)
    },
  )
  .post(
    '/:slug/attendance/:id/void',
    ...sent({
      summary: 'Take back what was recorded in error',
      description: 'The row stays, with the reason; its number isn’t given again.',
      says: 'Taken back.',
      gives: voidedShape,
      params: { id: 'The row’s `id`.' },
      takes: { schema: voidingBody, example: { reason: 'Salah orang.' } },
    }),
    async (c) => {
      const { slug, id } = c.req.param()
      const outcome = await voidArrival(c.get('scope'), slug, id, voidingBody.parse(c.get('body')))
      return outcome.ok ? c.json({ voided: true }, 200, NOT_KEPT) : problem(c, 'invalid', { issues: outcome.issues })
    },
  )
  .get(
    '/:slug/field',
    ...asked({
      summary: 'Take a meeting along to where there is no line',
      description: 'Names, agenda and groups; that the names were taken is recorded as a look at them.',
      says: 'All that a device needs.',
      gives: packShape,
    }),
    async (c) => c.json(await takeAlong(c.get('scope'), c.req.param('slug')), 200, NOT_KEPT),
  )
  .post(
    '/:slug/field',
    ...sent({
      summary: 'Hand in what a device kept of a meeting',
      description:
        'Arrivals, the opening, points, proposals and decisions, act by act in their order. Handing in again changes nothing. An act that is refused says why and hinders only what builds on it.',
      says: 'What became of each act.',
      gives: handedInShape,
      takes: {
        schema: bundleSchema.meta({ id: 'FieldBundle' }),
        example: { device: '0d6c7f1b2a3e4c5d', sentAt: '2027-01-12T09:30:00.000Z', acts: [exampleAct] },
      },
    }),
    async (c) => {
      const bundle = bundleSchema.parse(c.get('body'))
      return c.json(await handIn(c.get('scope'), c.req.param('slug'), bundle), 200, NOT_KEPT)
    },
  )
