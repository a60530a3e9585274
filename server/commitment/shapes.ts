/** What the API says of a commitment: chosen fields, never rows. */
import { z } from 'zod'
import { pathTo } from '../paths.ts'
import { sentFileSchema } from '../sent-file.ts'
import type { CommitmentView } from './commitments.ts'
import type { CommitmentFacts } from './facts.ts'
import { COMMITMENT_REASONS, COMMITMENT_STATUSES } from './rules/status.ts'
import { commitmentSchema, disputeAnswerSchema, disputeSchema, stepSchema } from './schema.ts'

const day = z.iso.date().meta({ description: 'In the region’s zone.' })

const fields = {
  id: z.string().meta({ description: 'Opaque; the subject of its entries in the ledger.' }),
  slug: z.string().meta({ description: 'Names it in addresses.' }),
  what: z.string(),
  why: z.string(),
  source: z
    .strictObject({ kind: z.string(), id: z.string(), title: z.string(), path: z.string() })
    .meta({ description: 'Where it came from; `path` is one of the portal, an address, or empty.' }),
  owner: z.string().meta({ description: 'Who answers for it.' }),
  region: z.strictObject({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    sample: z.boolean().meta({ description: 'Whether its data were made up for demonstration.' }),
  }),
  institution: z.strictObject({ name: z.string() }).nullable(),
  unit: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  status: z.enum(COMMITMENT_STATUSES),
  dueOn: day.meta({ description: 'Promised now, inclusive.' }),
  firstDue: day.meta({ description: 'Promised first.' }),
  moves: z.int().meta({ description: 'How often the day was moved.' }),
  late: z.boolean().meta({ description: 'By the clock: the day has passed and it is neither done nor put off.' }),
  daysLate: z.int(),
  budget: z.string().nullable(),
  steps: z.string().nullable().meta({ description: 'A line each.' }),
  cost: z.string().nullable().meta({ description: 'In words, where it is known.' }),
  waiting: z
    .strictObject({ count: z.int(), since: day })
    .nullable()
    .meta({ description: 'Who said that it isn’t done and waits for an answer.' }),
  createdAt: z.iso.datetime(),
  page: z.string().meta({ description: 'Path of its page in Indonesian.' }),
}

export const commitmentShape = z.strictObject(fields).meta({ id: 'Commitment' })

const eventShape = z
  .strictObject({
    number: z.int(),
    kind: z.enum([...COMMITMENT_STATUSES, 'due-moved']),
    day,
    reason: z.string().nullable(),
    reasonCode: z.enum(COMMITMENT_REASONS).nullable(),
    evidence: z
      .strictObject({ text: z.string().nullable(), url: z.string().nullable(), file: z.string().nullable() })
      .nullable()
      .meta({ description: '`file` is a path of the portal.' }),
    dueBefore: day.nullable(),
    dueAfter: day.nullable(),
  })
  .meta({ id: 'CommitmentEvent' })

const disputeShape = z
  .strictObject({
    number: z.int(),
    day,
    reason: z.string().nullable().meta({ description: 'Null unless `state` is `shown`.' }),
    state: z.enum(['shown', 'held', 'hidden', 'erased']),
    answer: z.string().nullable(),
    answeredOn: day.nullable(),
    waits: z.boolean().meta({ description: 'Whether the owner must still answer.' }),
  })
  .meta({ id: 'CommitmentDispute', description: '“This isn’t done”, and what the owner answered.' })

export const disputeBody = disputeSchema.strict().meta({ id: 'NewCommitmentDispute' })
export const receivedDisputeShape = z
  .strictObject({ receipt: z.string(), number: z.int(), state: z.enum(['shown', 'held']) })
  .meta({ id: 'ReceivedCommitmentDispute' })
export const disputeAnswerBody = disputeAnswerSchema
  .strict()
  .meta({ id: 'CommitmentDisputeAnswer', description: '`again`: the work is taken up again, for that reason.' })

export const commitmentViewShape = z
  .strictObject({ ...fields, events: z.array(eventShape), disputes: z.array(disputeShape) })
  .meta({ id: 'CommitmentWithEvents' })

export const commitmentBody = commitmentSchema
  .strict()
  .meta({ id: 'NewCommitment', description: '`place`: `region:<code>`, `institution:<id>` or `unit:<id>`.' })
export const stepBody = stepSchema
  .partial()
  .required({ step: true })
  .extend({ file: sentFileSchema.optional() })
  .strict()
  .meta({ id: 'CommitmentStep', description: 'Done takes evidence in words, with a link or a `file`.' })

export function showCommitment({ region, institution, unit, status, dueOn, moves, late, ...facts }: CommitmentFacts) {
  const { id, slug, what, why, source, owner, firstDue, daysLate, budget, steps, cost, waiting, createdAt } = facts
  const { code, name, sample } = region
  return {
    id,
    slug,
    what,
    why,
    source,
    owner,
    institution,
    unit,
    status,
    dueOn,
    firstDue,
    moves,
    late,
    daysLate,
    budget,
    steps,
    cost,
    waiting,
    createdAt,
    region: {
      code,
      slug: region.slug,
      name,
      sample,
    },
    page: pathTo('id', 'commitment', { slug }),
  }
}

export function showCommitmentView(view: CommitmentView) {
  const file = (number: number) => pathTo('id', 'commitmentEvidence', { slug: view.slug, number: String(number) })
  const events = view.events.map(({ evidence, ...event }) => ({
    ...event,
    evidence: evidence && { ...evidence, file: evidence.file === null ? null : file(event.number) },
  }))
  const disputes = view.disputes.map(({ number, day, reason, state, answer, answeredOn, waits }) => {
    return { number, day, reason, state, answer, answeredOn, waits }
  })
  return { ...showCommitment(view), events, disputes }
}
