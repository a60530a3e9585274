/** Reads the ledger's records of a public export, which come from outside, into what they must be. */
import { z } from 'zod'
import type { PublicEntry } from './export.ts'
import type { Head } from './heads.ts'
import type { Json } from './jcs.ts'
import type { ExportRecord } from './verification.ts'

const hex = z.string().regex(/^[0-9a-f]+$/)
const date = z.iso.date()
const json: z.ZodType<Json> = z.json()

const entry = z.object({
  seq: z.int().positive(),
  on: date,
  kind: z.string(),
  subject: z.string(),
  commitment: hex,
  previous: hex,
  hash: hex,
  fields: z.record(z.string(), z.union([z.object({ salt: hex, value: json }), z.object({ digest: hex })])),
})

const head = z.object({ on: date, seq: z.int().positive(), hash: hex, publicKey: z.string(), signature: z.string() })

/** Any line of an export: an object that names its type. It came from JSON, so it holds nothing else. */
export function readRecord(value: unknown): ExportRecord | undefined {
  return isRecord(value) ? value : undefined
}

function isRecord(value: unknown): value is ExportRecord {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function readEntry(record: ExportRecord): PublicEntry | undefined {
  return entry.safeParse(record).data
}

export function readHead(record: unknown): Head | undefined {
  return head.safeParse(record).data
}

/** Heads that someone saved: a list, or the answer of `/api/v1/ledger/heads`. Undefined if it is neither. */
export function readHeads(saved: unknown): Head[] | undefined {
  return z.union([z.array(head), z.object({ items: z.array(head) }).transform(({ items }) => items)]).safeParse(saved)
    .data
}
