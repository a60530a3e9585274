/** /api/v1/musyawarah: meetings and what came of them. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { cursorQuery, describe, limitQuery, listOf, noQuery, takesQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { isMeetingCursor, listMeetings, MEETING_LIST_STATES } from './lists.ts'
import { getMeeting } from './meetings.ts'
import { MEETING_KINDS } from './schema.ts'
import { meetingShape, meetingViewShape, showMeeting, showMeetingView } from './shapes.ts'

const listQuery = z.strictObject({
  state: z
    .enum(MEETING_LIST_STATES, 'choose')
    .optional()
    .meta({ description: '`coming`: announced and not opened yet; `held`: until its record is signed.' }),
  kind: z.enum(MEETING_KINDS, 'choose').optional().meta({ description: 'What kind of meeting.' }),
  region: z
    .string('once')
    .min(1, 'required')
    .max(120, 'too-long')
    .optional()
    .meta({ description: 'Slug of a region.' }),
  staff: z
    .literal('true', 'choose')
    .optional()
    .meta({ description: 'Only those that the token’s role is for, those in preparation among them.' }),
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isMeetingCursor(cursor), 'cursor'),
  limit: limitQuery,
})

export const musyawarah = new Hono<ApiEnv>()
  .get(
    '/',
    describe({
      tag: 'musyawarah',
      staff: 'also',
      summary: 'Meetings, the latest first',
      description: 'All that have been announced, by the day on which they are held.',
      says: 'A page of meetings.',
      gives: listOf(meetingShape, 'Meetings'),
      problems: ['bad-query', 'not-signed-in'],
    }),
    takesQuery(listQuery),
    async (c) => {
      const scope = c.get('scope')
      const { staff, ...query } = c.req.valid('query')
      if (staff && !scope.actor) return problem(c, 'not-signed-in', { headers: { 'www-authenticate': 'Bearer' } })
      const { items, next } = await listMeetings(scope, { ...query, staff: staff !== undefined })
      const soonest = Math.min(...items.map(({ nextChange }) => nextChange?.getTime() ?? Infinity))
      const until = Number.isFinite(soonest) ? new Date(soonest) : null
      c.set('keep', { tags: ['musyawarah', 'directory'], until })
      return c.json({ items: items.map(showMeeting), next })
    },
  )
  .get(
    '/:slug',
    describe({
      tag: 'musyawarah',
      staff: 'also',
      summary: 'One meeting',
      description:
        'What it is about, by which rules it decides, and how far it has come. People are counted, not named.',
      says: 'The meeting.',
      gives: meetingViewShape,
      params: { slug: 'The meeting’s `slug`.' },
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const meeting = await getMeeting(c.get('scope'), c.req.param('slug'))
      c.set('keep', { tags: [meeting.id, 'directory'], until: meeting.nextChange })
      return c.json(showMeetingView(meeting))
    },
  )
