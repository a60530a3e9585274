import type { Database } from '../database.ts'
import type { EntryFieldRow } from '../ledger/tables.ts'

/** All fields of the entries about a survey, closed ones too: for verification only. */
export function listFieldsOf(db: Database, surveyId: string): Promise<EntryFieldRow[]> {
  return db
    .selectFrom('entryField')
    .innerJoin('entry', 'entry.seq', 'entryField.seq')
    .selectAll('entryField')
    .where('entry.subject', '=', surveyId)
    .orderBy('entryField.seq')
    .execute()
}
