/** A signed record is what was signed: its data, the rows they were made of, its signatures, its file; so is each addendum. */
import { createHash } from 'node:crypto'
import { readFileBytes } from '#db/file/files.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { MeetingRecordRow } from '#db/musyawarah/record-tables.ts'
import { findMeetingRecord, listAddenda, listMasks } from '#db/musyawarah/records.ts'
import type { Database } from '#db/database.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { RecordedAct } from '../survey/recorded-acts.ts'
import { canonicalRecord, recordDataOf, type RecordData } from './record-data.ts'
import { signedOf, type AddendumData } from './record-views.ts'
import { rowsSeal } from './rows-seal.ts'

/** What is wrong with it, a key of the words `ledger.problems`; undefined if nothing is. */
export async function recordProblem(
  db: Database,
  row: PlacedMeeting,
  acts: RecordedAct[],
): Promise<string | undefined> {
  const record = await findMeetingRecord(db, row.id)
  if (!record) return 'record-missing'
  const said = acts.find(({ kind }) => kind === 'musyawarah.signed')
  const problem = partProblem(record, said)
  if (problem) return problem
  const { salt } = JSON.parse(record.data) as RecordData
  const now = await recordDataOf(db, row, { signed: await signedOf(db, record), salt })
  if (canonicalRecord(now) !== record.data) return 'record-rows'
  if (said?.fields.rows !== (await rowsSeal(db, row.id, salt))) return 'record-rows'
  if (row.signedAt !== record.lockedAt) return 'record-rows'
  if (!(await isFileKept(db, record))) return 'record-file'
  return (await addendumProblem(db, row, acts)) ?? (await maskProblem(db, record, acts))
}

async function addendumProblem(db: Database, row: PlacedMeeting, acts: RecordedAct[]): Promise<string | undefined> {
  const said = acts.filter(({ kind }) => kind === 'musyawarah.addendum-signed')
  const addenda = await listAddenda(db, row.id)
  if (addenda.length !== said.length) return 'addendum-missing'
  for (const [index, addendum] of addenda.entries()) {
    const act = said[index]
    if (act?.fields.part !== addendum.part) return 'addendum-missing'
    if (partProblem(addendum, act)) return 'addendum-entry'
    const { part, signed } = JSON.parse(addendum.data) as AddendumData
    const now = (await signedOf(db, addendum)) as unknown as Json
    if (part !== addendum.part || jcs(signed as unknown as Json) !== jcs(now)) return 'addendum-entry'
    if (!(await isFileKept(db, addendum))) return 'record-file'
  }
  return undefined
}

/** Each cover was laid by an act of the ledger, and reads as it did then. */
async function maskProblem(db: Database, record: MeetingRecordRow, acts: RecordedAct[]): Promise<string | undefined> {
  const said = acts.filter(({ kind }) => kind === 'musyawarah.covered')
  const told = said.flatMap(({ fields }) =>
    ((fields.masks ?? []) as { field: string; shown: string }[]).map(({ field, shown }) =>
      jcs({ field, shown, reason: fields.reason ?? null }),
    ),
  )
  const now = (await listMasks(db, record.id)).map(({ field, shown, reason }) => jcs({ field, shown, reason }))
  return told.sort().join('\n') === now.sort().join('\n') ? undefined : 'record-masks'
}

function partProblem(record: MeetingRecordRow, said: RecordedAct | undefined): string | undefined {
  const { data, file, number, signedOn } = said?.fields ?? {}
  const isSaid = data === record.dataHash && file === record.fileHash
  if (!isSaid || number !== record.number || signedOn !== record.signedOn) return 'record-entry'
  return sha256(record.data) === record.dataHash ? undefined : 'record-data'
}

async function isFileKept(db: Database, { fileHash }: MeetingRecordRow): Promise<boolean> {
  const bytes = await readFileBytes(db, fileHash)
  return createHash('sha256').update(bytes).digest('hex') === fileHash
}
