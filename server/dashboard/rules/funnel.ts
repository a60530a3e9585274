import { funnelLimits, funnelPosition, funnelShape, type FunnelPosition } from '#server/statistics/funnel.ts'
import type { Interval } from '#server/statistics/ordinal-mean.ts'
import { describeSample, type Sample } from '#server/statistics/welch.ts'
import { SMALLEST_GROUP } from '#server/survey/rules/suppression.ts'
import { completeCount, listTotals, type Tally } from '#server/survey/rules/tally.ts'

/** Fewer units than this are not set side by side: their own spread would decide the limits. */
export const FEWEST_UNITS = 5

/** The ends of the index. */
export const INDEX_SCALE: Interval = [25, 100]

const POINTS_PER_TOTAL = 25 / 9

export interface FunnelPoint {
  /** Its place in code order, from 1: what stands beside the dot. */
  number: number
  /** Complete respondents. */
  n: number
  /** Mean of their own means under the exact weight, index points. */
  value: number
  /** 95 % and 99.8 % limits for a unit of that size. */
  inner: Interval
  outer: Interval
  position: FunnelPosition
}

export interface Funnel<Unit> {
  /** Mean of all complete respondents, and the spread of one respondent within a unit; index points. */
  centre: number
  sd: number
  points: (FunnelPoint & { unit: Unit })[]
}

/** Whether a unit's published tally may stand in a funnel: ten complete respondents, as its dot is their mean. */
export function fitsFunnel(tally: Tally): boolean {
  return completeCount(tally) >= SMALLEST_GROUP
}

/** Units of one kind beside each other, in the order given. Null below five units, or where nothing varies. */
export function funnelOf<Unit>(units: readonly { unit: Unit; tally: Tally }[]): Funnel<Unit> | null {
  if (units.length < FEWEST_UNITS) return null
  const samples = units.map(({ tally }) => sampleOf(tally))
  const shape = funnelShape(samples)
  if (!shape) return null
  const points = units.map(({ unit }, i) => {
    const { n, mean } = samples[i]!
    const limits = funnelLimits(shape, n, INDEX_SCALE)
    const value = mean ?? shape.centre
    return { unit, number: i + 1, n, value, ...limits, position: funnelPosition(value, limits) }
  })
  return { ...shape, points }
}

function sampleOf(tally: Tally): Sample {
  return describeSample(listTotals(tally).map(({ total, count }) => ({ value: total * POINTS_PER_TOTAL, count })))
}
