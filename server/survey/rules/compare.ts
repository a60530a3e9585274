import { holm } from '#server/statistics/holm.ts'
import { mannWhitney } from '#server/statistics/mann-whitney.ts'
import type { Interval } from '#server/statistics/ordinal-mean.ts'
import { describeSample, minimumDetectableDifference, welchTest, type ValueCount } from '#server/statistics/welch.ts'
import { ELEMENT_KEYS, type ElementKey } from './elements.ts'
import { listTotals, type LevelCounts, type Tally } from './tally.ts'

export type ElementComparison = {
  key: ElementKey
  /** After − before in index points, each mean over its own answers; null when a side has none. */
  difference: number | null
  p: number | null
  /** Holm over the elements that could be tested. */
  adjusted: number | null
}

/** What changed between two periods, in index points, from the respondents who answered all nine. */
export type Comparison = {
  difference: number | null
  interval: Interval | null
  t: number | null
  df: number | null
  /** Welch's; that of Mann–Whitney where nothing varies on either side and Welch has no t. Null below two respondents. */
  p: number | null
  /** `u` is that of the later period. */
  mannWhitney: { u: number | null; p: number | null }
  elements: ElementComparison[]
  /** The smallest change that these samples would show in four cases of five; null where it can't be known. */
  smallestVisible: number | null
  verdict: 'changed' | 'not-shown'
}

/** A change is called one when p < 0.05, it is a whole index point, and thirty answered on both sides. */
export const CHANGE_RULE = { p: 0.05, points: 1, respondents: 30 } as const

const POINTS_PER_LEVEL = 25
const ELEMENTS = ELEMENT_KEYS.length

/** Compares two periods. Any weight policy changes both alike, so the comparison is made under the exact weight. */
export function compareTallies(before: Tally, after: Tally): Comparison {
  const [earlier, later] = [totalsOf(before), totalsOf(after)]
  const { smallestVisible, ...test } = compareSamples(earlier, later, ELEMENTS)
  const ranks = mannWhitney(earlier, later)
  return {
    ...test,
    mannWhitney: { u: ranks?.u ?? null, p: ranks?.p ?? null },
    elements: compareElements(before, after),
    smallestVisible,
    verdict: isChange(earlier, later, test.p) ? 'changed' : 'not-shown',
  }
}

export type ElementChange = ElementComparison & {
  /** 95 %, index points. */
  interval: Interval | null
  verdict: 'changed' | 'not-shown'
}

/** One element's change with its range, by the same rule as that of the whole: Holm's p, a whole point, thirty on both sides. */
export function compareElement(before: Tally, after: Tally, key: ElementKey): ElementChange {
  const i = ELEMENT_KEYS.indexOf(key)
  const [earlier, later] = [scoresOf(before.levels[i]!), scoresOf(after.levels[i]!)]
  const compared = compareElements(before, after)[i]!
  const { interval, difference } = compareSamples(earlier, later, 1)
  const isWide = difference !== null && Math.abs(difference) >= CHANGE_RULE.points
  const enough = [earlier, later].every((side) => countAndSum(side)[0] >= CHANGE_RULE.respondents)
  const isSure = compared.adjusted !== null && compared.adjusted < CHANGE_RULE.p
  return { ...compared, interval, verdict: isWide && enough && isSure ? 'changed' : 'not-shown' }
}

function compareElements(before: Tally, after: Tally): ElementComparison[] {
  const tests = ELEMENT_KEYS.map((key, i) => ({
    key,
    ...compareSamples(scoresOf(before.levels[i]!), scoresOf(after.levels[i]!), 1),
  }))
  const adjusted = holm(tests.flatMap(({ p }) => (p === null ? [] : [p])))
  return tests.map(({ key, difference, p }) => ({
    key,
    difference,
    p,
    adjusted: p === null ? null : adjusted.shift()!,
  }))
}

/** In index points; each value is the sum of so many scores. */
function compareSamples(before: readonly ValueCount[], after: readonly ValueCount[], scores: number) {
  const points = POINTS_PER_LEVEL / scores
  const [earlier, later] = [describeSample(before), describeSample(after)]
  const welch = welchTest(earlier, later)
  const visible = minimumDetectableDifference(earlier, later)
  const known = earlier.mean !== null && later.mean !== null
  const testable = earlier.variance !== null && later.variance !== null
  const interval: Interval | null = welch && [welch.interval[0] * points, welch.interval[1] * points]
  return {
    difference: known ? differenceOf(before, after, scores) : null,
    interval,
    t: welch?.t ?? null,
    df: welch?.df ?? null,
    p: testable ? (welch ?? mannWhitney(before, after)!).p : null,
    smallestVisible: visible === null ? null : visible * points,
  }
}

// Rounded once, so that a difference of exactly one point is printed as 1.
function differenceOf(before: readonly ValueCount[], after: readonly ValueCount[], scores: number): number {
  const [n, points] = countAndSum(before)
  const [m, laterPoints] = countAndSum(after)
  return (POINTS_PER_LEVEL * (laterPoints * n - points * m)) / (scores * n * m)
}

// The threshold of one point is compared in whole numbers: 25/9 · |S₂/n₂ − S₁/n₁| ≥ 1.
function isChange(before: readonly ValueCount[], after: readonly ValueCount[], p: number | null): boolean {
  const [n, points] = countAndSum(before)
  const [m, laterPoints] = countAndSum(after)
  const enough = n >= CHANGE_RULE.respondents && m >= CHANGE_RULE.respondents
  if (p === null || p >= CHANGE_RULE.p || !enough) return false
  const distance = 25n * (BigInt(laterPoints) * BigInt(n) - BigInt(points) * BigInt(m))
  const bound = 9n * BigInt(CHANGE_RULE.points) * BigInt(n) * BigInt(m)
  return distance >= bound || -distance >= bound
}

function countAndSum(counts: readonly ValueCount[]): [n: number, sum: number] {
  return counts.reduce<[number, number]>(([n, sum], { value, count }) => [n + count, sum + value * count], [0, 0])
}

function totalsOf(tally: Tally): ValueCount[] {
  return listTotals(tally).map(({ total, count }) => ({ value: total, count }))
}

function scoresOf(levels: LevelCounts): ValueCount[] {
  return levels.slice(0, 4).map((count, i) => ({ value: i + 1, count }))
}
