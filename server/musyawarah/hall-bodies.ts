/** What the API takes of a meeting as it runs: shapes alone, the use cases read what stands in them. */
import { z } from 'zod'
import { sentFileSchema } from '../sent-file.ts'
import { MOST_OUTCOMES } from './hall-schema.ts'
import { keySchema } from './once.ts'
import { PROPOSAL_OUTCOMES } from './rules/decisions.ts'

const count = z.int('number').min(0, 'number').max(999_999, 'number')
const key = keySchema
const text = z.string('required')
const some = z.string().nullish()

/** An act that says nothing but its key. */
export const keyBody = z.strictObject({ key }).meta({ id: 'HallAct' })
export const postponeBody = z.strictObject({ key, day: text, time: text, reason: text }).meta({ id: 'Postponing' })
export const pointBody = z
  .strictObject({
    key,
    item: text,
    point: some.meta({ description: 'Which one is changed; left out for a new one.' }),
    base: z.int().min(0).optional().meta({ description: 'Number of the text that the writer saw.' }),
    merged: z.array(z.int().min(1)).max(100).optional().meta({ description: 'Numbers of texts put together with it.' }),
    speaker: some,
    text,
  })
  .meta({ id: 'MinutePointWritten' })
export const proposalBody = z
  .strictObject({
    key,
    item: some,
    text,
    proposer: some,
    group: some,
    field: some,
    place: some,
    volume: some,
    cost: some,
    note: some,
  })
  .meta({ id: 'ProposalMade' })
const outcome = { outcome: z.enum(PROPOSAL_OUTCOMES, 'choose'), outcomeNote: some, decision: some }
export const outcomeBody = z.strictObject({ key, ...outcome }).meta({ id: 'ProposalOutcome' })
export const outcomesBody = z
  .strictObject({
    key,
    outcomes: z
      .array(z.strictObject({ proposal: text, ...outcome }))
      .min(1, 'choose')
      .max(MOST_OUTCOMES, 'too-many'),
  })
  .meta({ id: 'ProposalOutcomes' })
export const putBody = z.strictObject({ key, item: some, text }).meta({ id: 'TextPut' })
export const amendBody = z.strictObject({ key, text }).meta({ id: 'TextAmended' })
export const objectionBody = z.strictObject({ key, who: text, group: some, reason: text }).meta({ id: 'ObjectionMade' })
export const answerBody = z
  .strictObject({ key, answer: text, withdrawn: z.boolean().optional() })
  .meta({ id: 'ObjectionAnswered' })
export const failureBody = z.strictObject({ key, statement: text }).meta({ id: 'ConsensusFailed' })
export const voteBody = z
  .strictObject({
    key,
    way: z.enum(['open', 'secret'], 'choose'),
    inFavour: count,
    against: count,
    abstained: count,
    spoilt: count,
    sheet: sentFileSchema.optional().meta({ description: 'The paper tally, scanned; it may be handed in later.' }),
  })
  .meta({ id: 'VoteEntered' })
export const sheetBody = z.strictObject({ sheet: sentFileSchema }).meta({ id: 'TallySheet' })
export const photoBody = z
  .strictObject({ key, item: some, caption: text, file: sentFileSchema })
  .meta({ id: 'PhotoAdded' })
