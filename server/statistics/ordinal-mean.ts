import { studentQuantile } from './student-t.ts'

export type Interval = [low: number, high: number]

/** What an interval of a mean on a four-point scale needs: how many values, their sum and the sum of their squares. */
export type Moments = { n: number; sum: number; sumOfSquares: number }

// One more respondent, spread evenly over 1, 2, 3 and 4: keeps the interval from vanishing when all agree.
const PSEUDO = { sum: 2.5, sumOfSquares: 7.5 }

/**
 * 95 % interval of a mean on the scale 1 to 4: Student's t after adding one pseudo-respondent, cut to the scale.
 * Null below two values.
 */
export function pseudoMeanInterval({ n, sum, sumOfSquares }: Moments): Interval | null {
  if (n < 2) return null
  const weight = n + 1
  const mean = (sum + PSEUDO.sum) / weight
  const variance = Math.max(0, (sumOfSquares + PSEUDO.sumOfSquares) / weight - mean * mean)
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / weight)
  return [Math.max(1, mean - half), Math.min(4, mean + half)]
}

/** The official mean of the counts of the levels 1, 2, 3 and 4, and its interval; null where there is none. */
export function ordinalMean(counts: readonly number[]): { n: number; mean: number | null; interval: Interval | null } {
  const moments = momentsOfLevels(counts)
  const mean = moments.n === 0 ? null : moments.sum / moments.n
  return { n: moments.n, mean, interval: pseudoMeanInterval(moments) }
}

/** The moments of level counts, the first being the count of 1. */
export function momentsOfLevels(counts: readonly number[]): Moments {
  const moments = { n: 0, sum: 0, sumOfSquares: 0 }
  for (const [i, count] of counts.entries()) {
    const level = i + 1
    moments.n += count
    moments.sum += count * level
    moments.sumOfSquares += count * level * level
  }
  return moments
}
