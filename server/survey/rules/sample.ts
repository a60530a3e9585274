/**
 * Krejcie and Morgan's sample sizes, as surveys under PermenPANRB 14/2017 plan them: for a share of one half, ±5 points,
 * 95 %, from a random draw. Each pair is a population and its sample.
 */
export const SAMPLE_TABLE: readonly (readonly [population: number, sample: number])[] = [
  ...rows(10, 5, [10, 14, 19, 24, 28, 32, 36, 40, 44, 48, 52, 56, 59, 63, 66, 70, 73, 76, 80]),
  ...rows(110, 10, [86, 92, 97, 103, 108, 113, 118, 123, 127, 132, 136, 140, 144, 148, 152, 155, 159, 162, 165, 169]),
  ...rows(320, 20, [175, 181, 186, 191, 196, 201, 205, 210, 214, 217]),
  ...rows(550, 50, [226, 234, 242, 248, 254, 260, 265, 269, 274, 278]),
  ...rows(1100, 100, [285, 291, 297, 302, 306, 310, 313, 317, 320, 322]),
  ...rows(2200, 200, [327, 331, 335, 338, 341]),
  ...rows(3500, 500, [346, 351, 354, 357]),
  ...rows(6000, 1000, [361, 364, 367, 368, 370]),
  [15_000, 375],
  [20_000, 377],
  [30_000, 379],
  [40_000, 380],
  [50_000, 381],
  [75_000, 382],
  [1_000_000, 384],
]

export type SampleSize = { formula: number; table: number }

/**
 * How many respondents a population needs: by the formula, rounded to the nearest, and by the table, whose next row up
 * is taken (its last row beyond its end) and never more than the population. RangeError unless a whole number ≥ 1.
 */
export function sampleSize(population: number): SampleSize {
  if (!Number.isSafeInteger(population) || population < 1) throw new RangeError('A population is a whole number from 1')
  return { formula: sampleByFormula(population), table: sampleByTable(population) }
}

// n = χ²NP(1−P) / (d²(N−1) + χ²P(1−P)) with χ² = 3.841, P = 0.5 and d = 0.05.
function sampleByFormula(population: number): number {
  const spread = 3.841 * 0.25
  return Math.round((spread * population) / (0.0025 * (population - 1) + spread))
}

function sampleByTable(population: number): number {
  const row = SAMPLE_TABLE.find(([rowPopulation]) => rowPopulation >= population) ?? SAMPLE_TABLE.at(-1)!
  return Math.min(population, row[1])
}

function rows(from: number, step: number, samples: number[]): [number, number][] {
  return samples.map((sample, i) => [from + i * step, sample])
}
