/** What the API shows to those who answer, and what it takes from them. */
import { z } from 'zod'
import { flag } from '../form-fields.ts'
import { cursorQuery, limitQuery } from '../openapi.ts'
import { DESK_STATES, type AnswerDesk, type DeskInput, type DeskQuery } from './answer-desk.ts'
import type { GivenAnswer } from './given-answers.ts'
import { answerSchema, closingSchema, confirmationSchema, newBundleSchema } from './answer-schema.ts'
import { MOST_AT_ONCE, noteSchema, tagSchema } from './answer-schema.ts'
import { isInputCursor } from './input-lists.ts'
import { STANCES } from './input-schema.ts'
import { HASIL } from './rules/outcomes.ts'

const day = z.iso.date()
const idQuery = z.string('once').min(1, 'required').max(64, 'too-long').optional()

export const deskFilter = z.strictObject({
  state: z.enum(DESK_STATES, 'choose').optional().meta({ description: '`waiting` unless given.' }),
  block: idQuery.meta({ description: 'Id of a passage, or `whole`.' }),
  tag: idQuery.meta({ description: 'A word that was put on inputs.' }),
  bundle: idQuery.meta({ description: 'Id of a group.' }),
  mine: z.literal('true', 'choose').optional().meta({ description: 'Only what the account has taken.' }),
})

export const deskQuery = deskFilter.extend({
  cursor: cursorQuery.refine((cursor) => cursor === undefined || isInputCursor(cursor), 'cursor'),
  limit: limitQuery,
})

const LARGEST_NUMBER = 2_147_483_647

export function readDeskFilter({
  state = 'waiting',
  block = '',
  tag = '',
  bundle = '',
  mine,
  cursor,
}: z.output<typeof deskFilter> & { cursor?: string | undefined }): DeskQuery {
  return { state, block, tag, bundle, mine: mine !== undefined, after: Math.min(Number(cursor ?? 0), LARGEST_NUMBER) }
}

export const answeringShape = z
  .strictObject({
    received: z.int(),
    considered: z.int().meta({ description: 'Put in a group, taken by somebody, or answered.' }),
    answered: z.int(),
    waiting: z.int(),
    late: z.int().meta({ description: 'Waiting although the promised day has passed.' }),
    objected: z.int().meta({ description: 'Objections that nobody has settled.' }),
    oldest: z.strictObject({ number: z.int(), since: day }).nullable(),
    blocks: z.array(
      z.strictObject({
        id: z.string().nullable().meta({ description: 'Null: the whole.' }),
        label: z.string(),
        inputs: z.int(),
        waiting: z.int(),
      }),
    ),
    bundles: z.array(z.strictObject({ id: z.string(), title: z.string(), inputs: z.int(), waiting: z.int() })),
    tags: z.array(z.string()),
    versions: z.array(z.int()).meta({ description: 'Numbers of the published versions, the last first.' }),
  })
  .meta({ id: 'Answering', description: 'How far answering has come, and by what inputs can be filtered.' })

export function showAnswering({ coverage, blocks, bundles, tags, versions }: AnswerDesk) {
  const { received, considered, answered, waiting, late, objected, oldest } = coverage
  const counts = { received, considered, answered, waiting, late, objected, oldest }
  const passages = blocks.map(({ id, label, inputs, waiting }) => ({ id, label, inputs, waiting }))
  return { ...counts, blocks: passages, bundles, tags, versions }
}

const givenAnswer = z
  .strictObject({
    hasil: z.enum(HASIL),
    reason: z.string(),
    day,
    shared: z.int().meta({ description: 'How many inputs share it.' }),
    change: z.strictObject({ block: z.string(), label: z.string(), version: z.int() }).nullable(),
    commitment: z.string().nullable().meta({ description: 'Slug.' }),
  })
  .meta({ id: 'GivenAnswer' })

