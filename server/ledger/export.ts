/**
 * The public export: all that a stranger needs to check the portal without its database, one JSON record a line.
 * `header` · `entry` (in order; closed and erased fields by their digest alone) · `head` · each module's records · `end`.
 */
import type { Database } from '#db/database.ts'
import { listHeadsAfter } from '#db/ledger/heads.ts'
import type { ChainedEntry } from './chain.ts'
import { currentHead, headOf, type HeadKey } from './heads.ts'
import type { Json } from './jcs.ts'
import type { Exporter, ExportRecord } from './verification.ts'
import { walkEntries, type EntryWithFields } from './verify.ts'

const EXPORT_VERSION = 1
const AT_ONCE = 1000

export interface PublicEntry extends ChainedEntry {
  /** Open fields with salt and value; closed and erased ones with their digest. */
  fields: Record<string, PublicField>
}

export type PublicField = { salt: string; value: Json } | { digest: string }

/** An entry as strangers may see it. */
export function publicEntry({
  seq,
  onDate,
  kind,
  subject,
  commitment,
  previous,
  hash,
  fields,
}: EntryWithFields): PublicEntry {
  const shown = fields.map(({ name, salt, value, digest, open }): [string, PublicField] => [
    name,
    open === 1 && salt !== null && value !== null ? { salt, value: JSON.parse(value) as Json } : { digest },
  ])
  return { seq, on: onDate, kind, subject, commitment, previous, hash, fields: Object.fromEntries(shown) }
}

/** All public records. `db` is a snapshot; `key` signs the chain's present end. */
export async function* publicExport(
  db: Database,
  { exporters, key, now }: { exporters: Exporter[]; key: HeadKey; now: Date },
): AsyncGenerator<ExportRecord> {
  yield { type: 'header', format: 'balai-export', version: EXPORT_VERSION, at: now.toISOString() }
  for await (const entry of walkEntries(db)) yield { type: 'entry', ...publicEntry(entry) }
  yield* headRecords(db, key)
  for (const exporter of exporters) yield* exporter(db)
}

async function* headRecords(db: Database, key: HeadKey): AsyncGenerator<ExportRecord> {
  let after = ''
  for (;;) {
    const heads = await listHeadsAfter(db, after, AT_ONCE)
    for (const head of heads) yield { type: 'head', ...headOf(head) }
    after = heads.at(-1)?.onDate ?? after
    if (heads.length < AT_ONCE) break
  }
  const current = await currentHead(db, key)
  if (current && current.on > after) yield { type: 'head', ...current }
}
