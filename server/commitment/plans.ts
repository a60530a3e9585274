/** The follow-up plan (rencana tindak lanjut) of a published survey: what is done about its lowest elements, and what it did. */
import { listCommitmentsOf } from './lists.ts'
import { may } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { placeOf } from '../survey/facts.ts'
import type { ElementFigures } from '../survey/figures.ts'
import { listPeriodsAfter } from '../survey/periods.ts'
import { getResults, type Results } from '../survey/results.ts'
import { ELEMENT_KEYS, ELEMENT_NAMES, type ElementKey } from '../survey/rules/elements.ts'
import { getSurveyRow } from '../survey/surveys.ts'
import { makeCommitment } from './commitments.ts'
import type { CommitmentFacts } from './facts.ts'
import { effectOf, type Effect } from './rules/effect.ts'
import { lastDayOf, quarterOf, readQuarter, type Quarter } from './rules/quarter.ts'
import { planSchema, type PlanInput } from './schema.ts'

/** Source of the commitments of a plan; its ids are `<survey>/<element>`. */
const ELEMENT_SOURCE = 'survey-element'

export type PlanElement = Pick<ElementFigures, 'key' | 'label' | 'mean' | 'interval'>

export interface PlanRow {
  /** From 1, in the order of priority: the lowest element first. */
  number: number
  element: PlanElement
  quarter: Quarter
  commitment: CommitmentFacts
  effect: Effect
}

export interface FollowUpPlan {
  survey: Results['survey']
  publishedAt: string | null
  /** The lowest first; empty where their values may not be shown. */
  elements: PlanElement[]
  rows: PlanRow[]
  /** Whether rows can be added: the result is published and stands, and the actor keeps the unit's commitments. */
  open: boolean
  mine: boolean
}

/** @throws Refused not-found, also while nothing is published */
export async function getPlan(scope: Scope, slug: string): Promise<FollowUpPlan> {
  const row = await getSurveyRow(scope, slug)
  const results = await getResults(scope, slug)
  const mine = may(scope.actor, 'commitment.keep', placeOf(row))
  if (results.versions.length === 0) throw new Refused('not-found')
  const elements = byPriority(results)
  const commitments = await listCommitmentsOf(
    scope,
    ELEMENT_SOURCE,
    ELEMENT_KEYS.map((key) => sourceId(row.id, key)),
  )
  return {
    survey: results.survey,
    publishedAt: results.publishedAt,
    elements,
    rows: await rowsOf(scope, results, commitments),
    open: results.shown === 'official' && elements.length > 0,
    mine,
  }
}

function sourceId(surveyId: string, key: ElementKey): string {
  return `${surveyId}/${key}`
}

function byPriority({ figures }: Results): PlanElement[] {
  const known = (figures?.elements ?? []).filter(({ mean }) => mean !== null)
  return known
    .toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0))
    .map(({ key, label, mean, interval }) => ({ key, label, mean, interval }))
}

async function rowsOf(scope: Scope, results: Results, commitments: CommitmentFacts[]): Promise<PlanRow[]> {
  if (commitments.length === 0) return []
  const later = (await listPeriodsAfter(scope, results.survey)).map(({ figures, ...period }) => ({
    ...period,
    tally: figures?.tally ?? null,
  }))
  const order = byPriority(results)
  const elementOf = ({ source }: CommitmentFacts): PlanElement => {
    const key = source.id.split('/')[1] as ElementKey
    return order.find((element) => element.key === key) ?? { key, label: '', mean: null, interval: null }
  }
  const before = results.figures?.tally ?? null
  return commitments
    .map((commitment) => ({ commitment, element: elementOf(commitment) }))
    .toSorted((a, b) => order.indexOf(a.element) - order.indexOf(b.element))
    .map(({ commitment, element }, i) => ({
      number: i + 1,
      element,
      quarter: quarterOf(commitment.dueOn),
      commitment,
      effect: effectOf({ element: element.key, doneOn: commitment.doneOn, before }, later),
    }))
}

/**
 * Makes rows of the plan, each a commitment of the survey's unit. Issues: rows: no-rows, too-many; rows.N.…: see
 * `planRowSchema`; rows.N.quarter: before-today; rows.N.what: double.
 * @throws Refused not-found, forbidden, conflict (no-elements) where the result doesn't stand or its elements are hidden
 */
export async function makePlan(scope: Scope, slug: string, input: PlanInput): Promise<Outcome<{ plan: FollowUpPlan }>> {
  const survey = await getSurveyRow(scope, slug)
  if (!may(scope.actor, 'commitment.keep', placeOf(survey))) throw new Refused('forbidden')
  const plan = await getPlan(scope, slug)
  if (!plan.open) throw new Refused('conflict', 'no-elements')
  const reading = readInput(planSchema, input)
  if (!reading.ok) return reading
  const { rows } = reading.value
  const today = dayIn(scope.now, survey.timezone)
  const issues = issuesOfRows(rows, plan, today)
  if (Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
  await transaction(scope, async (inner) => {
    for (const { element, quarter, ...promise } of rows) {
      await makeCommitment(inner, {
        ...promise,
        why: reasonOf(plan, element),
        source: {
          kind: ELEMENT_SOURCE,
          id: sourceId(survey.id, element),
          title: `Rencana tindak lanjut survei: ${plan.survey.title}`,
          path: pathTo('id', 'followUpPlan', { slug }),
        },
        place: { regionCode: survey.regionCode, institutionId: null, unitId: survey.unitId },
        dueOn: lastDayOf(readQuarter(quarter)),
      })
    }
  })
  return { ok: true, plan: await getPlan(scope, slug) }
}

type Rows = ReturnType<typeof planSchema.parse>['rows']

function issuesOfRows(rows: Rows, { rows: made }: FollowUpPlan, today: string): Issues {
  const issues: Issues = {}
  const known = new Set(made.map(({ element, commitment }) => `${element.key} ${commitment.what}`))
  for (const [i, { element, quarter, what }] of rows.entries()) {
    if (lastDayOf(readQuarter(quarter)) < today) issues[`rows.${i}.quarter`] = 'before-today'
    if (known.has(`${element} ${what}`)) issues[`rows.${i}.what`] = 'double'
    known.add(`${element} ${what}`)
  }
  return issues
}

/** Typed by nobody: why the element stands in the plan. */
function reasonOf({ survey, elements }: FollowUpPlan, key: ElementKey): string {
  const place = elements.findIndex((element) => element.key === key)
  const mean = (elements[place]?.mean ?? 0).toFixed(2).replace('.', ',')
  return `Unsur “${ELEMENT_NAMES[key]}” mendapat nilai ${mean} dari 4 pada ${survey.period}, terendah ke-${place + 1} dari ${elements.length} unsur.`
}
