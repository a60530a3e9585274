import { normalUpperQuantile } from './normal.ts'
import type { Interval } from './ordinal-mean.ts'

/** A share as a count: how many of how many. */
export type Share = readonly [successes: number, n: number]

const Z = normalUpperQuantile(0.025)

/** Wilson's 95 % score interval of a share, without continuity correction. Throws RangeError unless 0 ≤ x ≤ n and n ≥ 1. */
export function wilsonInterval([successes, n]: Share): Interval {
  if (!(Number.isSafeInteger(n) && Number.isSafeInteger(successes) && n >= 1 && successes >= 0 && successes <= n)) {
    throw new RangeError('A share needs whole numbers, 0 ≤ successes ≤ n and n ≥ 1')
  }
  const p = successes / n
  const square = Z * Z
  const centre = p + square / (2 * n)
  const half = Z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))
  const scale = 1 + square / n
  return [successes === 0 ? 0 : (centre - half) / scale, successes === n ? 1 : (centre + half) / scale]
}

/**
 * Difference of two independent shares, a − b, with Newcombe's 95 % hybrid score interval (his method 10).
 * Throws RangeError as wilsonInterval does.
 */
export function newcombeDifference(a: Share, b: Share): { difference: number; interval: Interval } {
  const [lowA, highA] = wilsonInterval(a)
  const [lowB, highB] = wilsonInterval(b)
  const p = a[0] / a[1]
  const q = b[0] / b[1]
  const difference = p - q
  return {
    difference,
    interval: [difference - Math.hypot(p - lowA, highB - q), difference + Math.hypot(highA - p, q - lowB)],
  }
}
