/** /api/v1/musyawarah/…/paper: a meeting that was held on paper alone is entered afterwards. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { answerOutcome } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { addScan, answerScan, beginPaperMeeting, finishPaperMeeting, listScans } from './paper-meetings.ts'
import { finishingSchema, paperSchema, type FinishingInput, type PaperInput } from './record-schema.ts'
import { asked, sent } from './route-steps.ts'

const doneShape = z.strictObject({ slug: z.string() }).meta({ id: 'PaperMeeting' })
const keptShape = z.strictObject({ kept: z.literal(true) }).meta({ id: 'ScanKept' })
const scansShape = z
  .strictObject({ items: z.array(z.strictObject({ position: z.int(), name: z.string() })) })
  .meta({ id: 'Scans' })
const paperBody = z.strictObject({ ...paperSchema.shape, file: sentFileSchema.optional() }).meta({ id: 'Paper' })
const finishBody = z.strictObject(finishingSchema.shape).meta({ id: 'PaperFinished' })
const scan = { name: 'notulen-bpd.pdf', content: 'JVBERi0xLjc=' }

export const paperMeetings = new Hono<ApiEnv>()
  .post(
    '/:slug/paper',
    ...sent(
      {
        summary: 'Say that a meeting was held on paper alone',
        description:
          'One in preparation whose time has passed. Its attendance, minutes and decisions can then be entered; the public sees it once it is finished.',
        status: 201,
        says: 'It can be entered.',
        gives: doneShape,
        takes: {
          schema: paperBody,
          example: { provenance: 'Buku notulen BPD 2026, halaman 12–18', step: 0, file: scan },
        },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { file, ...input } = c.get('body') as PaperInput & { file?: SentFile }
      const outcome = await beginPaperMeeting(c.get('scope'), c.req.param('slug'), input, file && givenFile(file))
      return answerOutcome(c, outcome, ({ slug }) => ({ slug }), 201)
    },
  )
  .get(
    '/:slug/scans',
    ...asked({ summary: 'Scans of a meeting of paper', says: 'All of them.', gives: scansShape }),
    async (c) => {
      const scans = await listScans(c.get('scope'), c.req.param('slug'))
      const items = scans.map(({ position, name }) => ({ position, name }))
      return c.json({ items }, 200, { 'cache-control': 'no-store' })
    },
  )
  .get(
    '/:slug/scans/:number',
    ...asked({
      summary: 'One scan, byte for byte',
      says: 'The file.',
      gives: z.string(),
      mediaType: 'application/octet-stream',
      params: { number: 'Its `position`.' },
    }),
    (c) => answerScan(c.get('scope'), c.req.param('slug'), Number(c.req.param('number'))),
  )
  .post(
    '/:slug/scans',
    ...sent(
      {
        summary: 'Add a scan to a meeting of paper',
        status: 201,
        says: 'Kept.',
        gives: keptShape,
        takes: { schema: sentFileSchema, example: scan },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const file = givenFile(c.get('body') as SentFile)
      const outcome = await addScan(c.get('scope'), c.req.param('slug'), file)
      return answerOutcome(c, outcome, () => ({ kept: true }), 201)
    },
  )
  .post(
    '/:slug/paper/finish',
    ...sent({
      summary: 'Everything of a meeting of paper is entered',
      description: 'From then on everyone sees it, as held.',
      says: 'It is there for everyone.',
      gives: doneShape,
      takes: { schema: finishBody, example: { ended: '12.15' } },
    }),
    async (c) => {
      const outcome = await finishPaperMeeting(c.get('scope'), c.req.param('slug'), c.get('body') as FinishingInput)
      return answerOutcome(c, outcome, ({ slug }) => ({ slug }))
    },
  )
