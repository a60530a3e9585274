/** What may come in after a meeting. Every message is an issue code, a key of the words `musyawarahRecord.issues`. */
import { z } from 'zod'
import { placeSchema, promiseSchema } from '../commitment/schema.ts'
import { isDay } from '../directory/rules/days.ts'
import { piecesOf } from '../moderation/rules/masking.ts'
import { flag, optionalPublicText, optionalText, requiredPublicText } from '../form-fields.ts'

const words = requiredPublicText(2000)

/** By the code of an invitation, or that which a walk-in was given. */
export const askedSchema = z
  .object({
    code: z.string('required').trim().min(1, 'required').max(40, 'too-long'),
    kind: z.enum(['correction', 'dissent'], 'choose'),
    text: words,
    who: optionalPublicText(120),
  })
  .refine(({ kind, who }) => kind === 'correction' || who !== null, { path: ['who'], message: 'required' })

export const correctionSchema = z
  .object({ outcome: z.enum(['accepted', 'refused'], 'choose'), reason: optionalPublicText(1000) })
  .refine(({ outcome, reason }) => outcome === 'accepted' || reason !== null, { path: ['reason'], message: 'required' })

export const dissentSchema = z.object({ who: requiredPublicText(120), text: words, decision: optionalText(40) })

/** `names` are those of the signers, in the order of the rules of order. */
export const signingSchema = z.object({
  number: requiredPublicText(80),
  signedOn: z.string('required').trim().min(1, 'required').refine(isDay, 'day'),
  names: z.array(z.string().trim().max(120, 'too-long')),
})

export const addendumSchema = signingSchema.extend({ text: requiredPublicText(5000) })

/** `pieces`: the words to cover, one piece a line. */
export const coverSchema = z.object({
  pieces: z
    .string('required')
    .trim()
    .min(1, 'required')
    .max(2000, 'too-long')
    .refine((lines) => piecesOf(lines).every((piece) => [...piece].length >= 3), 'too-short'),
  reason: requiredPublicText(500),
})

/** `named`: agreed that the public reads their name. */
export const delegateSchema = z.object({
  name: requiredPublicText(120),
  office: optionalPublicText(160),
  group: optionalText(40),
  sex: z.union([z.literal('').transform(() => null), z.enum(['f', 'm'], 'choose'), z.null()], 'choose').default(null),
  named: flag,
})

/** `place`: as in commitments; nothing for who convened the meeting. */
export const promiseOfDecisionSchema = promiseSchema.extend({
  place: z
    .union([z.literal('').transform(() => null), placeSchema, z.null()])
    .optional()
    .transform((place) => place ?? null),
})

export type PromiseOfDecisionInput = z.input<typeof promiseOfDecisionSchema>
const time = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((text) => text.replace('.', ':'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'time')

/** `step`: of the quorum's ladder, from 0, as the papers say. */
export const paperSchema = z.object({
  provenance: requiredPublicText(300),
  step: z.coerce.number('choose').int('choose').min(0, 'choose').max(20, 'choose').default(0),
})
export const finishingSchema = z.object({ ended: time })

export type PaperInput = z.input<typeof paperSchema>
export type FinishingInput = z.input<typeof finishingSchema>
export type AddendumInput = z.input<typeof addendumSchema>
export type CoverInput = z.input<typeof coverSchema>
export type DelegateInput = z.input<typeof delegateSchema>
export type AskedInput = z.input<typeof askedSchema>
export type SigningInput = z.input<typeof signingSchema>
