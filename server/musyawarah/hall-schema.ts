/** What may come in from the hall. Every message is an issue code, a key of the words `musyawarahStaff.issues`. */
import { z } from 'zod'
import { fileKindOf } from '../file-kinds.ts'
import { flag, optionalPublicText, optionalText, requiredPublicText } from '../form-fields.ts'
import { PROPOSAL_OUTCOMES } from './rules/decisions.ts'
import { STANDINGS } from './rules/standing.ts'
import { LONGEST_TEXT } from './schema.ts'

const NAME = 120

/** Bytes of a drawn signature: lines on white, so a few thousand do. */
export const LARGEST_SIGNATURE = 30_000

/** A picture of a signature in base64, as a canvas gives it; null where it is on paper. Issue: signature. */
const signature = z
  .string()
  .max(LARGEST_SIGNATURE * 2, 'signature')
  .nullish()
  .transform((given) => (given ? Buffer.from(given.replace(/^data:image\/png;base64,/, ''), 'base64') : null))
  .refine((bytes) => bytes === null || (bytes.length <= LARGEST_SIGNATURE && fileKindOf(bytes) === 'png'), 'signature')

/** By code, by an invitee's id, or a walk-in with a name and a standing. */
export const arrivalSchema = z
  .object({
    code: optionalText(40),
    invitee: optionalText(40),
    name: optionalPublicText(NAME),
    office: optionalPublicText(NAME),
    group: optionalText(40),
    standing: z.enum(STANDINGS, 'choose').nullish(),
    sex: z
      .enum(['f', 'm', ''], 'choose')
      .nullish()
      .transform((sex) => sex || null),
    signature,
  })
  .transform(({ name, standing, ...rest }) => ({ ...rest, name: name ?? '', standing: standing ?? 'participant' }))
  .refine(({ code, invitee, name }) => code !== null || invitee !== null || name !== '', {
    path: ['name'],
    message: 'required',
  })

export const voidingSchema = z.object({
  reason: requiredPublicText(300).refine((text) => text.length >= 5, 'reason-short'),
})

const text = requiredPublicText(LONGEST_TEXT)
const item = z.string('required').trim().min(1, 'choose')

/** Numbers of texts: a list, or as a form has it "2,3". */
const textNumbers = z
  .union(
    [z.array(z.number('number').int('number').min(1, 'number')).max(100, 'too-many'), z.string().max(400)],
    'number',
  )
  .nullish()
  .transform((given) => (typeof given === 'string' ? given.split(',').map(Number).filter(Boolean) : (given ?? [])))

/** `base` is the number of the text that the writer saw, absent for a new point; `merged` those put together with it. */
export const pointSchema = z.object({
  item,
  point: optionalText(40),
  base: z.coerce.number('number').int('number').min(0, 'number').default(0),
  merged: textNumbers,
  speaker: optionalPublicText(NAME),
  text,
})

export const proposalSchema = z.object({
  item: optionalText(40),
  text: requiredPublicText(600),
  proposer: optionalPublicText(NAME),
  group: optionalText(40),
  field: optionalPublicText(NAME),
  place: optionalPublicText(200),
  volume: optionalPublicText(NAME),
  cost: optionalPublicText(NAME),
  note: optionalPublicText(600),
})

const outcome = {
  outcome: z.enum(PROPOSAL_OUTCOMES, 'choose'),
  outcomeNote: optionalPublicText(600),
  decision: optionalText(40),
}
const explained = ({ outcome, outcomeNote }: { outcome: string; outcomeNote: string | null }) =>
  outcome === 'accepted' || outcomeNote !== null
const UNEXPLAINED = { path: ['outcomeNote'], message: 'required' }

/** A note is needed wherever a proposal isn't simply accepted. */
export const outcomeSchema = z.object(outcome).refine(explained, UNEXPLAINED)

export const MOST_OUTCOMES = 500

/** Of many proposals at once, each by its id. */
export const outcomesSchema = z.object({
  outcomes: z
    .array(
      z
        .object({ proposal: z.string('choose').min(1, 'choose').max(40, 'unknown'), ...outcome })
        .refine(explained, UNEXPLAINED),
      'required',
    )
    .min(1, 'choose')
    .max(MOST_OUTCOMES, 'too-many'),
})

export const putSchema = z.object({ item: optionalText(40), text })
export const amendSchema = z.object({ text })
export const objectionSchema = z.object({ who: requiredPublicText(NAME), group: optionalText(40), reason: text })
export const answerSchema = z.object({ answer: text, withdrawn: flag })
export const failedSchema = z.object({
  statement: requiredPublicText(LONGEST_TEXT).refine((statement) => statement.length >= 20, 'statement'),
})

/** What is seen on a photograph stands beside it, for those who don't see it. */
export const photoSchema = z.object({ item: optionalText(40), caption: requiredPublicText(200) })

const count = z
  .union([z.string(), z.number()], 'required')
  .transform((given) => String(given).trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{1,6}$/, 'number'),
  )
  .transform(Number)

export const voteSchema = z.object({
  way: z.enum(['open', 'secret'], 'choose'),
  inFavour: count,
  against: count,
  abstained: count,
  spoilt: count,
})

export type ArrivalInput = z.input<typeof arrivalSchema>
export type PointInput = z.input<typeof pointSchema>
export type ProposalInput = z.input<typeof proposalSchema>
export type OutcomeInput = z.input<typeof outcomeSchema>
export type PhotoInput = z.input<typeof photoSchema>
export type OutcomesInput = z.input<typeof outcomesSchema>
export type VoteInput = z.input<typeof voteSchema>
