import { findSurveyId } from '#db/survey/surveys.ts'
import { newSubmissionKey } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { submitAnswer } from '../survey/answers.ts'
import { publish } from '../survey/publication.ts'
import { PROFILE_OPTIONS } from '../survey/rules/profile.ts'
import { sealWaiting } from '../survey/sealing.ts'
import { draftSurvey, openSurvey } from '../survey/surveys.ts'
import { inventAnswers } from './answers.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import type { DemoPeriod } from './periods.ts'
import type { DemoUnit } from './places.ts'

const TOGETHER = 64

/** Drafts and opens the survey of a unit's service for a period; `index` is the period among those invented. */
export async function openDemoSurvey(scope: Scope, unit: FilledUnit, half: DemoPeriod, index: number): Promise<string> {
  const { survey } = granted(
    await draftSurvey(scope, {
      unit: unit.slug,
      service: unit.serviceSlug,
      period: half.name,
      firstDay: half.firstDay,
      lastDay: half.lastDay,
      served: unit.plan.periods[index]?.served ?? null,
    }),
  )
  await openSurvey(scope, survey.slug)
  return survey.slug
}

/** Sends every invented answer as a resident's device would, and says how many. */
export async function answerSurvey(scope: Scope, slug: string, plan: DemoUnit, index: number): Promise<number> {
  const answers = inventAnswers(plan, index, PROFILE_OPTIONS)
  for (let from = 0; from < answers.length; from += TOGETHER) {
    const some = answers.slice(from, from + TOGETHER)
    await Promise.all(some.map((answer) => submitAnswer({ ...scope, actor: null }, slug, newSubmissionKey(), answer)))
  }
  // By itself sealing waits for a lull, and the next act of the past would come before it.
  await sealWaiting(scope, (await findSurveyId(scope.db, slug)) ?? '')
  return answers.length
}

/** `reason` says why the sample was not reached, where it was not. */
export async function publishDemoSurvey(
  scope: Scope,
  slug: string,
  reason = 'Data contoh: jumlah responden dibuat untuk peragaan.',
): Promise<void> {
  granted(await publish(scope, slug, { reason }))
}
