import { normalUpperQuantile } from './normal.ts'
import type { Interval } from './ordinal-mean.ts'
import type { Sample } from './welch.ts'

/**
 * How many standard errors from the centre 95 % and 99.8 % of units lie when nothing but chance moves them apart; the
 * outer one as it is printed (Spiegelhalter 2005, doi 10.1002/sim.1970).
 */
export const FUNNEL_Z = { inner: normalUpperQuantile(0.025), outer: 3.09 } as const

/** What all units have in common: the mean of everyone, and the spread of one answer within a unit. */
export type FunnelShape = { centre: number; sd: number }

export type FunnelLimits = { inner: Interval; outer: Interval }

/** Beyond the inner limits is `above` or `below`, beyond the outer ones `far-above` or `far-below`. */
export type FunnelPosition = 'far-below' | 'below' | 'inside' | 'above' | 'far-above'

/**
 * The centre weighs each unit by its size; the spread is that within units, so that differences between units don't widen
 * the limits that are to show them. Null where nothing varies, or no unit has two values.
 */
export function funnelShape(samples: readonly Sample[]): FunnelShape | null {
  let n = 0
  let sum = 0
  let squares = 0
  let freedom = 0
  for (const sample of samples) {
    n += sample.n
    sum += sample.n * (sample.mean ?? 0)
    if (sample.variance === null) continue
    squares += (sample.n - 1) * sample.variance
    freedom += sample.n - 1
  }
  return freedom === 0 || squares === 0 ? null : { centre: sum / n, sd: Math.sqrt(squares / freedom) }
}

/** Both limits for a unit of `n` values, cut to the scale. Throws RangeError below one. */
export function funnelLimits({ centre, sd }: FunnelShape, n: number, [lowest, highest]: Interval): FunnelLimits {
  if (!(n >= 1)) throw new RangeError('A unit has at least one value')
  const around = (z: number): Interval => {
    const half = (z * sd) / Math.sqrt(n)
    return [Math.max(lowest, centre - half), Math.min(highest, centre + half)]
  }
  return { inner: around(FUNNEL_Z.inner), outer: around(FUNNEL_Z.outer) }
}

/** On a limit is inside it. */
export function funnelPosition(value: number, { inner, outer }: FunnelLimits): FunnelPosition {
  if (value < outer[0]) return 'far-below'
  if (value < inner[0]) return 'below'
  if (value > outer[1]) return 'far-above'
  return value > inner[1] ? 'above' : 'inside'
}