export const deskInputShape = z
  .strictObject({
    number: z.int(),
    day: day.meta({ description: 'The day it came, in the region’s zone.' }),
    block: z.strictObject({ id: z.string(), label: z.string(), gone: z.boolean() }).nullable(),
    quoted: z.string().nullable().meta({ description: 'What the passage said that it speaks of.' }),
    stance: z.enum(STANCES).nullable(),
    state: z.enum(['shown', 'held', 'hidden', 'erased']),
    text: z.string().nullable().meta({ description: 'Null where it isn’t shown.' }),
    supports: z.int().nullable().meta({ description: 'Number of the input that it says is right.' }),
    proposal: z.string().nullable(),
    bundle: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    answer: givenAnswer.nullable(),
    earlier: z.array(givenAnswer).meta({ description: 'Answers that were replaced, the latest first.' }),
    objection: z
      .strictObject({
        day,
        reason: z.string().nullable(),
        settlement: z.enum(['answered-again', 'confirmed']).nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    taken: z.enum(['mine', 'other']).nullable(),
    tags: z.array(z.string()),
    notes: z.array(z.strictObject({ note: z.string(), day })).meta({ description: 'Between officers; never public.' }),
  })
  .meta({ id: 'DeskInput' })

export function showDeskInput(input: DeskInput): z.infer<typeof deskInputShape> {
  const { number, day, quoted, stance, state, text, supports, proposal, bundle, taken, tags, notes } = input
  const { block, answer, earlier, objection } = input
  const known = { number, day, quoted, stance, state, text, supports, proposal, taken, tags, notes }
  return {
    ...known,
    bundle: bundle && { id: bundle.id, title: bundle.title },
    block: block && { id: block.id, label: block.label, gone: block.gone },
    answer: answer && showAnswer(answer),
    earlier: earlier.map(showAnswer),
    objection: objection && {
      day: objection.day,
      reason: objection.reason,
      settlement: objection.settlement,
      note: objection.note,
    },
  }
}

function showAnswer({ hasil, reason, day, shared, change, commitment }: GivenAnswer) {
  const changed = change && { block: change.block, label: change.label, version: change.version }
  return { hasil, reason, day, shared, change: changed, commitment }
}

const numbers = z
  .array(z.int('choose').min(1, 'choose').max(LARGEST_NUMBER, 'choose'), 'choose')
  .max(MOST_AT_ONCE, 'too-many')
  .meta({ description: 'Numbers of inputs; several become a group.' })
const someInputs = z
  .array(z.int('choose').min(1, 'choose').max(LARGEST_NUMBER, 'choose'), 'choose')
  .min(1, 'choose')
  .max(MOST_AT_ONCE, 'too-many')

export const answerBody = answerSchema
  .extend({
    inputs: numbers.optional(),
    bundle: z.string('text').max(64, 'too-long').optional().meta({ description: 'Id of a group: all of it.' }),
  })
  .strict()
  .meta({
    id: 'NewAnswer',
    description:
      'To `inputs` or to a `bundle`. `changedBlock` and `changedVersion`: the passage that it changed, and in which version. `promise` and `promiseBy` make a commitment.',
  })
export const answeredShape = z.strictObject({ outcome: z.string(), inputs: z.int() }).meta({ id: 'Answered' })
export const confirmationBody = confirmationSchema.strict().meta({ id: 'Confirmation' })
export const closingBody = closingSchema.strict().meta({ id: 'ConsultationClosing' })

export const takingBody = z
  .strictObject({ inputs: someInputs, back: flag.meta({ description: 'Whether they are given back.' }) })
  .meta({ id: 'Taking' })
export const taggingBody = tagSchema
  .extend({ inputs: someInputs, off: flag.meta({ description: 'Whether it is taken off.' }) })
  .strict()
  .meta({ id: 'Tagging' })
export const notingBody = noteSchema.extend({ inputs: someInputs }).strict().meta({ id: 'InputNote' })
export const doneShape = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' })

export const bundleBody = newBundleSchema.extend({ inputs: someInputs }).strict().meta({ id: 'NewBundle' })
export const movingBody = z.strictObject({ inputs: someInputs }).meta({ id: 'BundleMove' })
export const mergingBody = z
  .strictObject({ into: z.string('required').min(1, 'required').max(64, 'too-long') })
  .meta({ id: 'BundleMerge', description: '`into`: id of the group that takes all of it.' })
export const madeBundleShape = z.strictObject({ bundle: z.string() }).meta({ id: 'MadeBundle' })
export const bundleShape = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    inputs: z.int(),
    trail: z.array(z.strictObject({ what: z.enum(['made', 'added', 'removed', 'merged', 'split']), day })),
  })
  .meta({ id: 'Bundle', description: 'A group of inputs that is answered as one, and how it came about.' })
export const offerShape = z
  .strictObject({
    title: z.string().meta({ description: 'Made of the words of its first input.' }),
    numbers: z.array(z.int()),
  })
  .meta({ id: 'BundleOffer' })
