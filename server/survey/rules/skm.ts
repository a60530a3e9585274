import type { WeightPolicy } from '#server/directory/rules/weight-policy.ts'
import { ordinalMean, pseudoMeanInterval, type Interval } from '#server/statistics/ordinal-mean.ts'
import { ELEMENT_KEYS, type ElementKey } from './elements.ts'
import { completeCount, listTotals, respondentCount, type LevelCounts, type Tally } from './tally.ts'

export type Grade = 'A' | 'B' | 'C' | 'D'

/** Lower bounds of the grades in PermenPANRB 14/2017, in hundredths of an index point, best first. */
const GRADE_BOUNDS: readonly [Grade, number][] = [
  ['A', 8831],
  ['B', 7661],
  ['C', 6500],
  ['D', 0],
]

export const GRADE_LABELS: Readonly<Record<Grade, string>> = {
  A: 'Sangat baik',
  B: 'Baik',
  C: 'Kurang baik',
  D: 'Tidak baik',
}

/** Sum of scores and number of answers of one element: all that its mean needs. */
export type ElementSum = { sum: number; answers: number }

export type ElementResult = ElementSum & {
  key: ElementKey
  blanks: number
  /** How many chose 1, 2, 3 and 4. */
  levels: [number, number, number, number]
  /** NRR, 1 to 4; null when nobody answered. */
  mean: number | null
  /** NRR tertimbang: the mean times the weight. */
  weighted: number | null
  /** 95 % interval of the mean on the scale 1 to 4; null below two answers. */
  interval: Interval | null
  grade: Grade | null
}

export type SkmResult = {
  /** Rows with all nine answers: they make the interval of the index. */
  respondents: number
  /** Everyone who handed in answers, with or without blanks. */
  received: number
  weight: WeightPolicy
  elements: ElementResult[]
  /** Nilai interval, the sum of the weighted means, 1 to 4. */
  ni: number | null
  /** Indeks Kepuasan Masyarakat, rounded half up to two decimals; null while an element has no answer. */
  ikm: number | null
  /** 95 % interval of the index, in index points, not rounded; null below two complete respondents. */
  interval: Interval | null
  grade: Grade | null
  /** Every grade that the interval touches, and the grade itself, best first; empty without an interval. */
  couldBe: Grade[]
}

type Fraction = { top: bigint; bottom: bigint }

const WEIGHTS: Readonly<Record<WeightPolicy, Fraction>> = {
  exact: { top: 1n, bottom: 9n },
  '0.111': { top: 111n, bottom: 1000n },
  '0.11': { top: 11n, bottom: 100n },
}

/** The whole result of a survey from its tally: the one object behind sentence, table, chart and files. */
export function skmResult(tally: Tally, weight: WeightPolicy): SkmResult {
  const elements = ELEMENT_KEYS.map((key, i) => elementResult(key, tally.levels[i]!, WEIGHTS[weight]))
  const index = indexOf(elements, weight)
  const interval = indexInterval(tally, weight)
  return {
    respondents: completeCount(tally),
    received: respondentCount(tally),
    weight,
    elements,
    ...index,
    interval,
    couldBe: index.grade && interval ? gradesBetween(interval, index.grade) : [],
  }
}

/** NI, IKM and grade of nine elements' sums; all null while one of them has no answer. Exact until the last rounding. */
export function indexOf(
  elements: readonly ElementSum[],
  weight: WeightPolicy,
): Pick<SkmResult, 'ni' | 'ikm' | 'grade'> {
  return indexUnder(elements, WEIGHTS[weight])
}

/** The index without one element, each of the others weighing 1/8: what a free service would get without its cost. */
export function indexWithoutElement(tally: Tally, key: ElementKey): Pick<SkmResult, 'ni' | 'ikm' | 'grade'> {
  const others = skmResult(tally, 'exact').elements.filter((element) => element.key !== key)
  return indexUnder(others, { top: 1n, bottom: BigInt(others.length) })
}

/** The grade of an index, rounded half up to two decimals first: the printed bands leave gaps otherwise. */
export function gradeOf(index: number): Grade {
  return gradeOfHundredths(Math.floor(index * 100 + 0.5))
}

/** The lowest index of a grade, in index points. */
export function gradeBound(grade: Grade): number {
  return grade === 'D' ? 25 : GRADE_BOUNDS.find(([name]) => name === grade)![1] / 100
}

function elementResult(key: ElementKey, counts: LevelCounts, weight: Fraction): ElementResult {
  const [one, two, three, four, blanks] = counts
  const levels: ElementResult['levels'] = [one, two, three, four]
  const { n: answers, mean, interval } = ordinalMean(levels)
  const sum = one + 2 * two + 3 * three + 4 * four
  const weighted =
    mean === null ? null : toNumber({ top: BigInt(sum) * weight.top, bottom: BigInt(answers) * weight.bottom })
  const grade =
    mean === null ? null : gradeOfHundredths(roundHalfUp({ top: 2500n * BigInt(sum), bottom: BigInt(answers) }))
  return { key, answers, blanks, levels, sum, mean, weighted, interval, grade }
}

function indexUnder(elements: readonly ElementSum[], weight: Fraction): Pick<SkmResult, 'ni' | 'ikm' | 'grade'> {
  if (elements.some(({ answers }) => answers === 0)) return { ni: null, ikm: null, grade: null }
  const means = elements.reduce(
    (total, { sum, answers }) => ({
      top: total.top * BigInt(answers) + BigInt(sum) * total.bottom,
      bottom: total.bottom * BigInt(answers),
    }),
    { top: 0n, bottom: 1n },
  )
  const ni = { top: means.top * weight.top, bottom: means.bottom * weight.bottom }
  const hundredths = roundHalfUp({ top: 2500n * ni.top, bottom: ni.bottom })
  return { ni: toNumber(ni), ikm: hundredths / 100, grade: gradeOfHundredths(hundredths) }
}

// The interval rests on each complete respondent's own mean, which keeps the correlation between elements.
function indexInterval(tally: Tally, weight: WeightPolicy): Interval | null {
  const moments = { n: 0, sum: 0, sumOfSquares: 0 }
  for (const { total, count } of listTotals(tally)) {
    moments.n += count
    moments.sum += (count * total) / 9
    moments.sumOfSquares += (count * total * total) / 81
  }
  const interval = pseudoMeanInterval(moments)
  if (interval === null) return null
  const { top, bottom } = WEIGHTS[weight]
  const scale = (25 * 9 * Number(top)) / Number(bottom)
  return [interval[0] * scale, interval[1] * scale]
}

function gradesBetween([low, high]: Interval, grade: Grade): Grade[] {
  const order = GRADE_BOUNDS.map(([name]) => name)
  const touched = [gradeOf(high), grade, gradeOf(low)].map((name) => order.indexOf(name))
  return order.slice(Math.min(...touched), Math.max(...touched) + 1)
}

function gradeOfHundredths(hundredths: number): Grade {
  return GRADE_BOUNDS.find(([, bound]) => hundredths >= bound)![0]
}

function roundHalfUp({ top, bottom }: Fraction): number {
  return Number((2n * top + bottom) / (2n * bottom))
}

// Nine denominators multiplied can outgrow a double's mantissa but not its range: below 10^300 for a billion answers each.
function toNumber({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom)
}
