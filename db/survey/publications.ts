import type { Database, Transaction } from '../database.ts'
import type { PublicationRow } from './tables.ts'

/** Every version of a survey's result, the first one first. */
export function listPublications(db: Database, surveyId: string): Promise<PublicationRow[]> {
  return db.selectFrom('publication').selectAll().where('surveyId', '=', surveyId).orderBy('version').execute()
}

/** The last versions that carry a result, for several surveys at once. */
export async function listStandingPublications(db: Database, surveyIds: string[]): Promise<PublicationRow[]> {
  if (surveyIds.length === 0) return []
  return db
    .selectFrom('publication')
    .selectAll()
    .where('surveyId', 'in', surveyIds)
    .where('kind', '!=', 'withdrawal')
    .where((eb) =>
      eb(
        'version',
        '=',
        eb
          .selectFrom('publication as later')
          .select((later) => later.fn.max('later.version').as('version'))
          .whereRef('later.surveyId', '=', 'publication.surveyId')
          .where('later.kind', '!=', 'withdrawal'),
      ),
    )
    .execute()
}

export async function insertPublication(db: Transaction, publication: PublicationRow): Promise<void> {
  await db.insertInto('publication').values(publication).execute()
}

/** A version with what its announcement says of the survey. */
export type AnnouncedRow = PublicationRow & { slug: string }

/** The latest versions of any kind, of one region or of all, the newest first. */
export function listLatestPublications(
  db: Database,
  { region, limit }: { region?: string | undefined; limit: number },
): Promise<AnnouncedRow[]> {
  return db
    .selectFrom('publication')
    .innerJoin('survey', 'survey.id', 'publication.surveyId')
    .innerJoin('region', 'region.code', 'survey.regionCode')
    .selectAll('publication')
    .select('survey.slug')
    .$if(region !== undefined, (query) => query.where('region.slug', '=', region ?? ''))
    .orderBy('publication.publishedAt', 'desc')
    .orderBy('publication.id')
    .limit(limit)
    .execute()
}
