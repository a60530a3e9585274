/** What may come into the ledger of responses. Every message is an issue code, a key of the words `consultationAnswer.issues`. */
import { z } from 'zod'
import { isDay } from '../directory/rules/days.ts'
import { optionalText } from '../form-fields.ts'
import { HASIL } from './rules/outcomes.ts'

export const SHORTEST_REASON = 10
export const LONGEST_REASON = 4000
const LONGEST_WORDS = 300
/** So many inputs in one act by their numbers; a group may hold more. */
export const MOST_AT_ONCE = 500

const words = (longest: number) =>
  z.string('required').trim().min(1, 'required').min(SHORTEST_REASON, 'too-short').max(longest, 'too-long')

export const numbersSchema = z
  .array(z.coerce.number('choose').int('choose').min(1, 'choose').max(2_147_483_647, 'choose'), 'choose')
  .min(1, 'choose')
  .max(MOST_AT_ONCE, 'too-many')
  .transform((numbers) => [...new Set(numbers)])

export const answerSchema = z.object({
  hasil: z.enum(HASIL, 'required'),
  reason: words(LONGEST_REASON),
  /** The passage that was changed, and the number of the version in which it stands changed. */
  changedBlock: optionalText(64),
  changedVersion: z
    .union(
      [z.literal('').transform(() => null), z.coerce.number('choose').int('choose').min(1, 'choose'), z.null()],
      'choose',
    )
    .default(null),
  promise: optionalText(LONGEST_WORDS),
  promiseBy: z
    .string()
    .nullish()
    .transform((text) => text || null)
    .refine((text) => text === null || isDay(text), 'day'),
})

export const newBundleSchema = z.object({
  title: z.string('required').trim().min(1, 'required').min(5, 'too-short').max(160, 'too-long'),
  inputs: numbersSchema,
})

export const tagSchema = z.object({
  tag: z
    .string('required')
    .trim()
    .toLowerCase()
    .min(1, 'required')
    .max(40, 'too-long')
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u, 'tag'),
})

export const noteSchema = z.object({ note: z.string('required').trim().min(1, 'required').max(2000, 'too-long') })

export const objectionSchema = z.object({ reason: words(2000) })
export const confirmationSchema = z.object({ reason: words(LONGEST_REASON) })
export const closingSchema = z.object({ reason: optionalText(LONGEST_REASON) })

export type AnswerInput = z.input<typeof answerSchema>
export type Answer = z.output<typeof answerSchema>
