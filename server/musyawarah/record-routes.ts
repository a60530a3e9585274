/** /api/v1/musyawarah/…/record: what a meeting came to, for everyone, and what those who were present say of it. */
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { EXTENSIONS } from '../file-kinds.ts'
import { takesBody } from '../json-body.ts'
import { describe, noQuery, type RouteDescription } from '../openapi.ts'
import { answerOutcome, type ProblemCode } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { askCorrection } from './corrections.ts'
import type { Paper } from './papers.ts'
import { paperFile } from './record-file.ts'
import { askedSchema, type AskedInput } from './record-schema.ts'
import { recordShape, showRecord } from './record-shape.ts'
import { checkSignedFile, getRecord } from './record-views.ts'

const params = { slug: 'The meeting’s `slug`.' }
const SENT: ProblemCode[] = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid']

const askedBody = z.strictObject(askedSchema.shape).meta({ id: 'MinutesCorrection' })
const askedShape = z
  .strictObject({ number: z.int(), kind: z.enum(['correction', 'dissent']) })
  .meta({ id: 'CorrectionReceived' })
const checkedShape = z
  .strictObject({
    genuine: z.boolean(),
    part: z.int().nullable().meta({ description: '0: the record; from 1 an addendum.' }),
    number: z.string().nullable(),
    lockedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CheckedFile' })

export const meetingRecord = new Hono<ApiEnv>()
  .get(
    '/:slug/record',
    describe({
      tag: 'musyawarah',
      summary: 'The official record of a meeting',
      description:
        'From the day on which its draft went out; once signed, what was signed, with its addenda. People are counted, not named, but for office holders, signatories and those who agreed.',
      says: 'The record.',
      gives: recordShape,
      params,
      problems: ['bad-query', 'not-found'],
    }),
    noQuery,
    async (c) => {
      const view = await getRecord(c.get('scope'), c.req.param('slug'))
      c.set('keep', { tags: [view.meeting.id], until: null })
      return c.json(showRecord(view))
    },
  )
  .get('/:slug/record.pdf', ...aFile('pdf', 'The official record as a PDF'), (c) => sendPaper(c, 'record', 'pdf'))
  .get('/:slug/record.docx', ...aFile('docx', 'The official record as a Word document'), (c) =>
    sendPaper(c, 'record', 'docx'),
  )
  .get('/:slug/minutes.pdf', ...aFile('pdf', 'The minutes as a PDF'), (c) => sendPaper(c, 'minutes', 'pdf'))
  .get('/:slug/minutes.docx', ...aFile('docx', 'The minutes as a Word document'), (c) =>
    sendPaper(c, 'minutes', 'docx'),
  )
  .get('/:slug/proceedings.pdf', ...aFile('pdf', 'The proceedings as a PDF'), (c) => sendPaper(c, 'proceedings', 'pdf'))
  .get('/:slug/proceedings.docx', ...aFile('docx', 'The proceedings as a Word document'), (c) =>
    sendPaper(c, 'proceedings', 'docx'),
  )
  .post(
    '/:slug/corrections',
    describe({
      tag: 'musyawarah',
      summary: 'Propose a correction, or note a dissent',
      description:
        'By the code of somebody whose presence was recorded, in the window for corrections. A dissent enters the record in its own words, under the name given.',
      status: 201,
      says: 'Received.',
      gives: askedShape,
      takes: {
        schema: askedBody,
        example: { code: '7K3M-9Q2T-4XWB', kind: 'correction', text: 'Yang dibahas jembatan, bukan jalan.' },
      },
      params,
      problems: ['bad-query', 'not-found', ...SENT],
    }),
    noQuery,
    ...takesBody(askedBody),
    async (c) => {
      const outcome = await askCorrection(c.get('scope'), c.req.param('slug'), c.get('body') as AskedInput)
      return answerOutcome(c, outcome, ({ number, kind }) => ({ number, kind }), 201)
    },
  )
  .post(
    '/:slug/check',
    describe({
      tag: 'musyawarah',
      summary: 'Whether a file is the one that was signed',
      description: 'The file is compared with what was signed, byte for byte, and not kept.',
      says: 'What it is.',
      gives: checkedShape,
      takes: { schema: sentFileSchema, example: { name: 'berita-acara.pdf', content: 'JVBERi0xLjc=' } },
      params,
      problems: ['bad-query', 'not-found', ...SENT],
    }),
    noQuery,
    ...takesBody(sentFileSchema, LARGEST_BODY),
    async (c) => {
      const { bytes } = givenFile(c.get('body') as SentFile)
      const found = await checkSignedFile(c.get('scope'), c.req.param('slug'), bytes)
      const { part = null, number = null, lockedAt = null } = found ?? {}
      return c.json({ genuine: found !== undefined, part, number, lockedAt }, 200, { 'cache-control': 'no-store' })
    },
  )

function aFile(kind: 'pdf' | 'docx', summary: string) {
  const route: RouteDescription = {
    tag: 'musyawarah',
    summary,
    description: 'The public rendition, of the same data as `/record`, in Indonesian.',
    says: kind === 'pdf' ? 'A tagged PDF.' : 'A Word document.',
    gives: z.string(),
    mediaType: EXTENSIONS[kind].mime,
    params,
    problems: ['bad-query', 'not-found', 'unavailable'],
  }
  return [describe(route), noQuery] as const
}

async function sendPaper(c: Context<ApiEnv>, paper: Paper, kind: 'pdf' | 'docx') {
  const asked = { slug: c.req.param('slug') ?? '', locale: 'id' as const, publicUrl: c.get('publicUrl') }
  const bytes = await paperFile(c.get('scope'), paper, kind, asked)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': EXTENSIONS[kind].mime })
}
