/** What a device takes along of a meeting, and what became of what it hands in. */
import { z } from 'zod'

export const packShape = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    startsAt: z.iso.datetime(),
    opened: z.boolean(),
    minutes: z.boolean().meta({ description: 'Whether it may take minutes too, or attendance alone.' }),
    takenAt: z.iso.datetime(),
    needed: z.int().meta({ description: 'For the quorum, of the entitled who were invited.' }),
    entitled: z.array(z.string()),
    agenda: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    groups: z.array(z.strictObject({ id: z.string(), name: z.strictObject({ id: z.string(), en: z.string() }) })),
    invitees: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        office: z.string().nullable(),
        standing: z.string(),
        mark: z.string().meta({
          description:
            'The first 20 hexadecimal digits of the SHA-256 of the meeting’s `id` and the code of their invitation.',
        }),
        number: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'FieldPack' })

export const handedInShape = z
  .strictObject({
    clockAhead: z.int().meta({ description: 'Seconds that the device’s clock is ahead of ours.' }),
    results: z.array(
      z.strictObject({
        key: z.string(),
        outcome: z.enum(['taken', 'already', 'refused']).meta({
          description:
            '`already`: somebody else had recorded them, under `number`. Handed in again: as the first time.',
        }),
        number: z.int().nullable(),
        name: z.string().nullable(),
        code: z.string().nullable().meta({ description: 'For a walk-in, to propose corrections with.' }),
        field: z.string().nullable(),
        issue: z.string().nullable().meta({ description: 'Why it was refused.' }),
      }),
    ),
  })
  .meta({ id: 'FieldResults' })
