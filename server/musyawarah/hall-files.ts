/** Files out of the hall: photographs, without what their camera wrote into them, and the sheets of votes. For staff alone. */
import { createHash } from 'node:crypto'
import * as decided from '#db/musyawarah/decisions.ts'
import * as files from '#db/musyawarah/hall-files.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import type { MeetingFileRow } from '#db/musyawarah/tables.ts'
import { Refused } from '../errors.ts'
import { fileKindOf } from '../file-kinds.ts'
import { LARGEST_FILE, readFile, releaseFile, storeFile, type GivenFile } from '../files.ts'
import type { Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { isPhoto, withoutMetadata } from '../photo-metadata.ts'
import type { Scope } from '../scope.ts'
import { photoSchema, type PhotoInput } from './hall-schema.ts'
import { inHall, no, NOTHING, refuseUnlessMinuted } from './in-hall.ts'
import { getMeetingFor } from './meetings.ts'
import type { Keyed } from './once.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { scanIssue } from './scans.ts'

const MOST_PHOTOS = 60

/**
 * Adds a photograph to the minutes. Issues: caption: required; item: unknown; file: file-missing, photo-kind, photo-broken,
 * file-too-big, photo-many. @throws Refused not-found, forbidden, conflict
 */
export async function addPhoto(
  scope: Scope,
  slug: string,
  input: Keyed<PhotoInput>,
  file: GivenFile | undefined,
): Promise<Outcome<{ id: string }>> {
  const act = `photo ${createHash('sha256')
    .update(file?.bytes ?? '')
    .digest('hex')}`
  const asked = { act, schema: photoSchema, input, isTime: refuseUnlessMinuted }
  return inHall<typeof photoSchema, { id: string }>(scope, slug, asked, async (inner, row, { item, caption }) => {
    const isOnAgenda = (await listAgenda(inner.db, row.id)).some(({ id }) => id === item)
    if (item !== null && !isOnAgenda) return no('item', 'unknown')
    if (!file) return no('file', 'file-missing')
    if (file.bytes.length > LARGEST_FILE) return no('file', 'file-too-big')
    const kind = fileKindOf(file.bytes)
    if (!isPhoto(kind)) return no('file', 'photo-kind')
    const bytes = withoutMetadata(kind, Buffer.from(file.bytes))
    if (!bytes) return no('file', 'photo-broken')
    const before = await files.listMeetingFiles(inner.db, row.id, 'photo')
    if (before.length >= MOST_PHOTOS) return no('file', 'photo-many')
    const stored = await storeFile(inner, { name: file.name, bytes })
    if (!stored.ok) return no('file', stored.issue)
    const id = newId()
    const position = (before.at(-1)?.position ?? 0) + 1
    const { hash: fileHash, name } = stored
    const photo = { id, meetingId: row.id, itemId: item, fileHash, name, what: 'photo' as const, position, caption }
    await files.insertMeetingFile(inner.db, photo)
    return { ok: true, id }
  })
}

/** Takes it out again, its bytes with it. @throws Refused not-found, forbidden, conflict */
export async function removePhoto(scope: Scope, slug: string, id: string, input: Keyed = {}): Promise<Outcome<object>> {
  const asked = { act: `photo-off ${id}`, schema: NOTHING, input, isTime: refuseUnlessMinuted }
  return inHall(scope, slug, asked, async (inner, row) => {
    const photo = await files.findMeetingFile(inner.db, row.id, id)
    if (photo?.what !== 'photo') throw new Refused('not-found')
    await files.deleteMeetingFile(inner.db, id)
    await releaseFile(inner, photo.fileHash)
    return { ok: true }
  })
}

/** In the order in which they were added. @throws Refused not-found, forbidden */
export async function listPhotos(scope: Scope, slug: string): Promise<MeetingFileRow[]> {
  const row = await getMeetingFor(scope, slug, 'meeting.see')
  return files.listMeetingFiles(scope.db, row.id, 'photo')
}

/**
 * The sheet of a vote that was entered without it. Issues: file: file-missing, file-kind, file-too-big; form: no-vote,
 * sheet-there. @throws Refused not-found, forbidden; conflict once the record is signed
 */
export async function handInSheet(
  scope: Scope,
  slug: string,
  decisionId: string,
  file: GivenFile | undefined,
): Promise<Outcome<object>> {
  const asked = { act: `sheet ${decisionId}`, schema: NOTHING, input: {}, isTime: refuseOnceSigned }
  return inHall(scope, slug, asked, async (inner, row) => {
    const decision = await decided.findDecision(inner.db, row.id, decisionId)
    if (!decision) throw new Refused('not-found')
    const vote = (await decided.listVotes(inner.db, row.id)).find((one) => one.decisionId === decisionId)
    if (!vote) return no('form', 'no-vote')
    if (vote.sheetFile) return no('form', 'sheet-there')
    if (!file) return no('file', 'file-missing')
    const issue = scanIssue(file)
    if (issue) return no('file', issue)
    const stored = await storeFile(inner, file)
    if (!stored.ok) return no('file', stored.issue)
    await decided.updateVoteSheet(inner.db, decisionId, { sheetFile: stored.hash, sheetName: stored.name })
    const fields = { number: decision.number, sheet: stored.hash }
    inner.record({ kind: 'musyawarah.tally-sheet', subject: row.id, fields })
    return { ok: true }
  })
}

/** A photograph by its id, or the sheet of a decision by that decision's. @throws Refused not-found, forbidden */
export async function readHallFile(
  scope: Scope,
  slug: string,
  id: string,
): Promise<{ name: string; mime: string; bytes: Buffer }> {
  const row = await getMeetingFor(scope, slug, 'meeting.see')
  const photo = await files.findMeetingFile(scope.db, row.id, id)
  const vote = photo ? undefined : (await decided.listVotes(scope.db, row.id)).find((one) => one.decisionId === id)
  const hash = photo?.what === 'photo' ? photo.fileHash : vote?.sheetFile
  const file = hash ? await readFile(scope.db, hash) : undefined
  if (!file) throw new Refused('not-found')
  return { name: photo?.name ?? vote?.sheetName ?? 'lembar', mime: file.mime, bytes: file.bytes }
}

function refuseOnceSigned(row: PlacedMeeting): void {
  if (row.signedAt) throw new Refused('conflict', 'meeting-signed')
}
