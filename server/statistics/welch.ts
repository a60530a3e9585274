import { normalUpperQuantile } from './normal.ts'
import type { Interval } from './ordinal-mean.ts'
import { studentQuantile, studentTwoSided } from './student-t.ts'

/** A sample by its size, mean and unbiased variance; the variance is null below two values, the mean below one. */
export type Sample = { n: number; mean: number | null; variance: number | null }

/** How often each value occurs. */
export type ValueCount = { value: number; count: number }

export type Welch = { t: number; df: number; p: number; interval: Interval }

/** Size, mean and variance of counted values; whole values keep their sums exact. */
export function describeSample(counts: readonly ValueCount[]): Sample {
  let n = 0
  let sum = 0
  for (const { value, count } of counts) {
    n += count
    sum += value * count
  }
  if (n === 0) return { n, mean: null, variance: null }
  const mean = sum / n
  if (n === 1) return { n, mean, variance: null }
  // Only one value occurs: no variance at all, whatever the rounding of its mean would leave.
  if (counts.filter(({ count }) => count > 0).length === 1) return { n, mean, variance: 0 }
  const squares = counts.reduce((total, { value, count }) => total + count * (value - mean) ** 2, 0)
  return { n, mean, variance: squares / (n - 1) }
}

/**
 * Welch's test of the difference of two means, after − before, two-sided, with its 95 % interval. Null where it has
 * none: a sample below two, or no variance in either.
 */
export function welchTest(before: Sample, after: Sample): Welch | null {
  const error = standardErrorOfDifference(before, after)
  if (error === null || error === 0) return null
  const difference = after.mean! - before.mean!
  const a = before.variance! / before.n
  const b = after.variance! / after.n
  const df = (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1))
  const t = difference / error
  const half = studentQuantile(0.975, df) * error
  return { t, df, p: studentTwoSided(t, df), interval: [difference - half, difference + half] }
}

/**
 * The smallest true difference that samples of this size and spread would show in four cases of five (5 % two-sided,
 * 80 % power, normal approximation). Null below two values or without any variance.
 */
export function minimumDetectableDifference(before: Sample, after: Sample): number | null {
  const error = standardErrorOfDifference(before, after)
  return error === null || error === 0 ? null : (normalUpperQuantile(0.025) + normalUpperQuantile(0.2)) * error
}

function standardErrorOfDifference(before: Sample, after: Sample): number | null {
  if (before.variance === null || after.variance === null) return null
  return Math.sqrt(before.variance / before.n + after.variance / after.n)
}
