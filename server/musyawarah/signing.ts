/** The signed record is taken in byte for byte and locks the meeting: what it says and the file are bound in the ledger. */
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listCorrections } from '#db/musyawarah/records.ts'
import { Refused } from '../errors.ts'
import type { GivenFile } from '../files.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newSalt } from '../ledger/commitments.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { canonicalRecord, recordDataOf } from './record-data.ts'
import { signingSchema, type SigningInput } from './record-schema.ts'
import { rowsSeal } from './rows-seal.ts'
import { takesCorrections } from './rules/state.ts'
import { seal, sealIssues, signaturesOf } from './sealing.ts'

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
    const waits = await whatItWaitsFor(inner, row)
    const issues = {
      ...sealIssues(inner, row, { signedOn, names, file, since: row.closedAt }),
      ...(waits ? { form: waits } : {}),
    }
    if (Object.keys(issues).length > 0 || !file) return { ok: false as const, issues, values: reading.values }
    const signatures = signaturesOf(row, names)
    const salt = newSalt()
    const said = { signed: { number, signedOn, signatures }, salt }
    const data = canonicalRecord(await recordDataOf(inner.db, row, said))
    const sealed = await seal(inner, row, { part: 0, number, signedOn, signatures, data, file })
    if (!sealed.ok) return { ...sealed, values: reading.values }
    const { dataHash, fileHash } = sealed
    await updateMeeting(inner.db, row.id, { signedAt: inner.now.toISOString() })
    const rows = await rowsSeal(inner.db, row.id, salt)
    const fields = { title: row.title, number, signedOn, data: dataHash, file: fileHash, rows }
    inner.record({ kind: 'musyawarah.signed', subject: row.id, fields })
    return { ok: true as const, dataHash, fileHash }
  })
}

/** What comes before any signing: the draft is out, its window has ended, and every correction is answered. */
async function whatItWaitsFor({ db, now }: Scope, row: PlacedMeeting): Promise<string | undefined> {
  if (!row.minutesSentAt) return 'minutes-first'
  if (takesCorrections(row, now)) return 'window-open'
  const isWaiting = (await listCorrections(db, row.id)).some(({ outcome }) => outcome === null)
  return isWaiting ? 'corrections-wait' : undefined
}
