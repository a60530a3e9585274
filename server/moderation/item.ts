/** One text as a moderator sees it before deciding: with its reports, its writer's word, and all that was decided. */
import { listReportsOf, listReviewsOf, listVerdictsOf } from '#db/moderation/acts.ts'
import { findModerated, lockModerated } from '#db/moderation/texts.ts'
import type { ModeratedRow, TextReportRow, VerdictRow } from '#db/moderation/tables.ts'
import { Refused } from '../errors.ts'
import { transaction, type Scope } from '../scope.ts'
import { mayDo, standing } from './judging.ts'
import type { OwnReview } from './own-text.ts'
import { waitingTexts, type WaitingText } from './queue.ts'
import { likelyPersonal } from './rules/masking.ts'

export interface JudgedText extends Omit<WaitingText, 'waiting'> {
  waiting: WaitingText['waiting'] | null
  /** Say it when you decide: it changes with each decision. */
  seen: string
  arrivedAt: string
  erased: boolean
  masked: boolean
  /** Pieces that look like personal data. */
  likely: string[]
  openReports: Pick<TextReportRow, 'reason' | 'note' | 'at'>[]
  verdicts: Pick<VerdictRow, 'what' | 'reason' | 'note' | 'at'>[]
  review: OwnReview | null
  mayJudge: boolean
  /** Whether the actor may see what is covered; doing so is recorded. */
  mayOpen: boolean
}

/** @throws Refused not-found, forbidden */
export async function getJudged(scope: Scope, id: string): Promise<JudgedText> {
  const row = await findVisible(scope, id)
  const [waiting] = await waitingTexts(scope, [row])
  if (!waiting) throw new Refused('not-found')
  const reports = await listReportsOf(scope.db, id)
  const verdicts = await listVerdictsOf(scope.db, id)
  const reviews = await listReviewsOf(scope.db, id)
  return {
    ...waiting,
    waiting: row.waiting,
    seen: standing(row),
    arrivedAt: row.arrivedAt,
    erased: row.erasedAt !== null,
    masked: row.rendition !== null,
    likely: likelyPersonal(waiting.text),
    openReports: reports.filter(({ settledAt }) => settledAt === null),
    verdicts,
    review: reviews.at(-1) ?? null,
    mayJudge: mayDo(scope, 'moderation.judge', row),
    mayOpen: mayOpen(scope, row),
  }
}

/**
 * What was written, under its covers: for the auditor, and for who decides again about a cover. Each look leaves an entry in
 * the ledger that says of which text, and not what it is. @throws Refused not-found, forbidden
 */
export function openOriginal(scope: Scope, id: string): Promise<string> {
  return transaction(scope, async (inner) => {
    const row = await lockModerated(inner.db, id)
    if (!row || row.erasedAt !== null || row.rendition === null) throw new Refused('not-found')
    if (!mayOpen(inner, row)) throw new Refused('forbidden')
    const fields = { about: row.subjectKind, region: row.regionCode, title: row.title }
    inner.record({ kind: 'moderation.original-seen', subject: id, fields })
    return row.text
  })
}

function mayOpen(scope: Pick<Scope, 'actor'>, row: ModeratedRow): boolean {
  if (row.rendition === null || row.erasedAt !== null) return false
  if (mayDo(scope, 'moderation.open-original', row)) return true
  return row.waiting === 'review' && mayDo(scope, 'moderation.judge', row)
}

async function findVisible(scope: Scope, id: string): Promise<ModeratedRow> {
  const row = await findModerated(scope.db, id)
  if (!row) throw new Refused('not-found')
  if (!mayDo(scope, 'moderation.see', row)) throw new Refused('forbidden')
  return row
}
