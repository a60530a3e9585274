/**
 * Texts of other modules that the public may read. Their owner hands over a copy in the transaction that stores them, and
 * asks what of them may be shown. Nothing here deletes a text because of what it says; only its own module erases one.
 */
import { findRegionByCode } from '#db/directory/regions.ts'
import { eraseWords, insertVerdict, listReasons, settleReports } from '#db/moderation/acts.ts'
import { insertModerated, listModerated, updateModerated } from '#db/moderation/texts.ts'
import type { ModeratedRow, TextState } from '#db/moderation/tables.ts'
import type { Database, Transaction } from '#db/database.ts'
import type { Place } from '../access.ts'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { promisedDay } from './rules/promises.ts'
import { textSuspicions, type Suspicion } from './rules/suspicion.ts'

export interface Subject {
  kind: string
  id: string
}

export interface TakenText {
  subject: Subject
  place: Place & { regionCode: string }
  /** As `publicText` leaves it. */
  text: string
  /** What it was written to, and the address at which it stands, in Indonesian. */
  title: string
  path: string
  /** Whether every text of its place is looked at before it is shown. */
  before: boolean
  /** `locale`: the language in which the writer is told; Indonesian where nobody knows. */
  author: { receiptHash?: string; email?: string; locale?: string | null }
  /** What the way it came gave away: see `arrivalSuspicions`. */
  suspicion?: Suspicion[]
}

/** `promisedBy`: the day by which somebody looks at a held one. */
export interface TakenAs {
  id: string
  state: 'shown' | 'held'
  promisedBy: string | null
}

/** Takes a copy, in the transaction that stores the text. */
export async function takeText(scope: Scope<Transaction>, taken: TakenText): Promise<TakenAs> {
  const [one] = await takeTexts(scope, [taken])
  return one!
}

/** The same for texts that are stored together; answers each in its order. */
export async function takeTexts(scope: Scope<Transaction>, texts: TakenText[]): Promise<TakenAs[]> {
  const days = new Map<string, string>()
  const rows: ReturnType<typeof rowOf>[] = []
  for (const taken of texts) {
    const { regionCode } = taken.place
    const heldFor = suspicionsOf(taken)
    if (heldFor.length > 0) days.set(regionCode, days.get(regionCode) ?? (await promisedIn(scope, regionCode, 'held')))
    rows.push(rowOf(scope, taken, heldFor, heldFor.length > 0 ? days.get(regionCode)! : null))
  }
  await insertModerated(scope.db, rows)
  for (const row of rows) if (row.state === 'held') await noteHeld(scope, row)
  return rows.map(({ id, state, promisedBy }) => ({ id, state, promisedBy }))
}

function suspicionsOf({ suspicion = [], text, before }: TakenText): Suspicion[] {
  return [...new Set([...suspicion, ...textSuspicions(text), ...(before ? ['before' as const] : [])])]
}

/** A text that is held has a day. */
function rowOf({ now }: Scope, taken: TakenText, heldFor: Suspicion[], promisedBy: string | null) {
  const { subject, place, text, title, path, author } = taken
  const held = promisedBy !== null
  const at = now.toISOString()
  return {
    id: newId(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    regionCode: place.regionCode,
    institutionPath: place.institutionPath ?? null,
    unitId: place.unitId ?? null,
    text,
    rendition: null,
    path,
    title,
    state: held ? ('held' as const) : ('shown' as const),
    heldFor: held ? JSON.stringify(heldFor) : null,
    authorCode: author.receiptHash ?? null,
    authorEmail: author.email ?? null,
    authorLocale: author.email ? (author.locale ?? null) : null,
    arrivedAt: at,
    promisedBy,
    waiting: held ? ('held' as const) : null,
    waitingSince: held ? at : null,
    erasedAt: null,
  }
}

async function noteHeld(scope: Scope<Transaction>, row: ReturnType<typeof rowOf>): Promise<void> {
  const { id, subjectKind, regionCode, title, heldFor, arrivedAt: at } = row
  const nobody = { reason: null, note: null, waitedFor: null, waitedMinutes: null, byAccount: null }
  await insertVerdict(scope.db, { id: newId(), moderatedId: id, regionCode, what: 'held', ...nobody, at })
  const fields = { about: subjectKind, region: regionCode, title, why: JSON.parse(heldFor ?? '[]') as string[] }
  scope.record({ kind: 'moderation.held', subject: id, fields })
}

export async function promisedIn(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  regionCode: string,
  kind: Parameters<typeof promisedDay>[0],
): Promise<string> {
  const region = await findRegionByCode(db, regionCode)
  return promisedDay(kind, now, region?.timezone ?? 'Asia/Jakarta')
}

export interface ShownText {
  /** Names the text where it is reported: `pathTo(…, 'reportText', { id })`. */
  id: string
  state: TextState
  /** What the public may read; null while it is held, when it is hidden, and once it is erased. */
  text: string | null
  /** Whether personal data in it are covered. */
  masked: boolean
  /** Why it is hidden, or what is covered in it. */
  reasonCode?: string
}

/** What the public may read of each subject; one that was never handed over is not in the map. Two queries for any number. */
export async function shownTexts(db: Database, kind: string, ids: string[]): Promise<Map<string, ShownText>> {
  const rows = await listModerated(db, kind, ids)
  const touched = rows.filter(({ state, rendition }) => state === 'hidden' || rendition !== null)
  const reasons = new Map(
    (
      await listReasons(
        db,
        touched.map(({ id }) => id),
      )
    ).map(({ moderatedId, reason }) => [moderatedId, reason]),
  )
  return new Map(rows.map((row) => [row.subjectId, shownOf(row, reasons.get(row.id))]))
}

function shownOf(row: ModeratedRow, reason: string | null | undefined): ShownText {
  const { id, state, rendition } = row
  const readable = state === 'shown' && row.erasedAt === null
  const text = readable ? (rendition ?? row.text) : null
  return { id, state, text, masked: rendition !== null, ...(reason ? { reasonCode: reason } : {}) }
}

/** Forgets a copy, its writer and all words about it, in the transaction that erases the text itself. What was done with it stays. */
export async function eraseText({ db, now }: Scope<Transaction>, subject: Subject): Promise<void> {
  const [row] = await listModerated(db, subject.kind, [subject.id])
  if (!row || row.erasedAt !== null) return
  const at = now.toISOString()
  await updateModerated(db, row.id, {
    text: '',
    rendition: null,
    authorCode: null,
    authorEmail: null,
    authorLocale: null,
    waiting: null,
    waitingSince: null,
    reports: 0,
    erasedAt: at,
  })
  await settleReports(db, row.id, at)
  await eraseWords(db, row.id)
}
