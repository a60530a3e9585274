/** What may come in. Every message is an issue code, a key of the words `moderation.issues`. */
import { z } from 'zod'
import { optionalPublicText, requiredPublicText } from '../form-fields.ts'
import { HIDING_REASONS, REPORT_REASONS } from './rules/reasons.ts'

export const LONGEST_NOTE = 1000
export const LONGEST_STATEMENT = 2000
/** One bulk act. */
export const MOST_AT_ONCE = 50

export const reportSchema = z
  .object({ reason: z.enum(REPORT_REASONS, 'choose'), note: optionalPublicText(LONGEST_NOTE) })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, { path: ['note'], message: 'say-what' })

const note = requiredPublicText(LONGEST_NOTE)
/** What the moderator saw when they decided: see `standing`. Empty where it doesn't matter. */
const seen = z.string().max(40).default('')

export const judgementSchema = z.discriminatedUnion(
  'act',
  [
    z.object({ act: z.literal('show'), seen }),
    z.object({ act: z.literal('hide'), reason: z.enum(HIDING_REASONS, 'choose'), note, seen }),
    z.object({
      act: z.literal('mask'),
      pieces: z.string('required').trim().min(1, 'required').max(5000, 'too-long'),
      note,
      seen,
    }),
    z.object({ act: z.literal('unmask'), seen }),
  ],
  'choose',
)

export const askSchema = z.object({ statement: requiredPublicText(LONGEST_STATEMENT) })
export const decisionSchema = z.object({ outcome: z.enum(['upheld', 'reversed'], 'choose'), note })

export type ReportInput = z.input<typeof reportSchema>
export type JudgementInput = z.input<typeof judgementSchema>
export type Judgement = z.output<typeof judgementSchema>
export type DecisionInput = z.input<typeof decisionSchema>
