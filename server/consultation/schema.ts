/** What may come into a consultation. Every message is an issue code, a key of the words `consultationStaff.issues`. */
import { z } from 'zod'
import { isDay } from '../directory/rules/days.ts'
import { flag, optionalText } from '../form-fields.ts'
import { planIssues, type Plan } from './rules/plan.ts'

/** Characters, as people count them. */
export const LONGEST_STATEMENT = 600
export const LONGEST_REASON = 2000
const MOST_STATEMENTS = 20

export const ABOUT = ['need', 'draft', 'evaluation', 'standard'] as const

const optionalDay = z
  .string()
  .trim()
  .nullish()
  .transform((day) => day || null)
  .refine((day) => day === null || isDay(day), 'day')
const day = z.string('required').trim().min(1, 'required').refine(isDay, 'day')

/** A list, or a text with an item on each line. */
const items = z
  .union([z.array(z.string()), z.string()], 'required')
  .nullish()
  .transform((given) => (Array.isArray(given) ? given : (given ?? '').split('\n')))
  .transform((list) => [...new Set(list.map((item) => item.trim()).filter(Boolean))])

export const planSchema = z.object({
  needFrom: optionalDay,
  needUntil: optionalDay,
  draftFrom: optionalDay,
  draftUntil: optionalDay,
  answerBy: day,
})

/** `units` are slugs of one region; `groups` and `otherNeeds` are ids; `statements` are needs, one a line. */
export const consultationFields = z.object({
  title: z.string('required').trim().min(8, 'too-short').max(160, 'too-long'),
  summary: z.string('required').trim().min(20, 'too-short').max(2000, 'too-long'),
  about: z.enum(ABOUT, 'choose'),
  policyId: optionalText(40),
  units: items.refine((list) => list.length > 0, 'choose').refine((list) => list.length <= 20, 'too-many'),
  groups: items,
  premoderated: flag,
  statements: items
    .refine((list) => list.length <= MOST_STATEMENTS, 'too-many')
    .refine((list) => list.every((one) => [...one].length <= LONGEST_STATEMENT), 'too-long'),
  otherNeeds: items,
  needNoneReason: optionalText(LONGEST_REASON).refine((text) => text === null || text.length >= 10, 'reason'),
  ...planSchema.shape,
})

export const consultationSchema = withPlan(consultationFields)

const reason = z.string('required').trim().min(10, 'reason').max(LONGEST_REASON, 'too-long')

export const dateChangeSchema = withPlan(planSchema.extend({ reason }))

/** What may still be said otherwise of one that was announced. */
export const wordingSchema = consultationFields.pick({ title: true, summary: true }).extend({ reason })

export const draftTextSchema = z.object({ text: z.string('required').max(2_000_000, 'too-long') })

/** The first version needs no word on what changed. */
export const publicationSchema = z.object({ note: optionalText(LONGEST_REASON) })

/** To support it needs no reason; to dispute it does. */
export const stanceSchema = z
  .object({
    stance: z.enum(['support', 'dispute'], 'choose'),
    reason: z
      .string('required')
      .trim()
      .refine((text) => [...text].length <= LONGEST_REASON, 'too-long')
      .nullish()
      .transform((text) => text || null),
  })
  .refine(({ stance, reason }) => stance === 'support' || reason !== null, { path: ['reason'], message: 'why-dispute' })

/** Of the days together: one that begins before it ends, and the rest of `planIssues`. */
export function withPlan<T extends z.ZodType<Plan>>(schema: T): T {
  return schema.superRefine(checkPlan)
}

function checkPlan(plan: Plan, context: z.core.$RefinementCtx): void {
  for (const [field, message] of Object.entries(planIssues(plan))) {
    context.addIssue({ code: 'custom', path: [field], message })
  }
}

export type ConsultationInput = z.input<typeof consultationSchema>
export type PlanInput = z.input<typeof planSchema>
export type StanceInput = z.input<typeof stanceSchema>
