/** Reads surveys' records of a public export, which come from outside, into what they must be. */
import { z } from 'zod'
import type { ExportRecord } from '../ledger/verification.ts'
import { ELEMENT_KEYS } from './rules/elements.ts'
import { WEIGHT_POLICIES } from '../directory/rules/weight-policy.ts'
import { TALLY_LENGTH } from './rules/tally.ts'

const hex = z.string().regex(/^[0-9a-f]+$/)
const whole = z.int().nonnegative()
const integers = z.array(whole).length(TALLY_LENGTH)

const batch = z.object({
  survey: z.string(),
  number: z.int().positive(),
  source: z.string(),
  answers: whole,
  receipts: whole,
  receiptsRoot: hex,
  answersRoot: hex,
  movement: integers.nullable(),
})

const receipts = z.object({ survey: z.string(), batch: z.int().positive(), hashes: z.array(hex) })

const figures = z.looseObject({
  ikm: z.number().nullable(),
  weight: z.enum(WEIGHT_POLICIES),
  elements: z.array(z.looseObject({ key: z.enum(ELEMENT_KEYS), label: z.string() })).nullable(),
  withoutCost: z.json(),
  tally: integers.nullable(),
})

const publication = z.object({
  survey: z.string(),
  version: z.int().positive(),
  kind: z.enum(['result', 'correction', 'withdrawal']),
  reason: z.string().nullable(),
  publishedAt: z.string(),
  snapshot: z.looseObject({ n: whole, figures: figures.nullable() }),
})

export type PublicBatch = z.infer<typeof batch>
export type PublicPublication = z.infer<typeof publication>

export function readBatch(record: ExportRecord): PublicBatch | undefined {
  return batch.safeParse(record).data
}

export function readReceipts(record: ExportRecord): z.infer<typeof receipts> | undefined {
  return receipts.safeParse(record).data
}

export function readPublication(record: ExportRecord): PublicPublication | undefined {
  return publication.safeParse(record).data
}
