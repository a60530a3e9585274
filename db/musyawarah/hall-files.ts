/** Files that hang on a meeting. */
import type { Database, Transaction } from '../database.ts'
import type { MeetingFileRow } from './tables.ts'

export function listMeetingFiles(
  db: Database,
  meetingId: string,
  what: MeetingFileRow['what'],
): Promise<MeetingFileRow[]> {
  return db
    .selectFrom('meetingFile')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('what', '=', what)
    .orderBy('position')
    .execute()
}

export function findMeetingFile(db: Database, meetingId: string, id: string): Promise<MeetingFileRow | undefined> {
  return db
    .selectFrom('meetingFile')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertMeetingFile(db: Transaction, row: MeetingFileRow): Promise<void> {
  await db.insertInto('meetingFile').values(row).execute()
}

export async function deleteMeetingFile(db: Transaction, id: string): Promise<void> {
  await db.deleteFrom('meetingFile').where('id', '=', id).execute()
}
