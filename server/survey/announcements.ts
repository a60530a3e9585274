/** What was published lately: results, corrections and withdrawals, as feeds tell of them. */
import { listLatestPublications } from '#db/survey/publications.ts'
import type { Scope } from '../scope.ts'
import type { Grade } from './rules/skm.ts'
import { readSnapshot } from './snapshot.ts'

const MOST = 50

export interface Announcement {
  id: string
  kind: 'result' | 'correction' | 'withdrawal'
  slug: string
  title: string
  period: string
  region: string
  /** Null where too few answered. */
  ikm: number | null
  grade: Grade | null
  reason: string | null
  publishedAt: string
}

/** The latest fifty, the newest first; `region` is a slug. */
export async function listAnnouncements(
  { db }: Pick<Scope, 'db'>,
  { region }: { region?: string } = {},
): Promise<Announcement[]> {
  const rows = await listLatestPublications(db, { region, limit: MOST })
  return rows.map(({ id, kind, slug, reason, publishedAt, snapshot }) => {
    const { survey, figures } = readSnapshot(snapshot)
    const { title, period } = survey
    const { ikm = null, grade = null } = figures ?? {}
    return { id, kind, slug, title, period, region: survey.region, ikm, grade, reason, publishedAt }
  })
}
