/** What the ledger holds of a survey, read back. */
import { listEntriesOf } from '#db/ledger/entries.ts'
import { listFieldsOf } from '#db/survey/ledger-fields.ts'
import type { Database } from '#db/database.ts'
import type { Json } from '../ledger/jcs.ts'

export interface RecordedAct {
  seq: number
  kind: string
  /** An erased field is missing. */
  fields: Record<string, Json>
}

/** In the order in which they were recorded. */
export async function listRecordedActs(db: Database, surveyId: string): Promise<RecordedAct[]> {
  const entries = await listEntriesOf(db, surveyId)
  const fields = Map.groupBy(await listFieldsOf(db, surveyId), ({ seq }) => seq)
  return entries.map(({ seq, kind }) => ({
    seq,
    kind,
    fields: Object.fromEntries(
      (fields.get(seq) ?? []).flatMap(({ name, value }) => (value === null ? [] : [[name, JSON.parse(value) as Json]])),
    ),
  }))
}
