/** What may come into a commitment. Every message is an issue code, a key of the words `commitment.issues`. */
import { z } from 'zod'
import { isDay } from '../directory/rules/days.ts'
import { flag, optionalText, requiredPublicText } from '../form-fields.ts'
import { ELEMENT_KEYS } from '../survey/rules/elements.ts'
import { COMMITMENT_REASONS, COMMITMENT_STEPS } from './rules/status.ts'

const day = z.string('required').refine(isDay, 'day')
const LONGEST = 1000
const LEAST = 10
const MOST_ROWS = 30

/** A path of the portal, or an address of another site. */
export const address = z
  .string()
  .trim()
  .max(500, 'too-long')
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || /^\/[^/\\]/.test(text) || isWebAddress(text), 'address')

/** What every commitment says, whatever it comes from. */
export const promiseSchema = z.object({
  what: z.string('required').trim().min(10, 'too-short').max(300, 'too-long'),
  why: z.string('required').trim().min(10, 'too-short').max(LONGEST, 'too-long'),
  owner: z.string('required').trim().min(3, 'too-short').max(160, 'too-long'),
  dueOn: day,
  budget: optionalText(300),
  steps: optionalText(LONGEST),
  cost: optionalText(160),
})

/** `place`: `region:<code>`, `institution:<id>` or `unit:<id>`. */
export const placeSchema = z.string('required').regex(/^(region|institution|unit):[\w.-]+$/, 'required')

export const commitmentSchema = promiseSchema.extend({
  place: placeSchema,
  sourceTitle: z.string('required').trim().min(3, 'too-short').max(300, 'too-long'),
  sourcePath: address,
})

export const stepSchema = z.object({
  step: z.enum(COMMITMENT_STEPS, 'choose'),
  reason: optionalText(LONGEST),
  reasonCode: z
    .union([z.literal('').transform(() => null), z.enum(COMMITMENT_REASONS, 'choose'), z.null()], 'choose')
    .default(null),
  evidenceText: optionalText(LONGEST),
  evidenceUrl: address,
  dueOn: z
    .string()
    .nullish()
    .transform((text) => text || null)
    .refine((text) => text === null || isDay(text), 'day'),
})

export const disputeSchema = z.object({
  reason: requiredPublicText(LONGEST).pipe(z.string().min(LEAST, 'too-short')),
})

/** `again`: that the work is taken up again, with the answer as its reason. */
export const disputeAnswerSchema = z.object({
  answer: z.string('required').trim().min(LEAST, 'too-short').max(LONGEST, 'too-long'),
  again: flag,
})

/** `quarter`: a year and a quarter of it, e.g. `2027-1`; the last day of it is promised. */
export const planRowSchema = promiseSchema.omit({ why: true, dueOn: true }).extend({
  element: z.enum(ELEMENT_KEYS, 'choose'),
  quarter: z.string('required').regex(/^20\d\d-[1-4]$/, 'required'),
})

export const planSchema = z.object({ rows: z.array(planRowSchema).min(1, 'no-rows').max(MOST_ROWS, 'too-many') })

export type PlanInput = z.input<typeof planSchema>
export type PromiseInput = z.input<typeof promiseSchema>
export type CommitmentInput = z.input<typeof commitmentSchema>
export type StepInput = z.input<typeof stepSchema>

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text)) return false
  return URL.canParse(text)
}
