import type { ExpressionBuilder, Insertable, Updateable } from 'kysely'
import type { Database, Tables } from '../database.ts'
import type { SurveyRow, SurveyTable } from './tables.ts'

/** A survey with what its page says of the place it belongs to. */
export type PlacedSurveyRow = Awaited<ReturnType<typeof selectPlaced>>

export function findSurveyBySlug(db: Database, slug: string): Promise<PlacedSurveyRow | undefined> {
  return placedSurveys(db).where('survey.slug', '=', slug).executeTakeFirst()
}

export function findSurveyById(db: Database, id: string): Promise<PlacedSurveyRow | undefined> {
  return placedSurveys(db).where('survey.id', '=', id).executeTakeFirst()
}

export function findSurveyByShortCode(db: Database, shortCode: string): Promise<PlacedSurveyRow | undefined> {
  return placedSurveys(db).where('survey.shortCode', '=', shortCode).executeTakeFirst()
}

export async function findSurveyId(db: Database, slug: string): Promise<string | undefined> {
  const row = await db.selectFrom('survey').select('id').where('slug', '=', slug).executeTakeFirst()
  return row?.id
}

/** All that decides whether an answer may still enter. */
export type SurveyGate = Pick<SurveyRow, 'id' | 'openedAt' | 'startsAt' | 'endsAt' | 'handedInAt'>

export function listSurveyGates(db: Database, ids: string[]): Promise<SurveyGate[]> {
  return db
    .selectFrom('survey')
    .select(['id', 'openedAt', 'startsAt', 'endsAt', 'handedInAt'])
    .where('id', 'in', ids)
    .execute()
}

export async function insertSurvey(db: Database, survey: Insertable<SurveyTable>): Promise<void> {
  await db.insertInto('survey').values(survey).execute()
}

export async function updateSurvey(db: Database, id: string, change: Updateable<SurveyTable>): Promise<void> {
  await db.updateTable('survey').set(change).where('id', '=', id).execute()
}

/** Says whether it still was a draft. */
export async function updateDraft(db: Database, id: string, change: Updateable<SurveyTable>): Promise<boolean> {
  const result = await db
    .updateTable('survey')
    .set(change)
    .where('id', '=', id)
    .where('openedAt', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function listSurveySlugs(db: Database, beginning: string): Promise<string[]> {
  const rows = await db.selectFrom('survey').select('slug').where('slug', 'like', `${beginning}%`).execute()
  return rows.map((row) => row.slug)
}

export async function isShortCodeTaken(db: Database, shortCode: string): Promise<boolean> {
  return (
    (await db.selectFrom('survey').select('id').where('shortCode', '=', shortCode).executeTakeFirst()) !== undefined
  )
}

/** Every survey that was ever opened, by its id. */
export async function listOpenedSurveys(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('survey').select('id').where('openedAt', 'is not', null).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Surveys that have been opened and not handed in: the only ones whose answers may wait. */
export async function listCollectingSurveys(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('survey')
    .select('id')
    .where('openedAt', 'is not', null)
    .where('handedInAt', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

export interface SurveyFilter {
  state?: string
  instrument?: string
  region?: string
  unit?: string
  /** Places whose drafts are to be listed too; null lists no draft. */
  places?: { everywhere: boolean; regionCodes: string[]; institutionPaths: string[]; unitIds: string[] } | null
  now: string
  after?: { startsAt: string; id: string }
  limit: number
}

/** Surveys by their first day, the latest first. */
export function listSurveys(db: Database, filter: SurveyFilter): Promise<PlacedSurveyRow[]> {
  const { state, instrument, region, unit, places, now, after } = filter
  return placedSurveys(db)
    .$if(state !== undefined, (query) => query.where((eb) => inState(eb, state ?? '', now)))
    .$if(instrument !== undefined, (query) => query.where('instrument.key', '=', instrument ?? ''))
    .$if(region !== undefined, (query) => query.where('region.slug', '=', region ?? ''))
    .$if(unit !== undefined, (query) => query.where('unit.slug', '=', unit ?? ''))
    .$if(!places, (query) => query.where('survey.openedAt', 'is not', null))
    .$if(places !== undefined && places !== null && !places.everywhere, (query) =>
      query.where((eb) =>
        eb.or([
          ...(places?.regionCodes ?? []).flatMap((code) => [
            eb('survey.regionCode', '=', code),
            eb('survey.regionCode', 'like', `${code}.%`),
          ]),
          ...(places?.institutionPaths ?? []).map((path) => eb('institution.path', 'like', `${path}%`)),
          ...(places?.unitIds ?? []).map((id) => eb('survey.unitId', '=', id)),
        ]),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('survey.startsAt', '<', after?.startsAt ?? ''),
          eb.and([eb('survey.startsAt', '=', after?.startsAt ?? ''), eb('survey.id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('survey.startsAt', 'desc')
    .orderBy('survey.id', 'desc')
    .limit(filter.limit)
    .execute()
}

/** The published surveys of a unit that still stand, by their first day, the earliest first. */
export function listPublishedSurveys(db: Database, unitId: string): Promise<PlacedSurveyRow[]> {
  return placedSurveys(db)
    .where('survey.unitId', '=', unitId)
    .where('survey.publishedAt', 'is not', null)
    .where('survey.withdrawnAt', 'is', null)
    .orderBy('survey.startsAt')
    .orderBy('survey.id')
    .execute()
}

type Gate = ExpressionBuilder<Tables, 'survey'>

/** The same as `surveyState`, asked of the database. */
function inState(eb: Gate, state: string, now: string) {
  const running = [
    eb('survey.openedAt', 'is not', null),
    eb('survey.publishedAt', 'is', null),
    eb('survey.withdrawnAt', 'is', null),
  ]
  switch (state) {
    case 'draft':
      return eb('survey.openedAt', 'is', null)
    case 'scheduled':
      return eb.and([...running, eb('survey.startsAt', '>', now)])
    case 'open':
      return eb.and([...running, eb('survey.startsAt', '<=', now), eb('survey.endsAt', '>', now)])
    case 'closed':
      return eb.and([...running, eb('survey.endsAt', '<=', now)])
    case 'handed-in':
      return eb.and([...running, eb('survey.handedInAt', 'is not', null)])
    case 'published':
      return eb.and([eb('survey.publishedAt', 'is not', null), eb('survey.withdrawnAt', 'is', null)])
    default:
      return eb('survey.withdrawnAt', 'is not', null)
  }
}

function selectPlaced(db: Database) {
  return placedSurveys(db).executeTakeFirstOrThrow()
}

function placedSurveys(db: Database) {
  return db
    .selectFrom('survey')
    .innerJoin('region', 'region.code', 'survey.regionCode')
    .innerJoin('unit', 'unit.id', 'survey.unitId')
    .innerJoin('institution', 'institution.id', 'unit.institutionId')
    .innerJoin('instrument', 'instrument.id', 'survey.instrumentId')
    .leftJoin('service', 'service.id', 'survey.serviceId')
    .selectAll('survey')
    .select([
      'region.slug as regionSlug',
      'region.name as regionName',
      'region.timezone',
      'region.sample',
      'unit.slug as unitSlug',
      'unit.name as unitName',
      'unit.sector as unitSector',
      'institution.name as institutionName',
      'institution.path as institutionPath',
      'service.slug as serviceSlug',
      'service.name as serviceName',
      'service.paid as servicePaid',
      'instrument.key as instrumentKey',
      'instrument.version as instrumentVersion',
      'instrument.contentHash as instrumentHash',
    ])
}
