/** A unit's periods with the withdrawn ones in their places, so that a gap is seen and not closed over. */
import type { SurveyFacts } from '../survey/facts.ts'
import type { Trend, TrendPoint } from '../survey/periods.ts'

export type LinePoint = TrendPoint & { withdrawn: boolean }
export type Line = { service: Trend['service']; points: LinePoint[] }

export function withWithdrawn(trend: readonly Trend[], withdrawn: readonly SurveyFacts[]): Line[] {
  const gaps = Map.groupBy(withdrawn, ({ service }) => service?.slug ?? '')
  const lines = trend.map(({ service, points }): Line => {
    const missing = (gaps.get(service?.slug ?? '') ?? []).map(gapOf)
    gaps.delete(service?.slug ?? '')
    return { service, points: inOrder([...points.map((point) => ({ ...point, withdrawn: false })), ...missing]) }
  })
  const onlyGaps = [...gaps.values()].map((surveys): Line => {
    return { service: surveys[0]?.service ?? null, points: inOrder(surveys.map(gapOf)) }
  })
  return [...lines, ...onlyGaps]
}

function gapOf({ slug, period, firstDay }: SurveyFacts): LinePoint {
  const figures = { ikm: null, grade: null, interval: null, weight: null, n: 0, change: null }
  return { slug, period, firstDay, ...figures, withdrawn: true }
}

function inOrder(points: LinePoint[]): LinePoint[] {
  return points.sort((a, b) => a.firstDay.localeCompare(b.firstDay))
}
