/** The demonstration's policies and what was promised because of them, each at its moment of the past. */
import { takeStep } from '../commitment/steps.ts'
import { getRegion } from '../directory/regions.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findOwner } from '../commitment/places.ts'
import { listUnitsOfRegion } from '../directory/units.ts'
import { closeEvaluation, openEvaluation, promiseInEvaluation } from '../policy/evaluation.ts'
import { recordEvent } from '../policy/events.ts'
import { explainPolicy } from '../policy/explanation.ts'
import { addPolicy } from '../policy/policies.ts'
import { promiseForPolicy } from '../policy/promises.ts'
import { linkSurvey } from '../policy/surveys.ts'
import type { Scope } from '../scope.ts'
import { listSurveys } from '../survey/lists.ts'
import type { Act, ActAs, Say } from './fill.ts'
import { granted } from './fill-places.ts'
import { POLICIES } from './policies.ts'
import type { DemoPolicy, DemoPromise } from './policy-shape.ts'

const DAY = 86_400_000

export function policyActs(actAs: ActAs, today: Date, say: Say): Act[] {
  return POLICIES.flatMap((plan) => actsOf(plan, today, (now) => actAs('officer', now), say))
}

function actsOf(plan: DemoPolicy, today: Date, officer: (now: Date) => Scope, say: Say): Act[] {
  const made = { slug: '' }
  const dayOf = (back: number) => dayIn(new Date(today.getTime() - back * DAY), 'Asia/Jakarta')
  const act = (back: number, does: (scope: Scope) => Promise<void>): Act => ({
    when: new Date(today.getTime() - back * DAY),
    act: (when) => does(officer(when)),
  })
  return [
    act(plan.from, async (scope) => {
      const { code } = await getRegion(scope, plan.region)
      made.slug = granted(await addPolicy(scope, { ...plan.facts, place: `region:${code}` })).slug
      granted(await explainPolicy(scope, made.slug, { stages: plan.stages, questions: plan.questions }))
      say(`kebijakan: ${plan.facts.title}`)
    }),
    ...plan.events.map(({ back, ...event }) =>
      act(back, async (scope) => void granted(await recordEvent(scope, made.slug, { ...event, day: dayOf(back) }))),
    ),
    ...plan.promises.flatMap((promise) => promiseActs(plan, promise, made, act, dayOf)),
    ...evaluationActs(plan, made, act, dayOf),
  ]
}

type MakeAct = (back: number, does: (scope: Scope) => Promise<void>) => Act

function promiseActs(
  plan: DemoPolicy,
  { back, due, unit, steps, ...promise }: DemoPromise,
  policy: { slug: string },
  act: MakeAct,
  dayOf: (back: number) => string,
): Act[] {
  const made = { slug: '' }
  return [
    act(back, async (scope) => {
      const place = unit ? await unitNamed(scope, plan.region, unit) : null
      const input = { ...promise, dueOn: dayOf(-due), place }
      made.slug = granted(await promiseForPolicy(scope, policy.slug, input)).commitment
    }),
    ...steps.map(({ back: stepBack, due: newDue, file, ...step }) =>
      act(stepBack, async (scope) => {
        const input = { ...step, ...(newDue === undefined ? {} : { dueOn: dayOf(-newDue) }) }
        const evidence = file && { name: file.name, bytes: Buffer.from(file.text) }
        granted(await takeStep(scope, made.slug, input, evidence))
      }),
    ),
  ]
}

function evaluationActs(
  { evaluation, unit, region }: DemoPolicy,
  policy: { slug: string },
  act: MakeAct,
  dayOf: (back: number) => string,
): Act[] {
  if (!evaluation) return []
  const { opened, closed, since, promise, ...said } = evaluation
  return [
    act(opened, async (scope) => {
      await linkSurveys(scope, policy.slug, region, unit, dayOf(since))
      await openEvaluation(scope, policy.slug)
      if (!promise) return
      const { due, ...what } = promise
      granted(await promiseInEvaluation(scope, policy.slug, { ...what, dueOn: dayOf(-due) }))
    }),
    act(closed, async (scope) => void granted(await closeEvaluation(scope, policy.slug, said))),
  ]
}

/** The last survey of a unit that ended before the policy took force, and the first that began after, where there are any. */
async function linkSurveys(scope: Scope, slug: string, region: string, unit: string, since: string): Promise<void> {
  const { items } = await listSurveys(scope, { region, state: 'published', limit: 100 })
  const surveys = items.filter((survey) => survey.unit.name === unit)
  const before = surveys.find(({ lastDay }) => lastDay < since)
  const after = surveys.find(({ lastDay }) => lastDay >= since)
  if (before) granted(await linkSurvey(scope, slug, { survey: before.slug, moment: 'before' }))
  if (after) granted(await linkSurvey(scope, slug, { survey: after.slug, moment: 'after' }))
}

async function unitNamed(scope: Scope, region: string, name: string): Promise<string> {
  const { code } = await getRegion(scope, region)
  const unit = (await listUnitsOfRegion(scope, code)).find((one) => one.name === name)
  const place = `unit:${unit?.id ?? ''}`
  if (!(await findOwner(scope, place))) throw new Error(`The demonstration has no unit ${name}.`)
  return place
}
