/** Documents that go with a consultation. */
import type { Database } from '../database.ts'
import type { ConsultationFileRow } from './tables.ts'

export function listConsultationFiles(db: Database, consultationId: string): Promise<ConsultationFileRow[]> {
  return db
    .selectFrom('consultationFile')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('position')
    .execute()
}

/** The same bytes hang on a consultation once. */
export async function insertConsultationFile(db: Database, file: ConsultationFileRow): Promise<void> {
  await db
    .insertInto('consultationFile')
    .values(file)
    .onConflict((conflict) => conflict.columns(['consultationId', 'fileHash']).doNothing())
    .execute()
}

export async function deleteConsultationFile(db: Database, id: string): Promise<void> {
  await db.deleteFrom('consultationFile').where('id', '=', id).execute()
}
