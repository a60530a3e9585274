/** What is added to a signed record: an addendum with its own number, signatures and file. The record stays as it is. */
import { findMeetingRecord, listAddenda } from '#db/musyawarah/records.ts'
import type { MeetingRecordRow } from '#db/musyawarah/record-tables.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { Database } from '#db/database.ts'
import { Refused } from '../errors.ts'
import type { GivenFile } from '../files.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newSalt } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { addendumSchema, type AddendumInput } from './record-schema.ts'
import type { AddendumData } from './record-views.ts'
import { seal, sealIssues, signaturesOf } from './sealing.ts'

/** So many that nobody needs more; the rendition shows them all. */
const MOST_ADDENDA = 50

/**
 * Issues: number, signedOn, text: required; signedOn: day, before-closing, after-today; signer0…: signature-missing; file:
 * file-missing, file-kind, file-too-big; form: too-many. @throws Refused not-found, forbidden; conflict: meeting-not-signed
 */
export async function addAddendum(
  scope: Scope,
  slug: string,
  input: AddendumInput,
  file: GivenFile | undefined,
): Promise<Outcome<{ part: number; dataHash: string; fileHash: string }>> {
  const reading = readInput(addendumSchema, input)
  await getMeetingFor(scope, slug, 'meeting.sign')
  if (!reading.ok) return reading
  const { number, signedOn, names, text } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.sign')
    const { record, next: part } = await signedBefore(inner.db, row)
    const issues = {
      ...sealIssues(inner, row, { signedOn, names, file, since: record.lockedAt }),
      ...(part > MOST_ADDENDA ? { form: 'too-many' } : {}),
    }
    if (Object.keys(issues).length > 0 || !file) return { ok: false as const, issues, values: reading.values }
    const signatures = signaturesOf(row, names)
    const signed = { number, signedOn, signatures }
    const said: AddendumData = { salt: newSalt(), meeting: row.title, to: record.number, part, text, signed }
    const data = jcs(said as unknown as Json)
    const sealed = await seal(inner, row, { part, number, signedOn, signatures, data, file })
    if (!sealed.ok) return { ...sealed, values: reading.values }
    const { dataHash, fileHash } = sealed
    const fields = { title: row.title, part, number, signedOn, data: dataHash, file: fileHash }
    inner.record({ kind: 'musyawarah.addendum-signed', subject: row.id, fields })
    return { ok: true as const, part, dataHash, fileHash }
  })
}

/** @throws Refused conflict while nothing is signed */
async function signedBefore(db: Database, row: PlacedMeeting): Promise<{ record: MeetingRecordRow; next: number }> {
  const record = row.signedAt ? await findMeetingRecord(db, row.id) : undefined
  if (!record) throw new Refused('conflict', 'meeting-not-signed')
  return { record, next: ((await listAddenda(db, row.id)).at(-1)?.part ?? 0) + 1 }
}
