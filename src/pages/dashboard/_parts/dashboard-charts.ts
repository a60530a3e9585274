/** Turns a region's and a unit's figures into what their charts draw. The same numbers and texts stand in the tables. */
import type { ChartFigure, ChartLine, ChartPoint, ChartSizes } from '#ui/chart-figure.ts'
import type { RegionUnit } from '#server/dashboard/region-units.ts'
import type { Control } from '#server/dashboard/rules/control.ts'
import { INDEX_SCALE, type Funnel } from '#server/dashboard/rules/funnel.ts'
import { funnelLimits, type FunnelPosition } from '#server/statistics/funnel.ts'
import { formatNumber } from '#server/words/format.ts'
import { lowestOf, ticksOf } from '../../survey/_parts/chart-figures.ts'
import type { Speech } from '../../survey/_parts/result-sentences.ts'

/** So many steps make a curve look like one. */
const STEPS = 40
const SIZE_TICKS = [10, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 2000, 5000, 10_000]
const MARKS: Partial<Record<FunnelPosition, ChartPoint['mark']>> = {
  'far-below': 'diamond',
  below: 'triangle',
  above: 'triangle',
  'far-above': 'diamond',
}

/** Units in code order, each between the limits of its own size. */
export function funnelChart({ locale, words }: Speech, funnel: Funnel<RegionUnit>): ChartFigure {
  const t = words.dashboard.funnel
  const points = funnel.points.map(({ unit, number, n, value, inner: [low, high], outer, position }): ChartPoint => {
    const mark = MARKS[position]
    const text = formatNumber(locale, value, 2)
    const label = `${number}. ${unit.name}`
    return { label, value, text, low, high, outer, size: n, sign: String(number), ...(mark ? { mark } : {}) }
  })
  const sizes = sizesOf({ locale, words }, funnel)
  const lows = [...points.map(({ value, outer }) => ({ value, low: outer?.[0] ?? null })), narrowEnd(sizes)]
  const min = lowestOf(lows, 100, 5, INDEX_SCALE[0])
  const highest = Math.max(
    ...points.map(({ value, outer }) => Math.max(value ?? 0, outer?.[1] ?? 0)),
    sizes.limits[0]!.outer[1],
  )
  const max = Math.min(INDEX_SCALE[1], Math.ceil(highest / 5) * 5)
  return {
    kind: 'funnel',
    name: t.name,
    points,
    bands: [],
    min,
    max,
    sizes,
    ticks: ticksOf(locale, min, max, 5, 0),
    lines: [{ value: funnel.centre, text: formatNumber(locale, funnel.centre, 1), dashed: false }],
  }
}

function narrowEnd({ limits }: ChartSizes) {
  return { value: null, low: limits[0]?.outer[0] ?? null }
}

/** From half the smallest unit, so that the limits are seen to narrow, to a little above the largest. */
function sizesOf({ locale, words }: Speech, funnel: Funnel<RegionUnit>): ChartSizes {
  const t = words.dashboard.funnel
  const ns = funnel.points.map(({ n }) => n)
  const [from, to] = [Math.max(5, Math.min(...ns) / 2), Math.max(...ns) * 1.1]
  const limits = Array.from({ length: STEPS + 1 }, (_, i) => {
    const size = from + ((to - from) * i) / STEPS
    return { size, ...funnelLimits(funnel, size, INDEX_SCALE) }
  })
  // Names that would touch are left out.
  const named = SIZE_TICKS.filter((value) => value >= from && value <= to).filter(
    (value, i, all) => i === 0 || value - all[i - 1]! >= (to - from) / 12,
  )
  const ticks = named.map((value) => ({ value, text: formatNumber(locale, value) }))
  return { title: t.respondents, names: t.limitNames, limits, ticks }
}

type Period = { period: string; ikm: number | null }

/** Periods in order of time between the limits of the process. */
export function controlChart({ locale, words }: Speech, periods: readonly Period[], control: Control): ChartFigure {
  const points = periods.map(({ period, ikm }, i): ChartPoint => {
    const text = ikm === null ? '—' : formatNumber(locale, ikm, 1)
    const mark = control.signals[i]?.length ? { mark: 'diamond' as const } : {}
    return { label: period, value: ikm, text, low: null, high: null, ...mark }
  })
  const ends = [...periods.map(({ ikm }) => ({ value: ikm, low: null })), { value: control.lower, low: null }]
  const values = periods.flatMap(({ ikm }) => ikm ?? [])
  const max = Math.min(INDEX_SCALE[1], Math.ceil(Math.max(control.upper, ...values) / 5) * 5)
  const min = Math.min(lowestOf(ends, max, 5, INDEX_SCALE[0]), max - 5)
  return {
    kind: 'control',
    name: words.dashboard.control.name,
    points,
    bands: [],
    min,
    max,
    ticks: ticksOf(locale, min, max, 5, 0),
    lines: linesOf(locale, control),
  }
}

function linesOf(locale: Speech['locale'], { centre, lower, upper }: Control): ChartLine[] {
  return [lower, centre, upper].map((value) => {
    return { value, text: formatNumber(locale, value, 1), dashed: value !== centre }
  })
}
