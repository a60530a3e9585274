/**
 * One digest over every row beneath a record, in the ledger with the signature: whatever is edited directly afterwards shows,
 * also what the record doesn't print, as a text that was replaced or an arrival that was voided.
 */
import { listSealedRows } from '#db/musyawarah/sealed-rows.ts'
import type { Database } from '#db/database.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs } from '../ledger/jcs.ts'

/** @param salt that of the record, so that nobody learns a name by trying names against the digest. */
export async function rowsSeal(db: Database, meetingId: string, salt: string): Promise<string> {
  const tables = await listSealedRows(db, meetingId)
  const lines = Object.entries(tables).flatMap(([table, rows]) => rows.map((row) => `${table} ${jcs(row)}`).sort())
  return sha256([salt, ...lines].join('\n'))
}
