import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { CommitmentDisputeRow, CommitmentDisputeTable } from './tables.ts'

/** What moderation calls the reason of a dispute. */
export const DISPUTE_SUBJECT = 'commitment-dispute'

/** In the order in which they came. */
export function listDisputes(db: Database, commitmentId: string): Promise<CommitmentDisputeRow[]> {
  return db
    .selectFrom('commitmentDispute')
    .selectAll()
    .where('commitmentId', '=', commitmentId)
    .orderBy('number')
    .execute()
}

export function findDisputeByReceipt(db: Database, receiptHash: string): Promise<CommitmentDisputeRow | undefined> {
  return db.selectFrom('commitmentDispute').selectAll().where('receiptHash', '=', receiptHash).executeTakeFirst()
}

export async function insertDispute(db: Transaction, row: Insertable<CommitmentDisputeTable>): Promise<void> {
  await db.insertInto('commitmentDispute').values(row).execute()
}

export async function updateDispute(
  db: Transaction,
  id: string,
  change: Updateable<CommitmentDisputeTable>,
): Promise<void> {
  await db.updateTable('commitmentDispute').set(change).where('id', '=', id).execute()
}

/** Of each commitment to which somebody waits for an answer: how many wait, and since when. */
export async function countWaiting(
  db: Database,
  commitmentIds: string[],
): Promise<Map<string, { count: number; since: string }>> {
  if (commitmentIds.length === 0) return new Map()
  const rows = await waitingDisputes(db)
    .select(({ fn }) => ['commitmentId', fn.countAll<number | string>().as('count'), fn.min('at').as('since')])
    .where('commitmentId', 'in', commitmentIds)
    .groupBy('commitmentId')
    .execute()
  return new Map(rows.map(({ commitmentId, count, since }) => [commitmentId, { count: Number(count), since }]))
}

/** Those that the owner must answer: neither answered, nor erased by their writer, nor hidden by a moderator. */
export function waitingDisputes(db: Pick<Database, 'selectFrom'>) {
  return db
    .selectFrom('commitmentDispute')
    .where('commitmentDispute.answeredAt', 'is', null)
    .where('commitmentDispute.reason', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderated')
            .select('moderated.id')
            .where('moderated.subjectKind', '=', DISPUTE_SUBJECT)
            .whereRef('moderated.subjectId', '=', 'commitmentDispute.id')
            .where('moderated.state', '=', 'hidden'),
        ),
      ),
    )
}
