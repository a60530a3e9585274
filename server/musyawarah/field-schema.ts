/** What a device hands in that kept a meeting without a line: acts in the order in which they were done. */
import { z } from 'zod'

export const MOST_ACTS = 100

const key = z.string('key').regex(/^[\w-]{16,64}$/, 'key')
const moment = z.iso.datetime('moment')
// How long each may be, and whether it is needed, says the use case that takes it: one act is refused, not the bundle.
const typed = z.string('text').max(60_000, 'too-long')
const open = typed.nullish()

/** Fields of which each may be left out. */
const listed = <N extends string>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, open])) as Record<N, typeof open>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ key, kind: z.literal(kind), at: moment, ...shape })

export const fieldActSchema = z.discriminatedUnion(
  'kind',
  [
    act('arrive', listed('code', 'invitee', 'name', 'office', 'group', 'standing', 'sex', 'signature')),
    act('open', {}),
    act('point', { item: typed, speaker: open, text: typed }),
    act('proposal', {
      text: typed,
      ...listed('item', 'proposer', 'group', 'field', 'place', 'volume', 'cost', 'note'),
    }),
    act('put', { item: open, text: typed }),
    act('object', { decision: key, who: typed, group: open, reason: typed }),
    act('answer', { objection: key, answer: typed, withdrawn: z.boolean('choose').default(false) }),
    act('amend', { decision: key, text: typed }),
    act('agree', { decision: key }),
  ],
  'choose',
)

export const bundleSchema = z.strictObject({
  device: key.meta({ description: 'Chosen by the device, the same at every handing in.' }),
  sentAt: moment.meta({ description: 'What the device’s clock says now: tells how far it is off.' }),
  acts: z
    .array(fieldActSchema, 'required')
    .min(1, 'nothing')
    .max(MOST_ACTS, 'too-many')
    .meta({ description: 'In the order in which they were done. The same `key` is taken once.' }),
})

export type FieldAct = z.output<typeof fieldActSchema>
export type FieldBundle = z.output<typeof bundleSchema>
