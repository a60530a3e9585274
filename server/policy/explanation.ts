/** How a policy is explained: its stages in plain words, and answers to what residents and civil servants ask. */
import { listPolicyQuestions, listPolicyStages, replaceExplanation } from '#db/policy/explanations.ts'
import { lockPolicy } from '#db/policy/policies.ts'
import type { PolicyQuestionRow, PolicyStageRow } from '#db/policy/tables.ts'
import type { Database } from '#db/database.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { policyToKeep } from './policies.ts'
import { explanationSchema, type ExplanationInput } from './schema.ts'

export interface Explanation {
  stages: Pick<PolicyStageRow, 'title' | 'explanation' | 'watchedBy'>[]
  questions: Pick<PolicyQuestionRow, 'audience' | 'question' | 'answer'>[]
}

export async function getExplanation(db: Database, policyId: string): Promise<Explanation> {
  const stages = await listPolicyStages(db, policyId)
  const questions = await listPolicyQuestions(db, policyId)
  return {
    stages: stages.map(({ title, explanation, watchedBy }) => ({ title, explanation, watchedBy })),
    questions: questions.map(({ audience, question, answer }) => ({ audience, question, answer })),
  }
}

/**
 * Puts these stages and answers in place of those before, in this order. Issues: see `explanationSchema`, by
 * `stages.0.title`. @throws Refused not-found, forbidden
 */
export async function explainPolicy(
  scope: Scope,
  slug: string,
  input: ExplanationInput,
): Promise<Outcome<{ slug: string }>> {
  const { id, title } = await policyToKeep(scope, slug, 'policy.keep')
  const reading = readInput(explanationSchema, input)
  if (!reading.ok) return reading
  const { stages, questions } = reading.value
  await transaction(scope, async (inner) => {
    await lockPolicy(inner.db, inner.engine, id)
    await replaceExplanation(
      inner.db,
      id,
      stages.map((stage, position) => ({ ...stage, policyId: id, position })),
      questions.map((question, position) => ({ ...question, policyId: id, position })),
    )
    inner.record({ kind: 'policy.explained', subject: id, fields: { title, stages, questions } })
  })
  return { ok: true, slug }
}
