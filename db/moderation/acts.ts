import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { ReviewRow, ReviewTable, TextReportRow, TextReportTable, VerdictRow, VerdictTable } from './tables.ts'

export async function insertReport(db: Transaction, report: Insertable<TextReportTable>): Promise<void> {
  await db.insertInto('textReport').values(report).execute()
}

/** The oldest first. */
export function listReportsOf(db: Database, moderatedId: string): Promise<TextReportRow[]> {
  return db
    .selectFrom('textReport')
    .selectAll()
    .where('moderatedId', '=', moderatedId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function settleReports(db: Transaction, moderatedId: string, at: string): Promise<void> {
  await db
    .updateTable('textReport')
    .set({ settledAt: at })
    .where('moderatedId', '=', moderatedId)
    .where('settledAt', 'is', null)
    .execute()
}

export async function insertVerdict(db: Transaction, verdict: Insertable<VerdictTable>): Promise<void> {
  await db.insertInto('verdict').values(verdict).execute()
}

/** The oldest first. */
export function listVerdictsOf(db: Database, moderatedId: string): Promise<VerdictRow[]> {
  return db
    .selectFrom('verdict')
    .selectAll()
    .where('moderatedId', '=', moderatedId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The last verdict of each text that took something from sight: what its readers are told the reason of. */
export function listReasons(
  db: Database,
  moderatedIds: string[],
): Promise<Pick<VerdictRow, 'moderatedId' | 'reason' | 'at'>[]> {
  if (moderatedIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('verdict')
    .select(['moderatedId', 'reason', 'at'])
    .where('moderatedId', 'in', moderatedIds)
    .where('what', 'in', ['hidden', 'masked'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertReview(db: Transaction, review: Insertable<ReviewTable>): Promise<void> {
  await db.insertInto('review').values(review).execute()
}

export async function updateReview(db: Transaction, id: string, change: Updateable<ReviewTable>): Promise<void> {
  await db.updateTable('review').set(change).where('id', '=', id).execute()
}

/** The oldest first. */
export function listReviewsOf(db: Database, moderatedId: string): Promise<ReviewRow[]> {
  return db
    .selectFrom('review')
    .selectAll()
    .where('moderatedId', '=', moderatedId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

/** What people wrote about a text, which may repeat what stood in it. */
export async function eraseWords(db: Transaction, moderatedId: string): Promise<void> {
  await db.updateTable('textReport').set({ note: null }).where('moderatedId', '=', moderatedId).execute()
  await db.updateTable('verdict').set({ note: null }).where('moderatedId', '=', moderatedId).execute()
  await db.updateTable('review').set({ statement: '', note: null }).where('moderatedId', '=', moderatedId).execute()
}
