/** /api/v1/musyawarah for those who plan meetings: drawing up, announcing, moving, calling off. */
import { Hono, type Context } from 'hono'
import type { ApiEnv } from '../api.ts'
import type { Issues } from '../forms.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { problem } from '../problem.ts'
import { announceMeeting, cancelMeeting, moveMeeting } from './announcing.ts'
import { changeMeeting, draftMeeting, getMeeting, getMeetingFor } from './meetings.ts'
import { cancelBody, meetingBody, showStaffMeeting, staffMeetingShape, startBody } from './plan-shapes.ts'
import { asked, sent } from './route-steps.ts'

const FIELDS = {
  place: 'region:14.04',
  kind: 'village',
  title: 'Rencana kerja desa tahun 2027',
  basis: 'Desa menyusun rencana kerja setiap tahun menurut peraturan desa.',
  convener: 'BPD Kemuning Tua',
  venue: 'Balai Desa Kemuning Tua',
  day: '2027-07-10',
  time: '09.00',
  chair: 'H. Ramli, Ketua BPD',
  minuteTaker: 'Nur Aini',
  agenda: ['Pembukaan', 'Usulan kegiatan', 'Penetapan'],
  rules: 'musyawarah-desa',
}
const NOW = { says: 'The meeting as it is now.', gives: staffMeetingShape }
const reason = 'Balai desa dipakai untuk vaksinasi hari itu.'

export const planMeetings = new Hono<ApiEnv>()
  .post(
    '/',
    describe({
      tag: 'musyawarah',
      staff: true,
      summary: 'Plan a meeting',
      description: 'It stays in preparation, seen by its staff alone, until it is announced.',
      status: 201,
      ...NOW,
      takes: { schema: meetingBody, example: FIELDS },
      problems: ['bad-query', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
    }),
    needsToken,
    noQuery,
    ...takesBody(meetingBody),
    async (c) => {
      const outcome = await draftMeeting(c.get('scope'), c.get('body') as never)
      return answerNow(c, outcome.ok ? outcome.slug : '', outcome, 201)
    },
  )
  .get(
    '/:slug/work',
    ...asked({ summary: 'A meeting as its staff see it', description: 'Also one in preparation.', ...NOW }),
    async (c) => {
      const slug = c.req.param('slug')
      await getMeetingFor(c.get('scope'), slug, 'meeting.see')
      return answerNow(c, slug, { ok: true })
    },
  )
  .put(
    '/:slug',
    ...sent({
      summary: 'Change a meeting in preparation',
      description: 'In everything. Once it is announced: 409.',
      ...NOW,
      takes: { schema: meetingBody, example: FIELDS },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await changeMeeting(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/announce',
    ...asked({
      summary: 'Announce a meeting',
      description: 'Public from then on. Somebody must be invited where the quorum counts a share of them.',
      ...NOW,
      problems: ['invalid'],
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await announceMeeting(c.get('scope'), slug))
    },
  )
  .put(
    '/:slug/start',
    ...sent({
      summary: 'Move an announced meeting to another day or time',
      description: 'In the open: the old time and the reason stay to be seen. One that was put off is not moved.',
      ...NOW,
      takes: { schema: startBody, example: { day: '2027-07-12', time: '14.00', reason } },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await moveMeeting(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/cancel',
    ...sent({
      summary: 'Call a meeting off',
      description: 'For good, with a reason that everyone can read.',
      ...NOW,
      takes: { schema: cancelBody, example: { reason } },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await cancelMeeting(c.get('scope'), slug, c.get('body') as never))
    },
  )

async function answerNow(
  c: Context<ApiEnv>,
  slug: string,
  outcome: { ok: true } | { ok: false; issues: Issues },
  status: 200 | 201 = 200,
) {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  const shown = showStaffMeeting(await getMeeting(c.get('scope'), slug))
  return c.json(shown, status, { 'cache-control': 'no-store' })
}
