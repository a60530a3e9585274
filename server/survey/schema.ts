/** What may come into a survey. Every message is an issue code, a key of the words `survey.issues`. */
import { z } from 'zod'
import { flag, optionalCount, optionalText } from '../form-fields.ts'
import { plainText } from '../plain-text.ts'
import { LONGEST_COMMENT } from './instruments.ts'
import { ELEMENT_KEYS, type ElementKey, type Score, type Scores } from './rules/elements.ts'
import { isDay } from '../directory/rules/days.ts'
import { PROFILE_OPTIONS, type Profile } from './rules/profile.ts'

/** A resident's answers as they are kept. */
export interface AnswerBody {
  answers: Scores
  comment: string | null
  respondent: Profile
}

const score = z
  .literal([1, 2, 3, 4], 'score')
  .nullish()
  .transform((value): Score | null => value ?? null)
const typedScore = z.enum(['1', '2', '3', '4'], 'required').transform((value) => Number(value) as Score)
export const commentSchema = z
  .string('text')
  .max(LONGEST_COMMENT * 2, 'too-long')
  .transform(cleaned)
  .refine((text) => [...text].length <= LONGEST_COMMENT, 'too-long')
  .nullish()
  .transform((text) => text || null)

/** The API's body: numbers 1–4; an element may be left out or null, but not all nine. Unknown fields are refused. */
export const answerSchema = z.strictObject({
  answers: z
    .strictObject(byElement(score), 'required')
    .refine((answers) => ELEMENT_KEYS.some((key) => answers[key] !== null), 'all-blank'),
  comment: commentSchema,
  respondent: z
    .strictObject({
      sex: z.enum(PROFILE_OPTIONS.sex, 'choose').nullish(),
      ageBand: z.enum(PROFILE_OPTIONS.ageBand, 'choose').nullish(),
      education: z.enum(PROFILE_OPTIONS.education, 'choose').nullish(),
      occupation: z.enum(PROFILE_OPTIONS.occupation, 'choose').nullish(),
    })
    .nullish()
    .transform(onlyGiven),
})

/** The page's form: one field per element, all nine needed; other fields of the form are overlooked. */
export const answerFormSchema = z
  .object({
    ...byElement(typedScore),
    comment: commentSchema,
    sex: optionalChoice(PROFILE_OPTIONS.sex),
    ageBand: optionalChoice(PROFILE_OPTIONS.ageBand),
    education: optionalChoice(PROFILE_OPTIONS.education),
    occupation: optionalChoice(PROFILE_OPTIONS.occupation),
  })
  .transform(({ comment, sex, ageBand, education, occupation, ...answers }): AnswerBody => ({
    answers,
    comment,
    respondent: onlyGiven({ sex, ageBand, education, occupation }),
  }))

const day = z.string('required').refine(isDay, 'day')
const longText = optionalText(1000)
const inOrder = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) => firstDay <= lastDay

/** `unit` and `service` are slugs; without a service the survey is about the unit as a whole. */
export const draftSchema = z
  .object({
    unit: z.string('required').min(1, 'required'),
    service: z
      .string()
      .nullish()
      .transform((slug) => slug || null),
    title: optionalText(160),
    period: z.string('required').trim().min(3, 'too-short').max(60, 'too-long'),
    firstDay: day,
    lastDay: day,
    served: optionalCount,
    sampleMode: z.enum(['formula', 'table'], 'choose').default('formula'),
    order: z.enum(['annex', 'regulation'], 'choose').default('annex'),
    showWhileOpen: flag,
    note: longText,
  })
  .refine(inOrder, { path: ['lastDay'], message: 'before-first-day' })

/** What may still change of a survey that has been opened. */
export const openChangeSchema = z.object({
  lastDay: day.optional(),
  served: optionalCount.optional(),
  note: longText.optional(),
})

/** A reason is asked for only when the sample wasn't reached. */
export const publicationSchema = z.object({ reason: longText })

export const correctionSchema = z.object({
  served: optionalCount.optional(),
  note: longText.optional(),
  reason: z.string('required').trim().min(10, 'reason').max(1000, 'too-long'),
})

export const withdrawalSchema = correctionSchema.pick({ reason: true })

export type DraftInput = z.input<typeof draftSchema>
export type OpenChangeInput = z.input<typeof openChangeSchema>
export type PublicationInput = z.input<typeof publicationSchema>
export type CorrectionInput = z.input<typeof correctionSchema>
export type WithdrawalInput = z.input<typeof withdrawalSchema>

function byElement<T extends z.ZodType>(schema: T): Record<ElementKey, T> {
  return Object.fromEntries(ELEMENT_KEYS.map((key) => [key, schema])) as Record<ElementKey, T>
}

function optionalChoice<const T extends readonly [string, ...string[]]>(options: T) {
  return z.union([z.literal('').transform(() => undefined), z.enum(options, 'choose')], 'choose').optional()
}

function onlyGiven(respondent: { [key in keyof Profile]?: Profile[key] | null } | null | undefined): Profile {
  return Object.fromEntries(Object.entries(respondent ?? {}).filter(([, value]) => value)) as Profile
}

/** As it is kept: plain, its lines ended alike, nothing around it. */
export function cleaned(text: string): string {
  return plainText(text).replace(/\r\n?/g, '\n').trim()
}
