import type { WeightPolicy } from '#server/directory/rules/weight-policy.ts'
import { skmResult, type SkmResult } from '#server/survey/rules/skm.ts'
import { addTally, emptyTally, type Tally } from '#server/survey/rules/tally.ts'

/** One figure for several published results: every respondent counts once, wherever they were served. */
export interface Pooled extends Pick<SkmResult, 'ikm' | 'grade' | 'interval' | 'couldBe' | 'respondents' | 'received'> {
  weight: WeightPolicy
  /** How many published results were added up. */
  parts: number
  elements: Pick<SkmResult['elements'][number], 'key' | 'answers' | 'blanks' | 'mean' | 'interval' | 'grade'>[]
}

/**
 * The sum of published tallies and the figures of that sum. Each part stands published with its whole tally, so the sum
 * tells nothing that its parts don't. Null below two parts: one part is its own figure.
 */
export function poolOf(parts: readonly Tally[], weight: WeightPolicy): Pooled | null {
  if (parts.length < 2) return null
  const { ikm, grade, interval, couldBe, respondents, received, elements } = skmResult(sumOf(parts), weight)
  return {
    ikm,
    grade,
    interval,
    couldBe,
    respondents,
    received,
    weight,
    parts: parts.length,
    elements: elements.map(({ key, answers, blanks, mean, interval, grade }) => {
      return { key, answers, blanks, mean, interval, grade }
    }),
  }
}

export function sumOf(parts: readonly Tally[]): Tally {
  return parts.reduce(addTally, emptyTally())
}
