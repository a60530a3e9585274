import { describe, expect, it } from 'vitest'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import {
  addAnswer,
  addTally,
  completeCount,
  emptyTally,
  listTotals,
  respondentCount,
  subtractTally,
  tallyFromIntegers,
  tallyToIntegers,
} from '#server/survey/rules/tally.ts'
import { randomScores, seeded } from './answers.ts'

function tallyOf(seed: number, n: number, blank = 0.1) {
  const random = seeded(seed)
  const tally = emptyTally()
  for (let i = 0; i < n; i++) addAnswer(tally, randomScores(random, blank))
  return tally
}

describe('a tally', () => {
  it('is 73 whole numbers, and comes back from them', () => {
    for (let seed = 0; seed < 40; seed++) {
      const tally = tallyOf(seed, seed * 3)
      expect(tallyToIntegers(tally)).toHaveLength(73)
      expect(tallyFromIntegers(tallyToIntegers(tally))).toEqual(tally)
    }
  })

  it('counts levels, blanks and the totals of complete respondents', () => {
    const tally = emptyTally()
    const fours = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, 4])) as ReturnType<typeof randomScores>
    addAnswer(tally, fours)
    addAnswer(tally, { ...fours, cost: 1 })
    addAnswer(tally, { ...fours, cost: null })
    expect(tally.levels[ELEMENT_KEYS.indexOf('cost')]).toEqual([1, 0, 0, 1, 1])
    expect(tally.levels[ELEMENT_KEYS.indexOf('facilities')]).toEqual([0, 0, 0, 3, 0])
    expect(listTotals(tally)).toEqual([
      { total: 33, count: 1 },
      { total: 36, count: 1 },
    ])
    expect([respondentCount(tally), completeCount(tally)]).toEqual([3, 2])
  })

  it('adds and subtracts without touching its parts', () => {
    const a = tallyOf(1, 50)
    const b = tallyOf(2, 31)
    const before = structuredClone(a)
    expect(subtractTally(addTally(a, b), b)).toEqual(a)
    expect(addTally(a, b)).toEqual(addTally(b, a))
    expect(a).toEqual(before)
  })

  it('refuses to take away what it does not hold', () => {
    expect(() => subtractTally(tallyOf(1, 5), tallyOf(2, 9))).toThrow(RangeError)
  })

  it.each([
    ['too few integers', (integers: number[]) => integers.slice(1)],
    ['a negative count', (integers: number[]) => integers.with(0, -1)],
    ['a broken count', (integers: number[]) => integers.with(0, 0.5)],
    ['elements with unequal respondents', (integers: number[]) => integers.with(0, integers[0]! + 1)],
    ['more complete respondents than respondents', (integers: number[]) => integers.with(60, integers[60]! + 20)],
    ['complete respondents who are missing', (integers: number[]) => integers.fill(0, 45)],
  ])('refuses %s', (_, spoil) => {
    expect(() => tallyFromIntegers(spoil(tallyToIntegers(tallyOf(3, 20, 0.01))))).toThrow(RangeError)
  })
})
