/**
 * A meeting that was held on paper alone and is entered afterwards: seen by its staff while its lists, minutes and decisions
 * are typed, then by everyone at once as held, with what it was entered from and the scans of it.
 */
import { insertMeetingFile, listMeetingFiles } from '#db/musyawarah/hall-files.ts'
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { MeetingFileRow } from '#db/musyawarah/tables.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { answerFile, readFile, storeFile, type GivenFile } from '../files.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { announcementOf } from './announcing.ts'
import { settledSoFar } from './closing.ts'
import { getMeetingFor, holdMeetingFor, instantOf } from './meetings.ts'
import { presenceFields } from './opening.ts'
import { presenceAt } from './presence.ts'
import { paperSchema, finishingSchema, type FinishingInput, type PaperInput } from './record-schema.ts'
import { scanIssue } from './scans.ts'
import { rulesOf } from './views.ts'

const MOST_SCANS = 20

/**
 * Says that one in preparation was held on paper, by which step of its ladder, from what. Issues: provenance: required; step:
 * unknown; form: not-yet; file: file-missing, file-kind, file-too-big. @throws Refused not-found, forbidden, conflict
 */
export async function beginPaperMeeting(
  scope: Scope,
  slug: string,
  input: PaperInput,
  file: GivenFile | undefined,
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(paperSchema, input)
  await getMeetingFor(scope, slug, 'meeting.keep')
  if (!reading.ok) return reading
  const { provenance, step } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    if (row.announcedAt) throw new Refused('conflict', 'meeting-announced')
    if (row.openedAt) throw new Refused('conflict', 'meeting-opened')
    const issues: Issues = {
      ...(row.startsAt > inner.now.toISOString() ? { form: 'not-yet' } : {}),
      ...(step >= rulesOf(row).ladder.length ? { step: 'unknown' } : {}),
    }
    const wrong = (some: Issues) => ({ ok: false as const, issues: some, values: reading.values })
    if (Object.keys(issues).length > 0) return wrong(issues)
    const kept = await keepScan(inner, row, file)
    if (kept) return wrong({ file: kept })
    await updateMeeting(inner.db, row.id, { provenance, step, openedAt: row.startsAt })
    return { ok: true as const, slug }
  })
}

/** A further scan, until everything is entered. Issues: file: file-missing, file-kind, file-too-big, too-many. */
export async function addScan(scope: Scope, slug: string, file: GivenFile | undefined): Promise<Outcome<object>> {
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    refuseUnlessEntering(row)
    const kept = await keepScan(inner, row, file)
    return kept ? { ok: false as const, issues: { file: kept }, values: {} } : { ok: true as const }
  })
}

/**
 * Everything is entered: it is there for everyone, as held. Issues: ended: required, time, ended-first, after-today;
 * proposals: undecided; decisions: unsettled; quorum: quorum-missed. @throws Refused not-found, forbidden, conflict
 */
export async function finishPaperMeeting(
  scope: Scope,
  slug: string,
  input: FinishingInput,
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(finishingSchema, input)
  await getMeetingFor(scope, slug, 'meeting.keep')
  if (!reading.ok) return reading
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    const openedAt = refuseUnlessEntering(row)
    const closedAt = instantOf(dayIn(new Date(openedAt), row.timezone), reading.value.ended, row.timezone)
    const presence = await presenceAt(inner, row)
    const settled = await settledSoFar(inner.db, row)
    const early = closedAt <= openedAt
    const issues: Issues = {
      ...settled.issues,
      ...(early ? { ended: 'ended-first' } : closedAt > inner.now.toISOString() ? { ended: 'after-today' } : {}),
      ...(presence.quorum.met ? {} : { quorum: 'quorum-missed' }),
    }
    if (Object.keys(issues).length > 0) return { ok: false as const, issues, values: reading.values }
    const fields = presenceFields(presence)
    inner.record({ kind: 'musyawarah.announced', subject: row.id, fields: await announcementOf(inner, row) })
    inner.record({ kind: 'musyawarah.opened', subject: row.id, fields: { title: row.title, openedAt, ...fields } })
    inner.record({ kind: 'musyawarah.closed', subject: row.id, fields: { closedAt, ...fields, ...settled.fields } })
    const quorum = JSON.stringify(presence.quorum)
    await updateMeeting(inner.db, row.id, { closedAt, quorum, announcedAt: inner.now.toISOString() })
    return { ok: true as const, slug }
  })
}

/** Scans show names and signatures: for who may read the names. @throws Refused not-found, forbidden */
export async function listScans(scope: Scope, slug: string): Promise<MeetingFileRow[]> {
  const { id } = await getMeetingFor(scope, slug, 'meeting.names')
  return listMeetingFiles(scope.db, id, 'scan')
}

/** @param position from 1. @throws Refused not-found, forbidden */
export async function answerScan(scope: Scope, slug: string, position: number): Promise<Response> {
  const scan = (await listScans(scope, slug)).find((one) => one.position === position)
  const file = scan && (await readFile(scope.db, scan.fileHash))
  if (!file) throw new Refused('not-found')
  return answerFile(file, scan.name)
}

/** @returns when it was opened. @throws Refused conflict */
function refuseUnlessEntering(row: PlacedMeeting): string {
  if (row.provenance === null || !row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
  return row.openedAt
}

/** @returns what is wrong with it, if anything */
async function keepScan(
  scope: Scope<Transaction>,
  { id: meetingId }: PlacedMeeting,
  file: GivenFile | undefined,
): Promise<string | undefined> {
  const issue = file ? scanIssue(file) : 'file-missing'
  if (issue || !file) return issue
  const before = await listMeetingFiles(scope.db, meetingId, 'scan')
  if (before.length >= MOST_SCANS) return 'too-many'
  const stored = await storeFile(scope, file)
  if (!stored.ok) return stored.issue
  const position = (before.at(-1)?.position ?? 0) + 1
  const scan = {
    id: newId(),
    meetingId,
    itemId: null,
    fileHash: stored.hash,
    name: stored.name,
    position,
    caption: null,
  }
  await insertMeetingFile(scope.db, { ...scan, what: 'scan' })
  return undefined
}
