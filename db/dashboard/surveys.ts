import type { Reader } from './reader.ts'

/** Of each survey what a region's page needs to place it: whose, when, and how far it has come. */
export type PlacedRun = Awaited<ReturnType<typeof listSurveysOfRegion>>[number]

/** Every survey of a region that was ever opened, by first day, the earliest first. */
export function listSurveysOfRegion(db: Reader, regionCode: string) {
  return db
    .selectFrom('survey')
    .leftJoin('service', 'service.id', 'survey.serviceId')
    .where('survey.regionCode', '=', regionCode)
    .where('survey.openedAt', 'is not', null)
    .select([
      'survey.id',
      'survey.unitId',
      'survey.slug',
      'survey.title',
      'survey.period',
      'survey.startsAt',
      'survey.endsAt',
      'survey.openedAt',
      'survey.publishedAt',
      'survey.withdrawnAt',
      'service.name as serviceName',
    ])
    .orderBy('survey.startsAt')
    .orderBy('survey.id')
    .execute()
}

/** A published version without its figures. */
export type PublicationLine = Awaited<ReturnType<typeof listPublicationsOfUnit>>[number]

/** Every version that a unit ever published, the newest first. */
export function listPublicationsOfUnit(db: Reader, unitId: string) {
  return db
    .selectFrom('publication')
    .innerJoin('survey', 'survey.id', 'publication.surveyId')
    .leftJoin('service', 'service.id', 'survey.serviceId')
    .where('survey.unitId', '=', unitId)
    .select([
      'survey.slug',
      'survey.period',
      'service.name as serviceName',
      'publication.version',
      'publication.kind',
      'publication.reason',
      'publication.publishedAt',
    ])
    .orderBy('publication.publishedAt', 'desc')
    .orderBy('publication.version', 'desc')
    .orderBy('survey.slug')
    .execute()
}
