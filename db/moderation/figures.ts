/** What was decided, for the public log, the monthly figures, and whoever checks them. Never a text. */
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { ReviewRow, VerdictKind, VerdictRow } from './tables.ts'

export type LoggedVerdict = Pick<
  VerdictRow,
  'id' | 'moderatedId' | 'regionCode' | 'what' | 'reason' | 'waitedFor' | 'at'
> & {
  title: string
  path: string
  subjectKind: string
}

/** What people decided, the latest first; of one region and what lies in it, or of all. */
export function listVerdictsBefore(
  db: Database,
  { regionCode, before, limit }: { regionCode?: string; before?: { at: string; id: string }; limit: number },
): Promise<LoggedVerdict[]> {
  return db
    .selectFrom('verdict')
    .innerJoin('moderated', 'moderated.id', 'verdict.moderatedId')
    .select(['verdict.id', 'moderatedId', 'verdict.regionCode', 'what', 'reason', 'waitedFor', 'at'])
    .select(['title', 'path', 'subjectKind'])
    .where('what', '!=', 'held')
    .$if(regionCode !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('verdict.regionCode', '=', regionCode ?? ''), eb('verdict.regionCode', 'like', `${regionCode}.%`)]),
      ),
    )
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(verdict.at, verdict.id) < (${before?.at ?? ''}, ${before?.id ?? ''})`),
    )
    .orderBy('at', 'desc')
    .orderBy('verdict.id', 'desc')
    .limit(limit)
    .execute()
}

export interface CountedActs {
  /** The hour, as its instant's first thirteen signs. */
  hour: string
  what: VerdictKind | 'reported' | 'review-asked'
  reason: string | null
  acts: number
}

/** Acts of a region and what lies in it, or of all, by hour, so that months can be cut in any zone. */
export async function countActs(db: Database, regionCode = ''): Promise<CountedActs[]> {
  const { rows } = await sql<CountedActs>`
    select hour as "hour", what as "what", reason as "reason", cast(count(*) as integer) as "acts" from (
      select substr(at, 1, 13) as hour, what, reason, region_code from verdict
      union all select substr(at, 1, 13), 'reported', reason, region_code from text_report
      union all select substr(asked_at, 1, 13), 'review-asked', null, region_code from review
    ) as act
    where ${regionCode} = '' or region_code = ${regionCode} or region_code like ${`${regionCode}.%`}
    group by hour, what, reason order by hour, what, reason`.execute(db.withoutPlugins())
  return rows
}

/** How long each text waited for a person, in minutes, and when that ended. */
export function listWaits(db: Database, regionCode = ''): Promise<{ at: string; waitedMinutes: number | null }[]> {
  return db
    .selectFrom('verdict')
    .select(['at', 'waitedMinutes'])
    .where('waitedMinutes', 'is not', null)
    .$if(regionCode !== '', (query) =>
      query.where((eb) => eb.or([eb('regionCode', '=', regionCode), eb('regionCode', 'like', `${regionCode}.%`)])),
    )
    .execute()
}

export interface TalliedActs {
  id: string
  what: string
  reason: string | null
  acts: number
}

/** Acts by text, as the rows have them. */
export async function tallyRows(db: Database): Promise<TalliedActs[]> {
  const { rows } = await sql<TalliedActs>`
    select id as "id", what as "what", reason as "reason", cast(count(*) as integer) as "acts" from (
      select moderated_id as id, what, reason from verdict
      union all select moderated_id, 'reported', reason from text_report
      union all select moderated_id, 'review-asked', null from review
    ) as act group by id, what, reason`.execute(db.withoutPlugins())
  return rows
}

/** The same as the ledger has them; a reason is JSON. */
export async function tallyEntries(db: Database): Promise<TalliedActs[]> {
  const { rows } = await sql<TalliedActs>`
    select subject as "id", kind as "what", entry_field.value as "reason", cast(count(*) as integer) as "acts"
    from entry left join entry_field on entry_field.seq = entry.seq and entry_field.name = 'reason'
    where kind like 'moderation.%' and kind <> 'moderation.original-seen'
    group by subject, kind, entry_field.value`.execute(db.withoutPlugins())
  return rows
}

/** Each text that anything was decided about, with how it stands, a page at a time. */
export function listJudged(
  db: Database,
  afterId: string,
  limit: number,
): Promise<{ id: string; state: string; rendition: string | null; waiting: string | null }[]> {
  return db
    .selectFrom('moderated')
    .select(['id', 'state', 'rendition', 'waiting'])
    .where('id', '>', afterId)
    .where((eb) =>
      eb.or([
        eb('state', '!=', 'shown'),
        eb('waiting', 'is not', null),
        eb('rendition', 'is not', null),
        eb.exists(eb.selectFrom('verdict').select('verdict.id').whereRef('verdict.moderatedId', '=', 'moderated.id')),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** What happened to texts, in order. */
export function listVerdictsOfMany(db: Database, moderatedIds: string[]): Promise<VerdictRow[]> {
  if (moderatedIds.length === 0) return Promise.resolve([])
  const query = db.selectFrom('verdict').selectAll().where('moderatedId', 'in', moderatedIds)
  return query.orderBy('at').orderBy('id').execute()
}

export function listReviewsOfMany(db: Database, moderatedIds: string[]): Promise<ReviewRow[]> {
  if (moderatedIds.length === 0) return Promise.resolve([])
  const query = db.selectFrom('review').selectAll().where('moderatedId', 'in', moderatedIds)
  return query.orderBy('askedAt').orderBy('id').execute()
}
