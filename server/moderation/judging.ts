/**
 * What a person decides about a text. Nothing is deleted: a hidden text can be shown again, and its writer always sees it.
 * Each decision leaves a verdict with its reason, and an entry in the ledger without the text and without who wrote it.
 */
import { insertVerdict, listVerdictsOf, settleReports } from '#db/moderation/acts.ts'
import { lockModerated, updateModerated } from '#db/moderation/texts.ts'
import type { ModeratedRow, VerdictKind } from '#db/moderation/tables.ts'
import type { Transaction } from '#db/database.ts'
import { may, type Action, type Place } from '../access.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { queueMail } from '../notice/outbox.ts'
import { localeOr } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { cover, piecesOf } from './rules/masking.ts'
import { judgementSchema, MOST_AT_ONCE, type Judgement, type JudgementInput } from './schema.ts'

export function placeOfText({ regionCode, institutionPath, unitId }: ModeratedRow): Place {
  return { regionCode, ...(institutionPath ? { institutionPath } : {}), ...(unitId ? { unitId } : {}) }
}

export function mayDo({ actor }: Pick<Scope, 'actor'>, action: Action, row: ModeratedRow): boolean {
  return may(actor, action, placeOfText(row))
}

/** How a text stands, in a word that changes with each decision: who decides says which one they saw. */
export function standing({ state, waiting, rendition }: Pick<ModeratedRow, 'state' | 'waiting' | 'rendition'>): string {
  return [state, waiting ?? 'settled', ...(rendition === null ? [] : ['masked'])].join('.')
}

/**
 * One decision about one text. Issues: see `judgementSchema`; pieces: piece-short, piece-missing; form: meanwhile, no-change,
 * in-review. @throws Refused not-found, forbidden
 */
export async function judge(scope: Scope, id: string, input: JudgementInput): Promise<Outcome<object>> {
  const reading = readInput(judgementSchema, input)
  return transaction(scope, async (inner): Promise<Outcome<object>> => {
    const row = await lockJudged(inner, id)
    if (!reading.ok) return reading
    const issues = await decide(inner, row, reading.value)
    return issues ? { ok: false, issues, values: reading.values } : { ok: true }
  })
}

/**
 * The same about many at once, all or none of what may be done: a text that somebody else has decided about meanwhile is left
 * alone and counted. Issues: see `judgementSchema`; ids: none, too-many. @throws Refused not-found, forbidden
 */
export async function judgeMany(
  scope: Scope,
  ids: string[],
  input: JudgementInput,
): Promise<Outcome<{ done: number; left: number }>> {
  const reading = readInput(judgementSchema, input)
  if (!reading.ok) return reading
  const { value, values } = reading
  const wanted = [...new Set(ids)]
  const wrong = wanted.length === 0 ? 'none' : wanted.length > MOST_AT_ONCE ? 'too-many' : undefined
  if (wrong || value.act === 'mask') return { ok: false, issues: { ids: wrong ?? 'too-many' }, values }
  return transaction(scope, async (inner) => {
    let done = 0
    // In one order, so that two who act at once wait for each other and never in a ring.
    for (const id of wanted.toSorted()) {
      const row = await lockJudged(inner, id)
      if (row.waiting === null || row.waiting === 'review') continue
      if (!(await decide(inner, row, value))) done += 1
    }
    return { ok: true as const, done, left: wanted.length - done }
  })
}

async function lockJudged(scope: Scope<Transaction>, id: string): Promise<ModeratedRow> {
  const row = await lockModerated(scope.db, id)
  if (!row || row.erasedAt !== null) throw new Refused('not-found')
  if (!mayDo(scope, 'moderation.judge', row)) throw new Refused('forbidden')
  return row
}

/** @returns what is wrong, if anything. */
async function decide(scope: Scope<Transaction>, row: ModeratedRow, judgement: Judgement): Promise<Issues | undefined> {
  if (judgement.seen !== '' && judgement.seen !== standing(row)) return { form: 'meanwhile' }
  if (row.waiting === 'review') return { form: 'in-review' }
  switch (judgement.act) {
    case 'show':
      if (row.state === 'shown' && row.waiting === null) return { form: 'no-change' }
      await settle(scope, row, { what: 'shown' }, { state: 'shown' })
      return undefined
    case 'hide':
      if (row.state === 'hidden') return { form: 'no-change' }
      await settle(scope, row, { what: 'hidden', reason: judgement.reason, note: judgement.note }, { state: 'hidden' })
      return undefined
    case 'unmask':
      if (row.rendition === null) return { form: 'no-change' }
      await settle(scope, row, { what: 'unmasked' }, { rendition: null })
      return undefined
    case 'mask':
      return mask(scope, row, judgement)
  }
}

/** Covers further pieces of what the public reads; a text that was held is shown with them covered. */
async function mask(
  scope: Scope<Transaction>,
  row: ModeratedRow,
  { pieces: lines, note }: Judgement & { act: 'mask' },
): Promise<Issues | undefined> {
  if (row.state === 'hidden') return { form: 'no-change' }
  const pieces = piecesOf(lines)
  if (pieces.some((piece) => piece.length < 2)) return { pieces: 'piece-short' }
  const { rendition, missing } = cover(row.rendition ?? row.text, pieces)
  if (missing.length > 0) return { pieces: 'piece-missing' }
  await settle(scope, row, { what: 'masked', reason: 'personal-data', note }, { rendition, state: 'shown' })
  return undefined
}

interface Given {
  what: VerdictKind
  reason?: string
  note?: string
}

/** Writes the verdict, ends the waiting, tells the writer who left an address, and records the act. */
export async function settle(
  { db, now, actor, record }: Scope<Transaction>,
  row: ModeratedRow,
  { what, reason, note }: Given,
  change: Partial<Pick<ModeratedRow, 'state' | 'rendition'>>,
): Promise<void> {
  const { id, regionCode, waiting, waitingSince } = row
  const at = await nextInstant(db, id, now)
  const waitedMinutes = waitingSince
    ? Math.max(0, Math.round((now.getTime() - Date.parse(waitingSince)) / 60_000))
    : null
  await updateModerated(db, id, { ...change, waiting: null, waitingSince: null, reports: 0 })
  if (row.reports > 0) await settleReports(db, id, at)
  const verdict = { id: newId(), moderatedId: id, regionCode, what, reason: reason ?? null, note: note ?? null }
  const byAccount = actor?.accountId ?? null
  await insertVerdict(db, { ...verdict, waitedFor: waiting, waitedMinutes, byAccount, at })
  if (row.authorEmail && (what !== 'shown' || row.state !== 'shown')) {
    await queueMail(
      { db, now },
      { kind: 'moderation.decided', locale: localeOr(row.authorLocale), verdictId: verdict.id, textId: id },
    )
  }
  const fields = { about: row.subjectKind, region: regionCode, title: row.title, ...(reason ? { reason } : {}) }
  record({ kind: `moderation.${what}`, subject: id, fields })
}

/** The present, or just behind the last verdict on the text: their order says how it stands. */
async function nextInstant(db: Transaction, id: string, now: Date): Promise<string> {
  const last = (await listVerdictsOf(db, id)).at(-1)
  return new Date(Math.max(now.getTime(), last ? Date.parse(last.at) + 1 : 0)).toISOString()
}
