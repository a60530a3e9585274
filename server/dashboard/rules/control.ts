import { xmr, type Xmr, type XmrSignal } from '#server/statistics/xmr.ts'
import { INDEX_SCALE } from './funnel.ts'

/** With fewer periods the limits would be guesses. */
export const FEWEST_PERIODS = 12

/** A process chart of a unit's index; limits cut to the scale of the index. */
export interface Control {
  centre: number
  lower: number
  upper: number
  /** Of each period, in order of time; none where a period has no figure. */
  signals: XmrSignal[][]
}

/** Null below twelve periods with a figure. A period without one keeps its place and is stepped over. */
export function controlOf(indices: readonly (number | null)[]): Control | null {
  const values = indices.filter((index) => index !== null)
  const chart = values.length < FEWEST_PERIODS ? null : xmr(values)
  if (!chart) return null
  const signals = chart.signals.values()
  return {
    ...withinScale(chart),
    signals: indices.map((index) => (index === null ? [] : (signals.next().value ?? []))),
  }
}

function withinScale({ centre, lower, upper }: Xmr): Pick<Control, 'centre' | 'lower' | 'upper'> {
  return { centre, lower: Math.max(INDEX_SCALE[0], lower), upper: Math.min(INDEX_SCALE[1], upper) }
}
