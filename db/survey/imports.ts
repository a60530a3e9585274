import type { Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { AnswerImportRow, AnswerImportTable } from './tables.ts'

export function findImport(db: Database, surveyId: string, fileHash: string): Promise<AnswerImportRow | undefined> {
  return db
    .selectFrom('answerImport')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .where('fileHash', '=', fileHash)
    .executeTakeFirst()
}

export async function insertImport(db: Transaction, row: Insertable<AnswerImportTable>): Promise<void> {
  await db.insertInto('answerImport').values(row).execute()
}
