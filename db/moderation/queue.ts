import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import type { Database, Tables } from '../database.ts'
import type { ModeratedRow, TextReportRow, Waiting } from './tables.ts'

/** The places whose texts somebody may see; `everywhere` is the whole portal. */
export interface Reach {
  everywhere: boolean
  regionCodes: string[]
  institutionPaths: string[]
  unitIds: string[]
}

export interface QueueFilter {
  reach: Reach
  waiting?: Waiting
  regionCode?: string
  /** Of an open report, or why it was held. */
  reason?: string
  /** Only what has waited since before this instant. */
  waitingBefore?: string
}

/** What has waited longest comes first. `after` is the last row of the page before. */
export function listWaiting(
  db: Database,
  filter: QueueFilter,
  { after, limit }: { after?: { waitingSince: string; id: string }; limit: number },
): Promise<ModeratedRow[]> {
  return filtered(db.selectFrom('moderated').selectAll(), filter)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(waiting_since, id) > (${after?.waitingSince ?? ''}, ${after?.id ?? ''})`),
    )
    .orderBy('waitingSince')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** How many wait, by what they wait for. */
export async function countWaiting(db: Database, filter: QueueFilter): Promise<Record<Waiting, number>> {
  const rows = await filtered(
    db.selectFrom('moderated').select((eb) => ['waiting', eb.cast<number>(eb.fn.countAll(), 'integer').as('texts')]),
    filter,
  )
    .groupBy('waiting')
    .execute()
  const counts = { held: 0, report: 0, review: 0 }
  for (const { waiting, texts } of rows) if (waiting) counts[waiting] = texts
  return counts
}

function filtered<O>(
  query: SelectQueryBuilder<Tables, 'moderated', O>,
  { reach, waiting, regionCode, reason, waitingBefore }: QueueFilter,
): SelectQueryBuilder<Tables, 'moderated', O> {
  return query
    .where('waiting', 'is not', null)
    .$if(!reach.everywhere, (some) => some.where((eb) => eb.or(placesIn(eb, reach))))
    .$if(waiting !== undefined, (some) => some.where('waiting', '=', waiting ?? 'held'))
    .$if(regionCode !== undefined, (some) => some.where((eb) => eb.or(regionIn(eb, regionCode ?? ''))))
    .$if(waitingBefore !== undefined, (some) => some.where('waitingSince', '<', waitingBefore ?? ''))
    .$if(reason !== undefined, (some) =>
      some.where((eb) =>
        eb.or([
          eb('heldFor', 'like', `%"${reason}"%`),
          eb.exists(
            eb
              .selectFrom('textReport')
              .select('textReport.id')
              .whereRef('textReport.moderatedId', '=', 'moderated.id')
              .where('textReport.settledAt', 'is', null)
              .where('textReport.reason', '=', reason ?? ''),
          ),
        ]),
      ),
    )
}

type OfText = ExpressionBuilder<Tables, 'moderated'>

function placesIn(eb: OfText, { regionCodes, institutionPaths, unitIds }: Reach) {
  return [
    eb.lit(false),
    ...regionCodes.flatMap((code) => regionIn(eb, code)),
    ...institutionPaths.map((path) => eb('institutionPath', 'like', `${path}%`)),
    ...(unitIds.length > 0 ? [eb('unitId', 'in', unitIds)] : []),
  ]
}

function regionIn(eb: OfText, code: string) {
  return [eb('regionCode', '=', code), eb('regionCode', 'like', `${code}.%`)]
}

/** Reports that nobody has looked at, of these texts. */
export function listOpenReports(db: Database, moderatedIds: string[]): Promise<TextReportRow[]> {
  if (moderatedIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('textReport')
    .selectAll()
    .where('moderatedId', 'in', moderatedIds)
    .where('settledAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
