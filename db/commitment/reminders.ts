import type { Database, Transaction } from '../database.ts'
import type { CommitmentReminderTable } from './tables.ts'

/** Whether it was put in: a day that was promised is reminded of once before and once after. */
export async function insertReminder(db: Transaction, row: CommitmentReminderTable): Promise<boolean> {
  const stored = await db
    .insertInto('commitmentReminder')
    .values(row)
    .onConflict((conflict) => conflict.columns(['commitmentId', 'dueOn', 'moment']).doNothing())
    .returning('commitmentId')
    .executeTakeFirst()
  return stored !== undefined
}

/** Of these commitments, what was reminded of. */
export function listReminders(db: Database, commitmentIds: string[]): Promise<CommitmentReminderTable[]> {
  if (commitmentIds.length === 0) return Promise.resolve([])
  return db.selectFrom('commitmentReminder').selectAll().where('commitmentId', 'in', commitmentIds).execute()
}
