/** What may come into a policy. Every message is an issue code, a key of the words `policy.issues`. */
import { z } from 'zod'
import { address, placeSchema, promiseSchema } from '../commitment/schema.ts'
import { isDay } from '../directory/rules/days.ts'
import { optionalText } from '../form-fields.ts'
import { RECORDABLE_EVENTS } from './rules/status.ts'

export const POLICY_KINDS = ['perda', 'perkada', 'keputusan', 'standar', 'lainnya'] as const
/** Parts of managing civil servants. */
export const POLICY_TOPICS = [
  ...(['merit', 'recruitment', 'training', 'performance', 'discipline', 'welfare', 'career', 'service'] as const),
] as const
export type PolicyTopic = (typeof POLICY_TOPICS)[number]
export const AUDIENCES = ['residents', 'civil-servants'] as const
export const VERDICTS = ['improved', 'partly', 'not-improved'] as const
export const MOST_PARTS = 30

const day = z.string('required').refine(isDay, 'day')
const optionalDay = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || isDay(text), 'day')
const text = (least: number, most: number) => z.string('required').trim().min(least, 'too-short').max(most, 'too-long')

/** A form sends topics as fields that repeat; they reach here as a list. */
const topics = z
  .array(z.enum(POLICY_TOPICS, 'choose'), 'topics')
  .min(1, 'topics')
  .transform((chosen) => POLICY_TOPICS.filter((topic) => chosen.includes(topic)))

const facts = z.object({
  title: text(10, 300),
  kind: z.enum(POLICY_KINDS, 'choose'),
  topics,
  initiator: text(3, 160),
  enactor: text(3, 160),
  summary: text(20, 2000),
  evaluationDueOn: optionalDay,
})

/** `place`: `region:<code>` or `institution:<id>`. */
export const policySchema = facts.extend({ place: placeSchema })
export const policyChangeSchema = facts

export const eventSchema = z
  .object({
    kind: z.enum(RECORDABLE_EVENTS, 'choose'),
    day,
    legalNumber: optionalText(80),
    note: optionalText(1000),
  })
  .refine(({ kind, legalNumber }) => kind !== 'enacted' || legalNumber, { path: ['legalNumber'], message: 'required' })
  .refine(({ kind, note }) => (kind !== 'revised' && kind !== 'revoked') || (note ?? '').length >= 10, {
    path: ['note'],
    message: 'reason',
  })

const stage = z.strictObject({ title: text(3, 160), explanation: text(10, 2000), watchedBy: optionalText(200) })
const question = z.strictObject({
  audience: z.enum(AUDIENCES, 'choose'),
  question: text(5, 300),
  answer: text(5, 2000),
})
export const explanationSchema = z.object({
  stages: z.array(stage).max(MOST_PARTS, 'too-many'),
  questions: z.array(question).max(MOST_PARTS, 'too-many'),
})

/** `survey`: a slug, or the address of a survey or its results. */
export const surveyLinkSchema = z.object({
  survey: text(1, 300),
  moment: z.enum([...(['before', 'after', 'none'] as const)], 'choose'),
})

export const evaluationSchema = z.object({
  verdict: z.union([z.literal('').transform(() => null), z.enum(VERDICTS, 'choose'), z.null()], 'choose').default(null),
  finding: optionalText(4000),
  evidenceUrl: address,
})
/** `place`: as of a commitment; the policy's own unless given. */
export const policyPromiseSchema = promiseSchema.extend({
  place: z
    .union([z.literal('').transform(() => null), placeSchema, z.null()])
    .optional()
    .transform((place) => place ?? null),
})

export type PolicyPromiseInput = z.input<typeof policyPromiseSchema>
export type PolicyInput = z.input<typeof policySchema>
export type PolicyChangeInput = z.input<typeof policyChangeSchema>
export type EventInput = z.input<typeof eventSchema>
export type ExplanationInput = z.input<typeof explanationSchema>
export type SurveyLinkInput = z.input<typeof surveyLinkSchema>
export type EvaluationInput = z.input<typeof evaluationSchema>
