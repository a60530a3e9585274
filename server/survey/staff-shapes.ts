/** What the API takes of those who work with surveys, and what it says to them. */
import { z } from 'zod'
import type { Import } from './import.ts'
import { ELEMENT_KEYS } from './rules/elements.ts'
import { correctionSchema, draftSchema, openChangeSchema, publicationSchema, withdrawalSchema } from './schema.ts'
import { rateShape, sampleShape, showSurvey, surveyShape } from './shapes.ts'
import type { StaffSurvey } from './staff-view.ts'

export const draftBody = draftSchema.strict().meta({
  id: 'SurveyDraft',
  description:
    'What a survey is about and when it is open. `unit` and `service` are slugs; without a service it is about the unit as a whole. Days are inclusive, in the region’s zone.',
})

const { service, title, period, firstDay, sampleMode, order, showWhileOpen } = draftSchema.shape
export const changeBody = z
  .strictObject({ service, title, period, firstDay, sampleMode, order, showWhileOpen, ...openChangeSchema.shape })
  .partial()
  .meta({
    id: 'SurveyChange',
    description: 'Only what is to change. Once opened: `lastDay`, `served` and `note`; the rest is overlooked.',
  })

export const publicationBody = publicationSchema.strict().meta({ id: 'PublicationReason' })
export const correctionBody = correctionSchema.strict().meta({ id: 'Correction' })
export const withdrawalBody = withdrawalSchema.strict().meta({ id: 'Withdrawal' })

export const staffSurveyShape = z
  .strictObject({
    survey: surveyShape,
    shortCode: z.string().meta({ description: 'The address on its posters is /s/ and this.' }),
    order: z.enum(['regulation', 'annex']),
    showWhileOpen: z.boolean(),
    handedIn: z.boolean(),
    counts: z.strictObject({
      n: z.int().meta({ description: 'Answers received.' }),
      sealed: z.int(),
      waiting: z.int().meta({ description: 'Received and not yet sealed.' }),
      sample: sampleShape,
      responseRate: rateShape,
    }),
  })
  .meta({ id: 'SurveyForStaff' })

export const publishedShape = z
  .strictObject({
    version: z.int(),
    digest: z.string().meta({ description: 'SHA-256 of the frozen result, as in the ledger.' }),
  })
  .meta({ id: 'PublishedVersion' })

export const handedInShape = z
  .strictObject({ n: z.int().meta({ description: 'Answers in the end.' }) })
  .meta({ id: 'HandedIn' })

export const importShape = z
  .strictObject({
    outcome: z.enum(['imported', 'already', 'bad-lines', 'no-rows']).meta({
      description:
        '`already`: this very file was stored before; `bad-lines`: nothing is stored because of the refused lines; `no-rows`: there is no line to store.',
    }),
    rows: z.int().meta({ description: 'Answers stored, now or before.' }),
    rejectedCount: z.int(),
    rejected: z
      .array(z.strictObject({ line: z.int(), reason: z.string() }))
      .meta({ description: 'The first thousand refused lines, by their number in the file; why, in Indonesian.' }),
  })
  .meta({ id: 'Import' })

export const importFileShape = z.string().meta({
  description: `A header of ${ELEMENT_KEYS.join(', ')} (or u1 … u9) and a line for each answer; blank for what wasn’t answered.`,
})

export function showStaffSurvey({ survey, counts }: StaffSurvey): z.infer<typeof staffSurveyShape> {
  const { shortCode, showWhileOpen, handedIn, content } = survey
  return { survey: showSurvey(survey), shortCode, order: content.order, showWhileOpen, handedIn, counts }
}

export function showImport(outcome: Import): z.infer<typeof importShape> {
  if (outcome.kind === 'already') return { outcome: 'already', rows: outcome.rows, rejectedCount: 0, rejected: [] }
  const { rejected, rejectedCount } = outcome
  if (outcome.kind === 'refused') return { outcome: outcome.reason, rows: 0, rejectedCount, rejected }
  return { outcome: 'imported', rows: outcome.rows, rejectedCount, rejected }
}
