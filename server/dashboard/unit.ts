/** A unit's page as one object: each line of periods, its last result element by element, and all that was published. */
import { readerOf } from '#db/dashboard/reader.ts'
import { listPublicationsOfUnit, type PublicationLine } from '#db/dashboard/surveys.ts'
import { getUnit, type UnitView } from '../directory/units.ts'
import type { Scope } from '../scope.ts'
import type { ElementFigures } from '../survey/figures.ts'
import { listSurveys } from '../survey/lists.ts'
import { getTrend, type PeriodChange } from '../survey/periods.ts'
import { getResults, type Results } from '../survey/results.ts'
import { CHANGE_RULE } from '../survey/rules/compare.ts'
import { withWithdrawn, type Line } from './lines.ts'
import { controlOf, type Control } from './rules/control.ts'

export interface UnitDashboard {
  unit: UnitView
  /** One for the unit as a whole, one for each service that was surveyed by itself. */
  lines: UnitLine[]
  /** Every version that was ever published, the newest first. */
  publications: PublicationLine[]
}

export interface UnitLine extends Line {
  /** From twelve periods with a figure, all counted with one weight. */
  control: Control | null
  /** The last period that stands with a figure. */
  latest: LatestPeriod | null
}

export interface LatestPeriod extends Pick<Results, 'survey' | 'ikm' | 'grade' | 'n' | 'figures' | 'change'> {
  /** In the questionnaire's order; null where too few answered to show them. */
  elements: RankedElement[] | null
}

export interface RankedElement extends ElementFigures {
  /** Against the period before, in index points; null where there is none to compare with. */
  change: { difference: number; adjusted: number | null; shown: boolean } | null
}

/** @throws Refused not-found. The cost follows the number of periods, never that of answers. */
export async function getUnitDashboard(scope: Scope, slug: string): Promise<UnitDashboard> {
  const unit = await getUnit(scope, slug)
  const { items: withdrawn } = await listSurveys(scope, { unit: slug, state: 'withdrawn', limit: 100 })
  const lines: UnitLine[] = []
  for (const line of withWithdrawn(await getTrend(scope, slug), withdrawn)) {
    const last = line.points.findLast(({ ikm }) => ikm !== null)
    const latest = last ? latestOf(await getResults(scope, last.slug)) : null
    lines.push({ ...line, control: controlOfLine(line), latest })
  }
  return { unit, lines, publications: await listPublicationsOfUnit(readerOf(scope.db), unit.id) }
}

/** None where the weight changed on the way: the step would be the weight's, not the service's. */
function controlOfLine({ points }: Line): Control | null {
  const weights = new Set(points.flatMap(({ weight }) => weight ?? []))
  return weights.size === 1 ? controlOf(points.map(({ ikm }) => ikm)) : null
}

function latestOf({ survey, ikm, grade, n, figures, change }: Results): LatestPeriod {
  const elements = figures?.elements?.map((element) => ({ ...element, change: changeOf(element, n, change) })) ?? null
  return { survey, ikm, grade, n, figures, change, elements }
}

/** Shown when Holm's p says so, it is a whole point, and thirty answered in both periods. */
function changeOf({ key }: ElementFigures, n: number, change: PeriodChange | null): RankedElement['change'] {
  const compared = change?.comparison.elements.find((element) => element.key === key)
  if (!change || !compared || compared.difference === null) return null
  const { difference, adjusted } = compared
  const enough = Math.min(n, change.previous.n) >= CHANGE_RULE.respondents
  const certain = adjusted !== null && adjusted < CHANGE_RULE.p
  return { difference, adjusted, shown: enough && certain && Math.abs(difference) >= CHANGE_RULE.points }
}
