/** What the API says of the ledger. */
import { z } from 'zod'
import { pathTo } from '../paths.ts'
import { formatCode } from './receipts.ts'
import type { Trace } from './trace.ts'

const day = z.iso.date().meta({ description: 'Date in Asia/Jakarta.' })
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, lower-case hex.' })
const seq = z.int().meta({ description: 'Number in the chain, from 1.' })

const json = z.json().meta({ id: 'Json', description: 'Any JSON value.' })

export const entryShape = z
  .strictObject({
    seq,
    on: day,
    kind: z.string().meta({ description: 'Module and verb.', example: 'survey.published' }),
    subject: z.string().meta({ description: 'Opaque id of what it is about.' }),
    commitment: hash,
    previous: hash.meta({ description: 'Hash of the entry before.' }),
    hash: hash.meta({
      description: 'SHA-256 of the canonical JSON (RFC 8785) of the entry without `hash` and `fields`.',
    }),
    fields: z
      .record(
        z.string(),
        z.union([z.strictObject({ salt: z.string(), value: json }), z.strictObject({ digest: hash })]),
      )
      .meta({ description: 'Open fields with salt and value; closed and erased ones with their digest alone.' }),
  })
  .meta({ id: 'Entry' })

export const headShape = z
  .strictObject({
    on: day,
    seq,
    hash,
    publicKey: z.string().meta({ description: 'Ed25519, SPKI, base64.' }),
    signature: z.string().meta({ description: 'Over the canonical JSON of { on, seq, hash }; base64.' }),
  })
  .meta({ id: 'Head', description: 'The last entry of a finished day, signed.' })

export const traceShape = z
  .strictObject({
    receipt: z.string().meta({ description: 'The code in groups of four.' }),
    kind: z.string().meta({ description: 'What it is a receipt of.', example: 'survey-answer' }),
    title: z.string().meta({ description: 'Title of what the input was given to.' }),
    page: z.string().meta({ description: 'Path of its page in Indonesian.' }),
    answerBy: day.optional().meta({ description: 'Day by which an answer is promised, while there is none.' }),
    steps: z
      .array(
        z.strictObject({
          date: z.iso.date().nullable().meta({ description: 'Null where a date would say too much.' }),
          what: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      )
      .meta({ description: 'What happened to it, oldest first. Never what was answered in a survey.' }),
  })
  .meta({ id: 'Trace' })

export const exportShape = z.looseObject({ type: z.string() }).meta({
  id: 'ExportRecord',
  description: 'One line: header, entry, head, records of each module, end.',
})

export function showTrace({
  code,
  kind,
  title,
  page,
  params,
  at = '',
  answerBy,
  steps,
}: Trace & { code: string }): z.infer<typeof traceShape> {
  return {
    receipt: formatCode(code),
    kind,
    title,
    page: pathTo('id', page, params) + at,
    ...(answerBy === undefined ? {} : { answerBy }),
    steps: steps.map(({ date, what, values }) => ({ date, what, values })),
  }
}
