/** Turns figures into what the chart draws. The same numbers and texts stand in the table beside it. */
import type { ChartBand, ChartFigure } from '#ui/chart-figure.ts'
import type { ElementKey } from '#server/survey/rules/elements.ts'
import { gradeBound, type Grade } from '#server/survey/rules/skm.ts'
import { formatNumber } from '#server/words/format.ts'
import type { Speech } from './result-sentences.ts'

const GRADES: readonly Grade[] = ['D', 'C', 'B', 'A']

type Element = { key: ElementKey; mean: number | null; interval: readonly [number, number] | null }

/** Nine elements from the highest mean to the lowest, over the grades' bands on the scale 1 to 4. */
export function elementChart({ locale, words }: Speech, elements: readonly Element[]): ChartFigure {
  const sorted = [...elements].sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
  const points = sorted.map(({ key, mean, interval }) => ({
    label: words.results.elements[key],
    value: mean,
    text: mean === null ? words.results.hidden.cell : formatNumber(locale, mean, 2),
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
  }))
  const min = lowestOf(points, 4, 0.5, 1)
  return {
    kind: 'dots',
    name: words.results.chart.name,
    points,
    bands: bandsOf(25),
    min,
    max: 4,
    ticks: ticksOf(locale, min, 4, 0.5, 1),
  }
}

export interface TrendPoint {
  period: string
  ikm: number | null
  interval: readonly [number, number] | null
}

/** Periods in order of time; one without a figure keeps its place and shows a dash. */
export function trendChart({ locale, words }: Speech, trend: readonly TrendPoint[]): ChartFigure {
  const points = trend.map(({ period, ikm, interval }) => ({
    label: period,
    value: ikm,
    text: ikm === null ? '—' : formatNumber(locale, ikm, 2),
    low: ikm === null ? null : (interval?.[0] ?? null),
    high: ikm === null ? null : (interval?.[1] ?? null),
  }))
  const min = lowestOf(points, 100, 10, 25)
  return {
    kind: 'trend',
    name: words.places.unit.trendName,
    points,
    bands: bandsOf(1),
    min,
    max: 100,
    ticks: ticksOf(locale, min, 100, 10, 0),
  }
}

/** The grades' bands in index points, or on the scale 1 to 4 when divided by 25. */
function bandsOf(divisor: number): ChartBand[] {
  return GRADES.map((letter, i) => {
    const above = GRADES[i + 1]
    return { letter, from: gradeBound(letter) / divisor, to: above ? gradeBound(above) / divisor : 100 / divisor }
  })
}

export type End = { value: number | null; low: number | null }

export function lowestOf(points: readonly End[], otherwise: number, step: number, floor: number): number {
  const ends = points.flatMap(({ value, low }) => [value ?? otherwise, low ?? otherwise])
  return Math.max(floor, Math.min(Math.floor(Math.min(...ends) / step) * step, otherwise - 3 * step))
}

export function ticksOf(locale: Speech['locale'], from: number, to: number, step: number, digits: number) {
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const value = (first + i) * step
    return { value, text: formatNumber(locale, value, digits) }
  })
}
