/** Acts of a meeting by the key under which they were sent. */
import type { Database, Transaction } from '../database.ts'
import type { MeetingActRow } from './hall-tables.ts'

export function findMeetingAct(db: Database, meetingId: string, clientKey: string): Promise<MeetingActRow | undefined> {
  return db
    .selectFrom('meetingAct')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('clientKey', '=', clientKey)
    .executeTakeFirst()
}

export async function insertMeetingAct(db: Transaction, row: MeetingActRow): Promise<void> {
  await db.insertInto('meetingAct').values(row).execute()
}
