import { findSurveyId } from '#db/survey/surveys.ts'
import { newSubmissionKey } from '../ids.ts'
import type { Scope } from '../scope.ts'
import { submitAnswer } from '../survey/answers.ts'
import { publish } from '../survey/publication.ts'
import { PROFILE_OPTIONS } from '../survey/rules/profile.ts'
import { sealWaiting } from '../survey/sealing.ts'
import { draftSurvey, openSurvey } from '../survey/surveys.ts'
import { inventAnswers, type InventedAnswer } from './answers.ts'
import { answerOnPaper } from './fill-paper.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import type { DemoPeriod } from './periods.ts'
import type { DemoUnit } from './places.ts'

const TOGETHER = 64
const ON_PAPER = 4

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
  const sent = answers.slice(ON_PAPER)
  for (let from = 0; from < sent.length; from += TOGETHER) {
    const some = sent.slice(from, from + TOGETHER)
    await Promise.all(some.map((answer, i) => sendOne(scope, slug, answer, from + i)))
  }
  if (answers.length > 0) await answerOnPaper(scope, slug, answers.slice(0, ON_PAPER))
  // By itself sealing waits for a lull, and the next act of the past would come before it.
  await sealWaiting(scope, (await findSurveyId(scope.db, slug)) ?? '')
  return answers.length
}

/** One every four minutes, as at a counter; each fifth on its tablet. */
function sendOne(scope: Scope, slug: string, answer: InventedAnswer, index: number) {
  const now = new Date(scope.now.getTime() + index * 240_000)
  const channel = index % 5 === 0 ? 'tablet' : 'web'
  return submitAnswer({ ...scope, actor: null, now }, slug, newSubmissionKey(), answer, { channel })
}

/** `reason` says why the sample was not reached, where it was not. */
export async function publishDemoSurvey(
  scope: Scope,
  slug: string,
  reason = 'Data contoh: jumlah responden dibuat untuk peragaan.',
): Promise<void> {
  granted(await publish(scope, slug, { reason }))
}
