/** A record as it is read: by everyone as its public rendition, by the office and the auditor whole, each look recorded. */
import { insertLook } from '#db/musyawarah/attendance.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findMeetingRecord, listAddenda, listMasks, listSignatures } from '#db/musyawarah/records.ts'
import type { MeetingRecordRow } from '#db/musyawarah/record-tables.ts'
import type { Database } from '#db/database.ts'
import { createHash } from 'node:crypto'
import { Refused } from '../errors.ts'
import { answerFile, readFile } from '../files.ts'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { getMeetingFor, getMeetingRow } from './meetings.ts'
import { recordDataOf, type RecordData, type Signed } from './record-data.ts'
import { publicRecord, type PublicRecord } from './record-public.ts'

export interface RecordView {
  meeting: PlacedMeeting
  record: PublicRecord
  /** Null: a draft that is being corrected. */
  signed:
    (Pick<MeetingRecordRow, 'number' | 'signedOn' | 'dataHash' | 'fileHash' | 'lockedAt'> & { fileName: string }) | null
  addenda: Addendum[]
  /** What was covered since, and why: one line for each act. */
  covered: { at: string; reason: string; places: number }[]
}

/** What was added to a signed record, under its own number. */
export interface Addendum extends Signed {
  part: number
  text: string
  dataHash: string
  fileHash: string
  lockedAt: string
}

/** What the public reads: the draft from the day on which it went out, then what was signed. @throws Refused not-found */
export async function getRecord(scope: Scope, slug: string): Promise<RecordView> {
  const meeting = await getMeetingRow(scope, slug)
  if (!meeting.minutesSentAt) throw new Refused('not-found')
  const signed = (await findMeetingRecord(scope.db, meeting.id)) ?? null
  const data = await dataOf(scope.db, meeting, signed)
  const masks = signed ? await listMasks(scope.db, signed.id) : []
  const acts = [...Map.groupBy(masks, ({ at }) => at)]
  return {
    meeting,
    record: publicRecord(data, masks),
    signed,
    addenda: signed ? await addendaOf(scope.db, meeting) : [],
    covered: acts.map(([at, some]) => ({ at, reason: some[0]?.reason ?? '', places: some.length })),
  }
}

/**
 * The whole with all names, to be printed and signed: for its staff and the auditor alone, and the look is recorded.
 * @throws Refused not-found, forbidden; conflict before it was closed
 */
export async function getWholeRecord(
  scope: Scope,
  slug: string,
): Promise<{ meeting: PlacedMeeting; data: RecordData; addenda: Addendum[] }> {
  const meeting = await getMeetingFor(scope, slug, 'meeting.names')
  if (!meeting.closedAt) throw new Refused('conflict', 'meeting-not-closed')
  const signed = (await findMeetingRecord(scope.db, meeting.id)) ?? null
  await noteLook(scope, meeting)
  return { meeting, data: await dataOf(scope.db, meeting, signed), addenda: await addendaOf(scope.db, meeting) }
}

/** Which signed part some bytes are, if any: 0 the record, from 1 an addendum. @throws Refused not-found while nothing is signed */
export async function checkSignedFile(
  scope: Scope,
  slug: string,
  bytes: Uint8Array,
): Promise<Pick<MeetingRecordRow, 'part' | 'number' | 'lockedAt'> | undefined> {
  const { signed, addenda } = await getRecord(scope, slug)
  if (!signed) throw new Refused('not-found')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const found = [{ ...signed, part: 0 }, ...addenda].find(({ fileHash }) => fileHash === hash)
  return found && { part: found.part, number: found.number, lockedAt: found.lockedAt }
}

/** The scan itself, which shows names and signatures: for who may read the names, and the look is recorded. */
export async function answerSignedFile(scope: Scope, slug: string, part = 0): Promise<Response> {
  const meeting = await getMeetingFor(scope, slug, 'meeting.names')
  const parts = [await findMeetingRecord(scope.db, meeting.id), ...(await listAddenda(scope.db, meeting.id))]
  const record = parts.find((one) => one?.part === part)
  const file = record && (await readFile(scope.db, record.fileHash))
  if (!file) throw new Refused('not-found')
  await noteLook(scope, meeting)
  return answerFile(file, record.fileName)
}

/** What was signed under it, as its own rows say. */
export async function signedOf(db: Database, record: MeetingRecordRow): Promise<Signed> {
  const signatures = (await listSignatures(db, record.id)).map(({ office, name }) => ({ office, name }))
  return { number: record.number, signedOn: record.signedOn, signatures }
}

/** What an addendum's own text holds. */
export interface AddendumData {
  salt: string
  meeting: string
  /** Number of the record that it is added to. */
  to: string
  part: number
  text: string
  signed: Signed
}

async function addendaOf(db: Database, meeting: PlacedMeeting): Promise<Addendum[]> {
  return (await listAddenda(db, meeting.id)).map(({ part, data, dataHash, fileHash, lockedAt }) => {
    const { text, signed } = JSON.parse(data) as AddendumData
    return { part, text, ...signed, dataHash, fileHash, lockedAt }
  })
}

async function dataOf(db: Database, meeting: PlacedMeeting, signed: MeetingRecordRow | null): Promise<RecordData> {
  if (signed) return JSON.parse(signed.data) as RecordData
  return recordDataOf(db, meeting, { signed: null, salt: '' })
}

async function noteLook({ db, actor, now }: Scope, { id: meetingId }: PlacedMeeting): Promise<void> {
  await insertLook(db, { id: newId(), meetingId, byAccount: actor?.accountId ?? '', at: now.toISOString() })
}
