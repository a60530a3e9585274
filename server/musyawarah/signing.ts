/** The signed record is taken in byte for byte and locks the meeting: what it says and the file are bound in the ledger. */
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import {
  findMeetingRecord,
  insertMeetingRecord,
  insertSignatures,
  listCorrections,
  listSignatures,
} from '#db/musyawarah/records.ts'
import type { MeetingRecordRow } from '#db/musyawarah/record-tables.ts'
import type { Database } from '#db/database.ts'
import { createHash } from 'node:crypto'
import { may } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { fileKindOf } from '../file-kinds.ts'
import { answerFile, readFile, storeFile, type GivenFile } from '../files.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { newSalt, sha256 } from '../ledger/commitments.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, getMeetingRow, holdMeetingFor } from './meetings.ts'
import { placeOf } from './places.ts'
import {
  canonicalRecord,
  publicRecord,
  recordDataOf,
  type PublicRecord,
  type RecordData,
  type Signed,
} from './record-data.ts'
import { signingSchema, type SigningInput } from './record-schema.ts'
import { takesCorrections } from './rules/state.ts'
import { rulesOf } from './views.ts'

/** A scan, or a PDF that a certified provider signed. */
const SCANS = ['pdf', 'jpeg', 'png', 'webp']

/**
 * Issues: number, signedOn: required; signedOn: day, before-closing, after-today; signer0…: signature-missing; file:
 * file-missing, file-kind, file-too-big; form: minutes-first, window-open, corrections-wait.
 * @throws Refused not-found, forbidden; conflict with meeting-not-closed, meeting-signed
 */
export async function signRecord(
  scope: Scope,
  slug: string,
  input: SigningInput,
  file: GivenFile | undefined,
): Promise<Outcome<{ dataHash: string; fileHash: string }>> {
  const reading = readInput(signingSchema, input)
  await getMeetingFor(scope, slug, 'meeting.sign')
  if (!reading.ok) return reading
  const { number, signedOn, names } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.sign')
    if (row.signedAt) throw new Refused('conflict', 'meeting-signed')
    if (!row.closedAt) throw new Refused('conflict', 'meeting-not-closed')
    const issues = await signingIssues(inner, row, { signedOn, names, file })
    if (Object.keys(issues).length > 0 || !file) return { ok: false as const, issues, values: reading.values }
    const stored = await storeFile(inner, file)
    if (!stored.ok) return { ok: false as const, issues: { file: stored.issue }, values: reading.values }
    const signatures = rulesOf(row).signers.map((office, i) => ({ office, name: names[i] ?? '' }))
    const said = { signed: { number, signedOn, signatures }, salt: newSalt() }
    const data = canonicalRecord(await recordDataOf(inner.db, row, said))
    const [id, lockedAt] = [newId(), inner.now.toISOString()]
    const dataHash = sha256(data)
    const locked = { lockedBy: inner.actor?.accountId ?? '', lockedAt, fileHash: stored.hash, fileName: stored.name }
    await insertMeetingRecord(inner.db, { id, meetingId: row.id, part: 0, number, signedOn, data, dataHash, ...locked })
    const rows = signatures.map((signature, position) => ({ recordId: id, position, ...signature }))
    await insertSignatures(inner.db, rows)
    await updateMeeting(inner.db, row.id, { signedAt: lockedAt })
    const fields = { title: row.title, number, signedOn, data: dataHash, file: stored.hash }
    inner.record({ kind: 'musyawarah.signed', subject: row.id, fields })
    return { ok: true as const, dataHash, fileHash: stored.hash }
  })
}

async function signingIssues(
  { db, now }: Scope,
  row: PlacedMeeting,
  { signedOn, names, file }: { signedOn: string; names: string[]; file: GivenFile | undefined },
): Promise<Record<string, string>> {
  const missing = rulesOf(row).signers.flatMap((_, i) => (names[i] ? [] : [[`signer${i}`, 'signature-missing']]))
  const waiting = (await listCorrections(db, row.id)).some(({ outcome }) => outcome === null)
  const isTooEarly = signedOn < dayIn(new Date(row.closedAt ?? now), row.timezone)
  const kind = file && fileKindOf(file.bytes)
  return {
    ...Object.fromEntries(missing),
    ...(isTooEarly
      ? { signedOn: 'before-closing' }
      : signedOn > dayIn(now, row.timezone)
        ? { signedOn: 'after-today' }
        : {}),
    ...(!file ? { file: 'file-missing' } : !kind || !SCANS.includes(kind) ? { file: 'file-kind' } : {}),
    ...(!row.minutesSentAt
      ? { form: 'minutes-first' }
      : takesCorrections(row, now)
        ? { form: 'window-open' }
        : waiting
          ? { form: 'corrections-wait' }
          : {}),
  }
}

export interface RecordView {
  meeting: PlacedMeeting
  record: PublicRecord
  /** Null: a draft that is being corrected. */
  signed:
    (Pick<MeetingRecordRow, 'number' | 'signedOn' | 'dataHash' | 'fileHash' | 'lockedAt'> & { fileName: string }) | null
}

/** What the public reads: the draft from the day on which it went out, then what was signed. @throws Refused not-found */
export async function getRecord(scope: Scope, slug: string): Promise<RecordView> {
  const meeting = await getMeetingRow(scope, slug)
  if (!meeting.minutesSentAt) throw new Refused('not-found')
  const signed = (await findMeetingRecord(scope.db, meeting.id)) ?? null
  const data = signed ? (JSON.parse(signed.data) as RecordData) : await draftData(scope.db, meeting)
  return { meeting, record: publicRecord(data), signed }
}

/** The whole with all names, to be printed and signed: for its staff alone. @throws Refused not-found, forbidden */
export async function getWholeRecord(
  scope: Scope,
  slug: string,
): Promise<{ meeting: PlacedMeeting; data: RecordData }> {
  const meeting = await getMeetingFor(scope, slug, 'meeting.names')
  if (!meeting.closedAt) throw new Refused('conflict', 'meeting-not-closed')
  const signed = await findMeetingRecord(scope.db, meeting.id)
  return { meeting, data: signed ? (JSON.parse(signed.data) as RecordData) : await draftData(scope.db, meeting) }
}

/** Whether some bytes are the signed file. @throws Refused not-found while nothing is signed */
export async function checkSignedFile(scope: Scope, slug: string, bytes: Uint8Array): Promise<'same' | 'different'> {
  const { signed } = await getRecord(scope, slug)
  if (!signed) throw new Refused('not-found')
  return createHash('sha256').update(bytes).digest('hex') === signed.fileHash ? 'same' : 'different'
}

/** The scan itself, which shows names and signatures: for who may read the names. @throws Refused not-found, forbidden */
export async function answerSignedFile(scope: Scope, slug: string): Promise<Response> {
  const meeting = await getMeetingFor(scope, slug, 'meeting.see')
  if (!may(scope.actor, 'meeting.names', placeOf(meeting))) throw new Refused('forbidden')
  const record = await findMeetingRecord(scope.db, meeting.id)
  const file = record && (await readFile(scope.db, record.fileHash))
  if (!file) throw new Refused('not-found')
  return answerFile(file, record.fileName)
}

/** What was signed under it, as its own rows say. */
export async function signedOf(db: Database, record: MeetingRecordRow): Promise<Signed> {
  const signatures = (await listSignatures(db, record.id)).map(({ office, name }) => ({ office, name }))
  return { number: record.number, signedOn: record.signedOn, signatures }
}

function draftData(db: Database, meeting: PlacedMeeting): Promise<RecordData> {
  return recordDataOf(db, meeting, { signed: null, salt: '' })
}
