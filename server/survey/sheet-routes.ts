/** /api/v1/survey: answers on paper, from printing the sheets to taking an entry back, as at the desk. */
import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../api.ts'
import { takesBody } from '../json-body.ts'
import { needsToken } from '../needs-token.ts'
import { describe, noQuery } from '../openapi.ts'
import { answerOutcome, problem } from '../problem.ts'
import { enterSheets } from './desk.ts'
import { MOST_SHEETS, voidSchema } from './desk-schema.ts'
import { listPrintedSheets, printSheets } from './sheets.ts'
import { voidSheet } from './voiding.ts'

const printBody = z
  .strictObject({ count: z.int('number').min(1, 'number').max(MOST_SHEETS, 'most') })
  .meta({ id: 'SheetsWish' })
const printedShape = z
  .strictObject({ sheets: z.array(z.strictObject({ code: z.string(), receipt: z.string() })) })
  .meta({ id: 'PrintedSheets', description: 'What stands on each sheet, and on what its respondent tears off.' })
const typed = z.string('text').max(4000, 'too-long')
const sheetsBody = z
  .strictObject({
    rows: z
      .array(
        z.strictObject({
          code: typed,
          scores: typed.meta({ description: 'Nine digits 1 to 4 in the order of the sheet, - for a blank.' }),
          who: typed.default('').meta({ description: 'The bands that were ticked, as at the desk.' }),
          comment: typed.default(''),
          readOut: z.boolean('choose').default(false).meta({ description: 'Read out to the respondent.' }),
        }),
        'required',
      )
      .min(1, 'nothing')
      .max(MOST_SHEETS, 'most'),
  })
  .meta({ id: 'Sheets' })
const enteredShape = z
  .strictObject({ entered: z.int(), already: z.int(), readOut: z.int() })
  .meta({ id: 'EnteredSheets', description: '`already`: entered before, with the same answers.' })
const voidBody = voidSchema.strict().meta({ id: 'SheetVoiding' })
const voidedShape = z.strictObject({ code: z.string() }).meta({ id: 'VoidedSheet' })

/** What each of these routes begins with: what it is, that it takes a token, and its body. */
function takes(summary: string, body: z.ZodType, { example, says, gives, description }: Omit<Route, 'summary'>) {
  const route = describe({
    tag: 'survey',
    staff: true,
    summary,
    ...(description ? { description } : {}),
    says,
    gives,
    takes: { schema: body, example },
    params: { slug: 'The survey’s `slug`.' },
    problems: [
      ...(['bad-query', 'malformed-json', 'not-found', 'conflict'] as const),
      ...(['too-large', 'unsupported-media-type', 'invalid'] as const),
    ],
  })
  return [route, needsToken, noQuery, ...takesBody(body)] as const
}

interface Route {
  summary: string
  description?: string
  example: object
  says: string
  gives: z.ZodType
}

export const surveySheets = new Hono<ApiEnv>()
  .post(
    '/:slug/sheets/print',
    ...takes('Make codes for sheets of paper', printBody, {
      description: 'Each code enters one answer. The sheets themselves are printed from the page.',
      example: { count: 20 },
      says: 'The codes; they can’t be asked for again.',
      gives: printedShape,
    }),
    async (c) => {
      const scope = c.get('scope')
      const slug = c.req.param('slug')
      const outcome = await printSheets(scope, slug, printBody.parse(c.get('body')))
      if (!outcome.ok) return problem(c, 'invalid', { issues: outcome.issues })
      const sheets = await listPrintedSheets(scope, slug, outcome.run, outcome.count)
      return c.json({ sheets }, 200, { 'cache-control': 'no-store' })
    },
  )
  .post(
    '/:slug/sheets',
    ...takes('Enter answers from paper', sheetsBody, {
      description: 'All rows enter, or none; a sheet enters once, however often it is sent.',
      example: { rows: [{ code: '…', scores: '433443433', readOut: false }] },
      says: 'How many entered.',
      gives: enteredShape,
    }),
    async (c) => {
      const { rows } = sheetsBody.parse(c.get('body'))
      const outcome = await enterSheets(c.get('scope'), c.req.param('slug'), rows)
      if (!outcome.ok) return problem(c, 'invalid', { issues: flattened(outcome.issues) })
      const { entered, already, readOut } = outcome
      return c.json({ entered, already, readOut })
    },
  )
  .post(
    '/:slug/sheets/void',
    ...takes('Take back an answer from paper', voidBody, {
      description: 'By the code of its sheet, while it isn’t sealed. That it was voided, and why, stays and is shown.',
      example: { code: '…', reason: 'mistyped' },
      says: 'Taken back.',
      gives: voidedShape,
    }),
    async (c) => {
      const outcome = await voidSheet(c.get('scope'), c.req.param('slug'), c.get('body') as never)
      return answerOutcome(c, outcome, ({ code }) => ({ code }))
    },
  )

/** `{ "0": { code: "unknown" } }` → `rows.0.code`. */
function flattened(issues: Record<string, Record<string, string>>): Record<string, string> {
  const named = Object.entries(issues).flatMap(([row, fields]) =>
    Object.entries(fields).map(([field, code]) => [row === 'form' ? 'form' : `rows.${row}.${field}`, code]),
  )
  return Object.fromEntries(named) as Record<string, string>
}
