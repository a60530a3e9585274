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

/** Takes a copy, in the transaction that stores the text. `promisedBy`: the day by which somebody looks at a held one. */
export async function takeText(
  scope: Scope<Transaction>,
  taken: TakenText,
): Promise<{ id: string; state: 'shown' | 'held'; promisedBy: string | null }> {
  const { subject, place, text, title, path, author } = taken
  const found: Suspicion[] = [
    ...(taken.suspicion ?? []),
    ...textSuspicions(text),
    ...(taken.before ? ['before' as const] : []),
  ]
  const heldFor = [...new Set(found)]
  const held = heldFor.length > 0
  const id = newId()
  const at = scope.now.toISOString()
  const promisedBy = held ? await promisedIn(scope, place.regionCode, 'held') : null
  await insertModerated(scope.db, {
    id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    regionCode: place.regionCode,
    institutionPath: place.institutionPath ?? null,
    unitId: place.unitId ?? null,
    text,
    rendition: null,
    path,
    title,
    state: held ? 'held' : 'shown',
    heldFor: held ? JSON.stringify(heldFor) : null,
    authorCode: author.receiptHash ?? null,
    authorEmail: author.email ?? null,
    authorLocale: author.email ? (author.locale ?? null) : null,
    arrivedAt: at,
    promisedBy,
    waiting: held ? 'held' : null,
    waitingSince: held ? at : null,
    erasedAt: null,
  })
  if (held) {
    const verdict = { id: newId(), moderatedId: id, regionCode: place.regionCode, what: 'held' as const }
    const nobody = { reason: null, note: null, waitedFor: null, waitedMinutes: null, byAccount: null }
    await insertVerdict(scope.db, { ...verdict, ...nobody, at })
    const fields = { about: subject.kind, region: place.regionCode, title, why: heldFor }
    scope.record({ kind: 'moderation.held', subject: id, fields })
  }
  return { id, state: held ? 'held' : 'shown', promisedBy }
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
