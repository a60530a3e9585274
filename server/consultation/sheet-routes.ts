/** /api/v1/consultation/…/answers/sheet: answers by spreadsheet, out, looked at, and saved. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { localeOf, problem } from '../problem.ts'
import { givenFile, LARGEST_BODY, sentFileSchema, type SentFile } from '../sent-file.ts'
import { FILE_TYPES } from './answer-documents.ts'
import { deskFilter, readDeskFilter } from './answer-shapes.ts'
import { answerSheet, applySheet, LARGEST_SHEET, MOST_ROWS, previewSheet, type SheetPreview } from './answer-sheet.ts'
import { LONGEST_REASON } from './answer-schema.ts'
import { asked, sent } from './route-steps.ts'
import { HASIL } from './rules/outcomes.ts'

const said = z.strictObject({ hasil: z.enum(HASIL), reason: z.string() })
const previewShape = z
  .strictObject({
    changes: z.array(z.strictObject({ number: z.int(), text: z.string(), now: said.nullable(), becomes: said })),
    wrong: z.array(
      z.strictObject({ row: z.int(), problem: z.enum(['number', 'twice', 'hasil', 'reason', 'too-long']) }),
    ),
    digest: z.string().meta({ description: 'Names exactly these changes of exactly these answers.' }),
  })
  .meta({ id: 'SheetPreview', description: '`wrong` names rows of the sheet, the head being row 1.' })
const applyingBody = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          number: z.int('number').min(1, 'number'),
          hasil: z.enum(HASIL, 'choose'),
          reason: z.string('required').max(LONGEST_REASON, 'too-long'),
        }),
        'required',
      )
      .max(MOST_ROWS, 'sheet-too-many'),
    digest: z.string('required').max(64, 'too-long').meta({ description: 'Of the preview.' }),
  })
  .meta({ id: 'SheetAnswers', description: 'The `changes` of a preview: their `number`, and what each `becomes`.' })
const appliedShape = z.strictObject({ answered: z.int() }).meta({ id: 'SheetApplied' })

const WRONG = { unreadable: 'sheet-unreadable', columns: 'sheet-columns', tooMany: 'sheet-too-many' } as const
const reason = 'Loket dibuka sampai pukul 17.00 mulai bulan depan.'

export const answerSheets = new Hono<ApiEnv>()
  .get(
    '/:slug/answers/sheet',
    ...asked(
      {
        summary: 'Inputs as a spreadsheet to be filled in',
        description: 'At most 5,000, in the language that is accepted; those that wait, unless asked otherwise.',
        says: 'An .xlsx file.',
        gives: z.string().meta({ contentEncoding: 'binary' }),
        mediaType: FILE_TYPES.xlsx,
      },
      deskFilter,
    ),
    async (c) => {
      const slug = c.req.param('slug')
      const filter = readDeskFilter(deskFilter.parse(c.req.query()))
      const bytes = await answerSheet(c.get('scope'), slug, filter, localeOf(c.req.header('accept-language')))
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': FILE_TYPES.xlsx,
        'content-disposition': `attachment; filename="jawaban-${slug.replace(/[^\w-]/g, '')}.xlsx"`,
        'cache-control': 'no-store',
      })
    },
  )
  .post(
    '/:slug/answers/sheet/preview',
    ...sent(
      {
        summary: 'What a filled-in spreadsheet would answer',
        description: 'Stores nothing. Columns in Indonesian or English.',
        says: 'Each answer, or what is wrong with which row.',
        gives: previewShape,
        takes: { schema: sentFileSchema, example: { name: 'jawaban.xlsx', content: 'UEsDBA==' } },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { bytes } = givenFile(c.get('body') as SentFile)
      if (bytes.length > LARGEST_SHEET) return problem(c, 'invalid', { issues: { content: 'file-too-big' } })
      const reading = await previewSheet(c.get('scope'), c.req.param('slug'), bytes)
      if (!reading.ok) return problem(c, 'invalid', { issues: { content: WRONG[reading.why] } })
      return c.json(showPreview(reading.preview), 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/answers/sheet',
    ...sent(
      {
        summary: 'Give the answers of a spreadsheet',
        description: 'Exactly those that the preview showed: 409 if something has moved since.',
        says: 'How many were answered.',
        gives: appliedShape,
        takes: {
          schema: applyingBody,
          example: { rows: [{ number: 12, hasil: 'accepted', reason }], digest: '…' },
        },
      },
      LARGEST_BODY,
    ),
    async (c) => {
      const { rows, digest } = applyingBody.parse(c.get('body'))
      const outcome = await applySheet(c.get('scope'), c.req.param('slug'), rows, digest)
      if (outcome.ok) return c.json({ answered: outcome.answered })
      if (outcome.preview.digest !== digest) return problem(c, 'conflict', { issues: { digest: 'sheet-moved' } })
      return problem(c, 'invalid', { issues: { rows: 'wrong-lines' } })
    },
  )

function showPreview({ changes, wrong, digest }: SheetPreview): z.infer<typeof previewShape> {
  return { changes, wrong, digest }
}
