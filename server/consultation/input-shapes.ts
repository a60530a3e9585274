/** What the API says of inputs: chosen fields, never rows. */
import { z } from 'zod'
import { pathTo } from '../paths.ts'
import type { ReceivedInput } from './input-arrivals.ts'
import type { InputView } from './input-lists.ts'
import { STANCES } from './input-schema.ts'

const VIAS = ['web', 'account', 'paper', 'desk', 'meeting', 'organisation'] as const

export const inputShape = z
  .strictObject({
    number: z.int().meta({ description: 'From 1, in order of arrival within the consultation.' }),
    stance: z.enum(STANCES).nullable(),
    state: z.enum(['shown', 'held', 'hidden', 'erased']).meta({
      description: '`held` waits for a moderator; `hidden` was taken from sight; `erased` at its writer’s wish.',
    }),
    reason: z.string().nullable().meta({ description: 'Code of why it is hidden, or of what is covered.' }),
    text: z.string().nullable().meta({ description: 'Null where it isn’t shown.' }),
    masked: z.boolean().meta({ description: 'Whether personal data in it are covered.' }),
    proposal: z.string().nullable().meta({ description: 'How the passage should read instead.' }),
    quoted: z.string().nullable().meta({ description: 'What the passage said that it speaks of.' }),
    block: z.string().nullable().meta({ description: 'Id of the passage; null: the whole.' }),
    label: z.string().nullable().meta({ description: 'What the draft calls the passage.', example: 'Pasal 5' }),
    group: z.strictObject({ id: z.string(), en: z.string() }).nullable().meta({ description: 'Stakeholder group.' }),
    via: z.enum(VIAS),
    provenance: z.string().nullable().meta({ description: 'Where what an officer entered comes from.' }),
    organisation: z.string().nullable(),
    arrivedOn: z.iso.date().meta({ description: 'Day in the region’s zone.' }),
    fileName: z.string().nullable(),
    supporters: z.int().meta({ description: 'How many other inputs say that it is right.' }),
    supports: z.int().nullable().meta({ description: 'Number of the input that it says is right.' }),
    page: z.string().meta({ description: 'Path of the page in Indonesian that shows it.' }),
  })
  .meta({ id: 'ShownInput' })

export const receivedInputShape = z
  .strictObject({
    receipt: z.string().meta({ description: 'For /cek.', example: 'M7K4-M2QX-0A9B-W3TE-J' }),
    number: z.int(),
    state: z.enum(['shown', 'held']),
    answerBy: z.iso.date().meta({ description: 'Day by which an answer is promised.' }),
  })
  .meta({ id: 'ReceivedInput' })

export function showInput(slug: string, input: InputView): z.infer<typeof inputShape> {
  const { number, stance, state, reasonCode: reason, text, masked, proposal, quoted, blockId: block } = input
  const { group, via, provenance, organisation, arrivedOn, fileName, supporters, supports } = input
  const page = pathTo('id', block === null ? 'inputs' : 'block', { slug, block: block ?? '' })
  return {
    number,
    stance,
    state,
    reason,
    text,
    masked,
    proposal,
    quoted,
    block,
    label: input.passage?.label ?? null,
    group,
    via,
    provenance,
    organisation,
    arrivedOn,
    fileName,
    supporters,
    supports,
    page: `${page}?cursor=${number + 1}#masukan-${number}`,
  }
}

export function showReceivedInput({ receipt, number, state, answerBy }: ReceivedInput) {
  return { receipt, number, state, answerBy }
}
