/** Surveys that show how things were before and after a policy. */
import { linkPolicySurvey, listPolicySurveys, unlinkPolicySurvey } from '#db/policy/evaluations.ts'
import { lockPolicy } from '#db/policy/policies.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { findPage } from '../find-page.ts'
import { transaction, type Scope } from '../scope.ts'
import { getResults } from '../survey/results.ts'
import { getSurvey } from '../survey/surveys.ts'
import { policyToKeep } from './policies.ts'
import { surveyLinkSchema, type SurveyLinkInput } from './schema.ts'

export interface LinkedSurvey {
  id: string
  slug: string
  title: string
  period: string
  moment: 'before' | 'after'
  publishedAt: string | null
  /** The published index and its grade, or null. */
  ikm: number | null
  grade: string | null
}

/** In the order of their periods, with what each published. */
export async function listLinkedSurveys(scope: Scope, policyId: string): Promise<LinkedSurvey[]> {
  const linked: LinkedSurvey[] = []
  for (const { surveyId, slug, title, period, moment, publishedAt } of await listPolicySurveys(scope.db, policyId)) {
    const results = publishedAt === null ? undefined : await getResults(scope, slug)
    const { ikm = null, grade = null } = results ?? {}
    linked.push({ id: surveyId, slug, title, period, moment, publishedAt, ikm, grade })
  }
  return linked
}

/** `none` takes the link away. Issues: see `surveyLinkSchema`; survey: unknown. @throws Refused not-found, forbidden */
export async function linkSurvey(
  scope: Scope,
  slug: string,
  input: SurveyLinkInput,
): Promise<Outcome<{ slug: string }>> {
  const policy = await policyToKeep(scope, slug, 'policy.keep')
  const reading = readInput(surveyLinkSchema, input)
  if (!reading.ok) return reading
  const { moment } = reading.value
  const survey = await findSurvey(scope, reading.value.survey)
  if (!survey) return { ok: false, issues: { survey: 'unknown' }, values: reading.values }
  await transaction(scope, async (inner) => {
    await lockPolicy(inner.db, inner.engine, policy.id)
    const link = { policyId: policy.id, surveyId: survey.id, byAccount: scope.actor?.accountId ?? '' }
    if (moment === 'none') await unlinkPolicySurvey(inner.db, policy.id, survey.id)
    else await linkPolicySurvey(inner.db, { ...link, moment, at: scope.now.toISOString() })
    const fields = { title: policy.title, survey: survey.slug, surveyId: survey.id, moment }
    inner.record({ kind: 'policy.survey-linked', subject: policy.id, fields })
  })
  return { ok: true, slug }
}

/** By its slug, or by the address of any page of it. Only one that has been opened. */
async function findSurvey(scope: Scope, text: string): Promise<{ id: string; slug: string } | undefined> {
  const path = URL.canParse(text) ? new URL(text).pathname : text
  const slug = (path.startsWith('/') ? findPage(path)?.params.slug : path) ?? ''
  try {
    const { id, openedAt } = await getSurvey(scope, slug)
    return openedAt === null ? undefined : { id, slug }
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-found') return undefined
    throw error
  }
}
