/** A signed record is what was signed: its data, the rows they were made of, its signatures, and its file. */
import { createHash } from 'node:crypto'
import { readFileBytes } from '#db/file/files.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findMeetingRecord } from '#db/musyawarah/records.ts'
import type { Database } from '#db/database.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { RecordedAct } from '../survey/recorded-acts.ts'
import { canonicalRecord, recordDataOf, type RecordData } from './record-data.ts'
import { signedOf } from './signing.ts'

/** What is wrong with it, a key of the words `ledger.problems`; undefined if nothing is. */
export async function recordProblem(
  db: Database,
  row: PlacedMeeting,
  acts: RecordedAct[],
): Promise<string | undefined> {
  const said = acts.find(({ kind }) => kind === 'musyawarah.signed')?.fields
  const record = await findMeetingRecord(db, row.id)
  if (!record) return 'record-missing'
  if (said?.data !== record.dataHash || said.file !== record.fileHash || said.number !== record.number) {
    return 'record-entry'
  }
  if (sha256(record.data) !== record.dataHash) return 'record-data'
  const { salt } = JSON.parse(record.data) as RecordData
  const now = await recordDataOf(db, row, { signed: await signedOf(db, record), salt })
  if (canonicalRecord(now) !== record.data) return 'record-rows'
  const file = createHash('sha256')
    .update(await readFileBytes(db, record.fileHash))
    .digest('hex')
  return file === record.fileHash ? undefined : 'record-file'
}
