/** What comes back signed is kept byte for byte: a scan, or a PDF that a certified provider signed. */
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { insertMeetingRecord, insertSignatures } from '#db/musyawarah/records.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { storeFile, type GivenFile } from '../files.ts'
import type { Issues } from '../forms.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../ledger/commitments.ts'
import type { Scope } from '../scope.ts'
import { scanIssue } from './scans.ts'
import { rulesOf } from './views.ts'

/** Signatures, the day and the scan. Issues: signer0…: signature-missing; signedOn: before-closing, after-today; file: file-missing, file-kind, file-too-big. */
export function sealIssues(
  { now }: Pick<Scope, 'now'>,
  row: PlacedMeeting,
  { signedOn, names, file, since }: Signing & { since: string },
): Issues {
  const missing = rulesOf(row).signers.flatMap((_, i) => (names[i] ? [] : [[`signer${i}`, 'signature-missing']]))
  const early = signedOn < dayIn(new Date(since), row.timezone)
  const day = early ? 'before-closing' : signedOn > dayIn(now, row.timezone) ? 'after-today' : undefined
  const scan = file ? scanIssue(file) : 'file-missing'
  return { ...Object.fromEntries(missing), ...(day ? { signedOn: day } : {}), ...(scan ? { file: scan } : {}) }
}

export interface Signing {
  signedOn: string
  /** In the order of the offices that sign by the rules of order. */
  names: string[]
  file: GivenFile | undefined
}

export interface Sealed {
  part: number
  number: string
  signedOn: string
  signatures: { office: string; name: string }[]
  /** Canonical text of all that it says. */
  data: string
  file: GivenFile
}

/** Inside the transaction that has checked it. Issues: file: file-kind, file-too-big. */
export async function seal(
  scope: Scope<Transaction>,
  meeting: PlacedMeeting,
  { part, number, signedOn, signatures, data, file }: Sealed,
): Promise<{ ok: true; dataHash: string; fileHash: string } | { ok: false; issues: Issues }> {
  const stored = await storeFile(scope, file)
  if (!stored.ok) return { ok: false, issues: { file: stored.issue } }
  const [id, dataHash] = [newId(), sha256(data)]
  const locked = { lockedBy: scope.actor?.accountId ?? '', lockedAt: scope.now.toISOString() }
  await insertMeetingRecord(scope.db, {
    id,
    meetingId: meeting.id,
    part,
    number,
    signedOn,
    data,
    dataHash,
    fileHash: stored.hash,
    fileName: stored.name,
    ...locked,
  })
  const rows = signatures.map((signature, position) => ({ recordId: id, position, ...signature }))
  await insertSignatures(scope.db, rows)
  return { ok: true, dataHash, fileHash: stored.hash }
}

export function signaturesOf(meeting: PlacedMeeting, names: string[]): Sealed['signatures'] {
  return rulesOf(meeting).signers.map((office, i) => ({ office, name: names[i] ?? '' }))
}
