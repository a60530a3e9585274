/** The one list of what waits for a moderator: held texts, reported ones, and reviews that writers asked for. */
import { listRegions } from '#db/directory/regions.ts'
import * as queue from '#db/moderation/queue.ts'
import { listReviewsOfMany, listVerdictsOfMany } from '#db/moderation/figures.ts'
import type { ModeratedRow, TextReportRow, TextState, Waiting } from '#db/moderation/tables.ts'
import { grantedPlaces, mayAnywhere } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { mayDo } from './judging.ts'
import { promisedDay } from './rules/promises.ts'
import type { Suspicion } from './rules/suspicion.ts'

const PAGE = 20
export const WAITING_KINDS = ['held', 'report', 'review'] as const satisfies readonly Waiting[]

export interface WaitingText {
  id: string
  /** What the public reads, or would. */
  text: string
  title: string
  path: string
  region: { code: string; name: string }
  state: TextState
  waiting: Waiting
  since: string
  /** Whole days that it has waited. */
  days: number
  promisedBy: string
  late: boolean
  heldFor: Suspicion[]
  /** Open reports, by reason. */
  reports: { reason: string; count: number }[]
  /** Whether the actor may decide about it: not again about what they decided themselves. */
  mine: boolean
}

export interface QueueQuery {
  waiting?: Waiting
  region?: string
  reason?: string
  /** Waited for so many whole days at least. */
  days?: number
  cursor?: string
}

/** Of the actor's own places. @throws Refused forbidden */
export async function listQueue(
  scope: Scope,
  { waiting, region, reason, days, cursor }: QueueQuery,
  limit = PAGE,
): Promise<{ items: WaitingText[]; next: string | null; counts: Record<Waiting, number> }> {
  const { db, now } = scope
  if (!mayAnywhere(scope.actor, 'moderation.see')) throw new Refused('forbidden')
  const filter: queue.QueueFilter = {
    reach: grantedPlaces(scope.actor, 'moderation.see'),
    ...(waiting ? { waiting } : {}),
    ...(region ? { regionCode: region } : {}),
    ...(reason ? { reason } : {}),
    ...(days ? { waitingBefore: new Date(now.getTime() - days * 86_400_000).toISOString() } : {}),
  }
  const after = readCursor(cursor)
  const rows = await queue.listWaiting(db, filter, { ...(after ? { after } : {}), limit: limit + 1 })
  const { waiting: _, ...whole } = filter
  const counts = await queue.countWaiting(db, whole)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await waitingTexts(scope, shown),
    next: last && rows.length > limit ? `${last.waitingSince}_${last.id}` : null,
    counts,
  }
}

function readCursor(cursor = ''): { waitingSince: string; id: string } | undefined {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{32})$/.exec(cursor)
  return found ? { waitingSince: found[1] ?? '', id: found[2] ?? '' } : undefined
}

export async function waitingTexts(scope: Scope, rows: ModeratedRow[]): Promise<WaitingText[]> {
  const { db, now, actor } = scope
  const ids = rows.map(({ id }) => id)
  const regions = new Map((await listRegions(db)).map((region) => [region.code, region]))
  const reports = Map.groupBy(await queue.listOpenReports(db, ids), ({ moderatedId }) => moderatedId)
  const reviews = (await listReviewsOfMany(db, ids)).filter(({ outcome }) => outcome === null)
  const verdicts = new Map((await listVerdictsOfMany(db, ids)).map((verdict) => [verdict.id, verdict]))
  return rows.map((row): WaitingText => {
    const region = regions.get(row.regionCode)
    const zone = region?.timezone ?? 'Asia/Jakarta'
    const review = reviews.find(({ moderatedId }) => moderatedId === row.id)
    const waiting = row.waiting ?? 'report'
    const since = row.waitingSince ?? row.arrivedAt
    const promised = waiting === 'review' ? review?.promisedBy : row.promisedBy
    const promisedBy = (waiting !== 'report' && promised) || promisedDay('report', new Date(since), zone)
    const own = review && verdicts.get(review.verdictId)?.byAccount === actor?.accountId
    return {
      id: row.id,
      text: row.rendition ?? row.text,
      title: row.title,
      path: row.path,
      region: { code: row.regionCode, name: region?.name ?? row.regionCode },
      state: row.state,
      waiting,
      since,
      days: Math.floor((now.getTime() - Date.parse(since)) / 86_400_000),
      promisedBy,
      late: promisedBy < dayIn(now, zone),
      heldFor: JSON.parse(row.heldFor ?? '[]') as Suspicion[],
      reports: countReasons(reports.get(row.id) ?? []),
      mine: mayDo(scope, 'moderation.judge', row) && !own,
    }
  })
}

export function countReasons(reports: TextReportRow[]): { reason: string; count: number }[] {
  return [...Map.groupBy(reports, ({ reason }) => reason)].map(([reason, some]) => ({ reason, count: some.length }))
}
