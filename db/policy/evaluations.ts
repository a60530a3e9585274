import type { Insertable, Updateable } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import type { PolicyEvaluationRow, PolicyEvaluationTable, PolicySurveyRow, PolicySurveyTable } from './tables.ts'

/** Of several policies, each one's in their order. */
export function listPolicyEvaluations(db: Database, policyIds: string[]): Promise<PolicyEvaluationRow[]> {
  if (policyIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('policyEvaluation')
    .selectAll()
    .where('policyId', 'in', policyIds)
    .orderBy('policyId')
    .orderBy('number')
    .execute()
}

export async function insertPolicyEvaluation(db: Transaction, row: Insertable<PolicyEvaluationTable>): Promise<void> {
  await db.insertInto('policyEvaluation').values(row).execute()
}

export async function updatePolicyEvaluation(
  db: Transaction,
  id: string,
  change: Updateable<PolicyEvaluationTable>,
): Promise<void> {
  await db.updateTable('policyEvaluation').set(change).where('id', '=', id).execute()
}

/** Linked surveys with what a line of time says of them. */
export type LinkedSurveyRow = PolicySurveyRow & {
  slug: string
  title: string
  period: string
  publishedAt: string | null
}

export function listPolicySurveys(db: Database, policyId: string): Promise<LinkedSurveyRow[]> {
  return db
    .selectFrom('policySurvey')
    .innerJoin('survey', 'survey.id', 'policySurvey.surveyId')
    .selectAll('policySurvey')
    .select(['survey.slug', 'survey.title', 'survey.period', 'survey.publishedAt'])
    .where('policySurvey.policyId', '=', policyId)
    .orderBy('survey.startsAt')
    .orderBy('survey.id')
    .execute()
}

/** A survey is linked once: linked again, it is linked as said last. */
export async function linkPolicySurvey(db: Transaction, row: Insertable<PolicySurveyTable>): Promise<void> {
  await db
    .insertInto('policySurvey')
    .values(row)
    .onConflict((conflict) => conflict.columns(['policyId', 'surveyId']).doUpdateSet({ moment: row.moment }))
    .execute()
}

export async function unlinkPolicySurvey(db: Transaction, policyId: string, surveyId: string): Promise<void> {
  await db.deleteFrom('policySurvey').where('policyId', '=', policyId).where('surveyId', '=', surveyId).execute()
}
