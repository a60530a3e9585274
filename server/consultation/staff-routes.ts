/** /api/v1/consultation for those who keep consultations: drawing up, announcing, days, words, documents. */
import { Hono, type Context } from 'hono'
import type { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import type { Issues } from '../forms.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { answerOutcome, problem } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { announce, changeDates, changeWording } from './announcing.ts'
import { addAttachment, removeAttachment } from './attachments.ts'
import { changeConsultation, copyConsultation, draftConsultation } from './consultations.ts'
import { asked, sent } from './route-steps.ts'
import {
  attachedShape,
  consultationBody,
  copyShape,
  datesBody,
  newConsultationBody,
  showStaffConsultation,
  staffConsultationShape,
  wordingBody,
} from './staff-shapes.ts'
import { getStaffConsultation } from './staff-view.ts'

const PLAN = {
  needFrom: '2027-01-04',
  needUntil: '2027-01-15',
  draftFrom: '2027-01-18',
  draftUntil: '2027-02-12',
  answerBy: '2027-03-31',
}
const FIELDS = {
  title: 'Jam layanan loket bagi warga yang bekerja',
  summary: 'Warga diminta menilai apa yang kurang, lalu membaca rancangannya.',
  about: 'draft',
  units: ['loket-ktp-el'],
  statements: ['Loket tutup sebelum orang pulang kerja.'],
  ...PLAN,
}
const NOW = { says: 'The consultation as it is now.', gives: staffConsultationShape }
const reason = 'Libur bersama jatuh pada pekan itu.'

export const staffConsultation = new Hono<ApiEnv>()
  .post(
    '/',
    describe({
      tag: 'consultation',
      staff: true,
      summary: 'Draw up a consultation',
      description: 'It stays in preparation, seen by its staff alone, until it is announced.',
      status: 201,
      ...NOW,
      takes: { schema: newConsultationBody, example: FIELDS },
      problems: ['bad-query', 'not-found', 'malformed-json', 'unsupported-media-type', 'too-large', 'invalid'],
    }),
    needsToken,
    noQuery,
    ...takesBody(newConsultationBody),
    async (c) => {
      const scope = c.get('scope')
      const { copyOf, ...fields } = c.get('body') as z.input<typeof newConsultationBody>
      const copiedFrom = copyOf ? (await copyConsultation(scope, copyOf)).copiedFrom : null
      const outcome = await draftConsultation(scope, fields, { copiedFrom })
      return answerNow(c, outcome.ok ? outcome.slug : '', outcome, 201)
    },
  )
  .get(
    '/:slug/work',
    ...asked({ summary: 'A consultation as its staff see it', description: 'Also one in preparation.', ...NOW }),
    (c) => answerNow(c, c.req.param('slug'), { ok: true }),
  )
  .get(
    '/:slug/copy',
    ...asked({
      summary: 'What a copy of a consultation begins with',
      description: 'Send it to `POST /consultation` with the days of the new one.',
      says: 'What can be taken over.',
      gives: copyShape,
    }),
    async (c) => {
      const copyOf = c.req.param('slug')
      const { copiedFrom: _, answerBy: _none, ...taken } = await copyConsultation(c.get('scope'), copyOf)
      return c.json({ copyOf, ...taken })
    },
  )
  .put(
    '/:slug',
    ...sent({
      summary: 'Change a consultation in preparation',
      description: 'In everything. Once it is announced: 409.',
      ...NOW,
      takes: { schema: consultationBody, example: FIELDS },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await changeConsultation(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/announce',
    ...asked({
      summary: 'Announce a consultation',
      description: 'Public from then on. Publishes the draft as version 1 unless the need is asked about first.',
      ...NOW,
      problems: ['invalid'],
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await announce(c.get('scope'), slug))
    },
  )
  .put(
    '/:slug/dates',
    ...sent({
      summary: 'Move the days of an announced consultation',
      description: 'In the open: old and new day and the reason stay to be seen. What has happened stays as it is.',
      ...NOW,
      takes: { schema: datesBody, example: { ...PLAN, reason } },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await changeDates(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .put(
    '/:slug/wording',
    ...sent({
      summary: 'Put title and summary otherwise',
      description: 'Of an announced one, with a reason that everyone can read.',
      ...NOW,
      takes: { schema: wordingBody, example: { title: FIELDS.title, summary: FIELDS.summary, reason } },
    }),
    async (c) => {
      const slug = c.req.param('slug')
      return answerNow(c, slug, await changeWording(c.get('scope'), slug, c.get('body') as never))
    },
  )
  .post(
    '/:slug/files',
    ...sent(
      {
        summary: 'Attach a document',
        description: 'PDF, Word, Excel, ODT, JPG, PNG, WebP, CSV or text; at most twenty.',
        status: 201,
        says: 'Attached.',
        gives: attachedShape,
        takes: { schema: sentFileSchema, example: { name: 'kajian.txt', content: 'S2FqaWFuIHNpbmdrYXQu' } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const file = givenFile(c.get('body') as SentFile)
      const outcome = await addAttachment(c.get('scope'), c.req.param('slug'), file)
      return answerOutcome(c, outcome.ok ? outcome : { ...outcome, values: {} }, ({ id }) => ({ id }), 201)
    },
  )
  .delete(
    '/:slug/files/:id',
    ...asked({
      summary: 'Take a document away',
      status: 204,
      says: 'Taken away.',
      params: { id: 'The document’s `id`.' },
    }),
    async (c) => {
      await removeAttachment(c.get('scope'), c.req.param('slug'), c.req.param('id'))
      return c.body(null, 204)
    },
  )

async function answerNow(
  c: Context<ApiEnv>,
  slug: string,
  outcome: { ok: true } | { ok: false; issues: Issues },
  status: 200 | 201 = 200,
) {
  if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
  const shown = showStaffConsultation(await getStaffConsultation(c.get('scope'), slug))
  return c.json(shown, status, { 'cache-control': 'no-store' })
}
