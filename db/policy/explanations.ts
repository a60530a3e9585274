import type { Insertable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { PolicyQuestionRow, PolicyQuestionTable, PolicyStageRow, PolicyStageTable } from './tables.ts'

export function listPolicyStages(db: Database, policyId: string): Promise<PolicyStageRow[]> {
  return db.selectFrom('policyStage').selectAll().where('policyId', '=', policyId).orderBy('position').execute()
}

export function listPolicyQuestions(db: Database, policyId: string): Promise<PolicyQuestionRow[]> {
  return db.selectFrom('policyQuestion').selectAll().where('policyId', '=', policyId).orderBy('position').execute()
}

/** Puts these in place of those that were there. */
export async function replaceExplanation(
  db: Transaction,
  policyId: string,
  stages: Insertable<PolicyStageTable>[],
  questions: Insertable<PolicyQuestionTable>[],
): Promise<void> {
  await db.deleteFrom('policyStage').where('policyId', '=', policyId).execute()
  await db.deleteFrom('policyQuestion').where('policyId', '=', policyId).execute()
  if (stages.length > 0) await db.insertInto('policyStage').values(stages).execute()
  if (questions.length > 0) await db.insertInto('policyQuestion').values(questions).execute()
}
