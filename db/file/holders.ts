/** What may hold a file. tests/files holds that every column which names one is asked here. */
import type { Database } from '../database.ts'

/** Whether anything still hangs on these bytes. */
export async function isFileHeld(db: Database, hash: string): Promise<boolean> {
  const held = await db
    .selectFrom('input')
    .select('fileHash as held')
    .where('fileHash', '=', hash)
    .unionAll(db.selectFrom('consultationFile').select('fileHash as held').where('fileHash', '=', hash))
    .unionAll(db.selectFrom('commitmentEvent').select('evidenceFile as held').where('evidenceFile', '=', hash))
    .unionAll(db.selectFrom('meetingFile').select('fileHash as held').where('fileHash', '=', hash))
    .unionAll(db.selectFrom('meetingRecord').select('fileHash as held').where('fileHash', '=', hash))
    .unionAll(db.selectFrom('attendance').select('signatureFile as held').where('signatureFile', '=', hash))
    .unionAll(db.selectFrom('vote').select('sheetFile as held').where('sheetFile', '=', hash))
    .limit(1)
    .execute()
  return held.length > 0
}
