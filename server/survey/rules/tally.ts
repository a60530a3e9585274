import { ELEMENT_KEYS, type Scores } from './elements.ts'

/** How often each level was chosen for one element: 1, 2, 3, 4, and left blank. */
export type LevelCounts = [number, number, number, number, number]

/**
 * All that is kept of a survey's answers for its figures: 73 whole numbers.
 * `levels` is in the order of ELEMENT_KEYS. `totals` counts the respondents who answered all nine, by the sum of their
 * scores, from 9 to 36.
 */
export type Tally = { levels: LevelCounts[]; totals: number[] }

export const TALLY_LENGTH = 73
const LOWEST_TOTAL = 9
const LEVEL_INTEGERS = ELEMENT_KEYS.length * 5
const TOTALS_LENGTH = TALLY_LENGTH - LEVEL_INTEGERS

export function emptyTally(): Tally {
  return {
    levels: ELEMENT_KEYS.map((): LevelCounts => [0, 0, 0, 0, 0]),
    totals: Array.from({ length: TOTALS_LENGTH }, () => 0),
  }
}

/** Counts one respondent into the tally, in place. */
export function addAnswer(tally: Tally, scores: Scores): void {
  let total = 0
  let blanks = 0
  for (let i = 0; i < ELEMENT_KEYS.length; i++) {
    const score = scores[ELEMENT_KEYS[i]!]
    if (score === null) blanks++
    else total += score
    tally.levels[i]![score === null ? 4 : score - 1]!++
  }
  if (blanks === 0) tally.totals[total - LOWEST_TOTAL]!++
}

/** The tally of both groups of respondents together. */
export function addTally(a: Tally, b: Tally): Tally {
  return combine(a, b, 1)
}

/** The tally of `a` without the respondents of `b`; throws RangeError if `b` isn't a part of `a`. */
export function subtractTally(a: Tally, b: Tally): Tally {
  return combine(a, b, -1)
}

/** The tally as 73 whole numbers: five for each element in fixed order, then the 28 totals. */
export function tallyToIntegers(tally: Tally): number[] {
  return [...tally.levels.flat(), ...tally.totals]
}

/** Reads 73 whole numbers back; throws RangeError on anything that no group of respondents can leave behind. */
export function tallyFromIntegers(integers: readonly number[]): Tally {
  if (integers.length !== TALLY_LENGTH) throw new RangeError(`A tally has ${TALLY_LENGTH} integers`)
  if (!integers.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError('A tally holds counts only')
  }
  const tally = {
    levels: ELEMENT_KEYS.map((_, i) => integers.slice(i * 5, i * 5 + 5) as LevelCounts),
    totals: integers.slice(LEVEL_INTEGERS),
  }
  assertCoherent(tally)
  return tally
}

/** Everyone who handed in answers, with or without blanks. */
export function respondentCount(tally: Tally): number {
  return sum(tally.levels[0]!)
}

/** Those who answered all nine questions. */
export function completeCount(tally: Tally): number {
  return sum(tally.totals)
}

/** The complete respondents' totals that occur, with how many respondents have each. */
export function listTotals(tally: Tally): { total: number; count: number }[] {
  return tally.totals.map((count, i) => ({ total: i + LOWEST_TOTAL, count })).filter(({ count }) => count > 0)
}

function combine(a: Tally, b: Tally, sign: 1 | -1): Tally {
  const other = tallyToIntegers(b)
  return tallyFromIntegers(tallyToIntegers(a).map((count, i) => count + sign * other[i]!))
}

function assertCoherent(tally: Tally): void {
  const respondents = respondentCount(tally)
  const complete = completeCount(tally)
  const blanks = tally.levels.map((levels) => levels[4])
  const fits =
    tally.levels.every((levels) => sum(levels) === respondents) &&
    complete <= respondents - Math.max(...blanks) &&
    complete >= respondents - sum(blanks)
  if (!fits) throw new RangeError('The counts of a tally contradict each other')
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0)
}
