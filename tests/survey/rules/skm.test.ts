import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ELEMENT_KEYS, elementLabel, type Score, type Scores } from '#server/survey/rules/elements.ts'
import { WEIGHT_POLICIES, type WeightPolicy } from '#server/directory/rules/weight-policy.ts'
import { gradeOf, indexOf, indexWithoutElement, skmResult } from '#server/survey/rules/skm.ts'
import { addAnswer, emptyTally, tallyFromIntegers, type Tally } from '#server/survey/rules/tally.ts'
import { answersOf, randomScores, seeded } from './answers.ts'

type SkmVector = {
  sums: number[]
  answers: number[]
  results: Record<WeightPolicy, { means: number[]; ikm: number; grade: string }>
}
type Published = {
  name: string
  sums?: number[]
  means?: number[]
  answers?: number
  distribution?: Record<string, number[]>
  published: { ikm: number; grade: string; weight: WeightPolicy }
  exact?: number
}
const vectors = JSON.parse(readFileSync('tests/data/statistics.json', 'utf8')) as {
  skm: SkmVector[]
  published: Published[]
  respondents: { sums: number[]; n: number; ikm: number; interval: [number, number] }[]
}

const uniform = (sum: number, n: number) => ELEMENT_KEYS.map(() => ({ sum, answers: n }))

describe('the index', () => {
  it('agrees with every vector under every weight', () => {
    expect(vectors.skm.length).toBeGreaterThan(8)
    for (const { sums, answers, results } of vectors.skm) {
      const elements = sums.map((sum, i) => ({ sum, answers: answers[i]! }))
      for (const weight of WEIGHT_POLICIES) {
        const { ikm, grade } = indexOf(elements, weight)
        expect({ ikm, grade }).toEqual({ ikm: results[weight].ikm, grade: results[weight].grade })
      }
      const means = elements.map(({ sum, answers }) => sum / answers)
      means.forEach((mean, i) => expect(mean).toBeCloseTo(results.exact.means[i]!, 6))
    }
  })

  it('reproduces the published tables under their own weight', () => {
    expect(vectors.published).toHaveLength(2)
    for (const { sums, means, answers, published, exact } of vectors.published) {
      const elements = sums
        ? sums.map((sum) => ({ sum, answers: answers! }))
        : means!.map((mean) => ({ sum: Math.round(mean * 100), answers: 100 }))
      expect(indexOf(elements, published.weight)).toMatchObject({ ikm: published.ikm, grade: published.grade })
      if (exact) expect(indexOf(elements, 'exact').ikm).toBe(exact)
    }
  })

  it('reproduces a published distribution from its level counts', () => {
    const { distribution, answers, published, exact } = vectors.published.find((table) => table.distribution)!
    const levels = ELEMENT_KEYS.map((_, i) => [0, ...['2', '3', '4'].map((level) => distribution![level]![i]!), 0])
    const totals = Array.from({ length: 28 }, () => 0)
    totals[20] = answers!
    const tally = tallyFromIntegers([...levels.flat(), ...totals])
    expect(skmResult(tally, published.weight)).toMatchObject({ ikm: 90.56, grade: 'A', respondents: 29 })
    expect(skmResult(tally, 'exact').ikm).toBe(exact)
    // V1c: without the cost, 839 points of 232 answers.
    expect(indexWithoutElement(tally, 'cost').ikm).toBe(90.41)
  })

  it('reproduces a published table of respondents, with its interval', () => {
    const { sums, n, ikm, interval } = vectors.respondents[0]!
    const tally = answersOf('server/demo/data/sekadau-2019-s1.csv')
    const result = skmResult(tally, 'exact')
    expect(result.elements.map(({ sum }) => sum)).toEqual(sums)
    expect(result).toMatchObject({ respondents: n, received: n, ikm, grade: 'B', couldBe: ['B', 'C'] })
    expect(result.interval![0]).toBeCloseTo(interval[0], 4)
    expect(result.interval![1]).toBeCloseTo(interval[1], 4)
  })

  it.each([
    [3600, 100, 100, 'A'],
    [261, 29, 25, 'D'],
    [31786, 1000, 88.29, 'B'],
    [31790, 1000, 88.31, 'A'],
    [27579, 1000, 76.61, 'B'],
    [23399, 1000, 65, 'C'],
    [23400, 1000, 65, 'C'],
  ])('of %d points from %d respondents is %d, %s', (points, n, ikm, grade) => {
    const elements = ELEMENT_KEYS.map((_, i) => ({
      sum: Math.floor(points / 9) + (i < points % 9 ? 1 : 0),
      answers: n,
    }))
    expect(indexOf(elements, 'exact')).toMatchObject({ ikm, grade })
  })

  it('rounds an exact half up, where floating point would round it down', () => {
    // 17205 / 5000 · 25 = 86.025: a half that a double may hold as slightly less.
    expect(indexOf(uniform(17205, 5000), 'exact').ikm).toBe(86.03)
    expect(indexOf(uniform(17661, 5000), 'exact')).toMatchObject({ ikm: 88.31, grade: 'A' })
    expect(indexOf(uniform(12999, 5000), 'exact')).toMatchObject({ ikm: 65, grade: 'C' })
  })

  it('agrees with floating point, save at the last digit', () => {
    const random = seeded(7)
    for (let round = 0; round < 500; round++) {
      const elements = ELEMENT_KEYS.map(() => {
        const answers = 1 + Math.floor(random() * 5000)
        return { answers, sum: answers + Math.floor(random() * (3 * answers + 1)) }
      })
      const ni = elements.reduce((total, { sum, answers }) => total + sum / answers / 9, 0)
      expect(Math.abs(indexOf(elements, 'exact').ikm! - ni * 25)).toBeLessThan(0.005 + 1e-9)
      expect(indexOf(elements, 'exact').ni).toBeCloseTo(ni, 12)
    }
  })

  it('is missing while one element has no answer', () => {
    const tally = emptyTally()
    for (let i = 0; i < 5; i++) addAnswer(tally, { ...same(3), facilities: null })
    const result = skmResult(tally, 'exact')
    expect(result).toMatchObject({
      ikm: null,
      ni: null,
      grade: null,
      interval: null,
      couldBe: [],
      respondents: 0,
      received: 5,
    })
    expect(result.elements[8]).toMatchObject({
      key: 'facilities',
      answers: 0,
      mean: null,
      weighted: null,
      interval: null,
      grade: null,
    })
    expect(result.elements[0]).toMatchObject({ answers: 5, sum: 15, mean: 3, grade: 'C' })
  })
})

describe('the result of a tally', () => {
  it('takes a blank out of its own element only', () => {
    const tally = emptyTally()
    addAnswer(tally, same(4))
    addAnswer(tally, { ...same(4), cost: null })
    addAnswer(tally, same(1))
    const result = skmResult(tally, 'exact')
    expect(result.respondents).toBe(2)
    expect(result.elements[3]).toMatchObject({ key: 'cost', answers: 2, blanks: 1, mean: 2.5, levels: [1, 0, 0, 1] })
    expect(result.elements[0]).toMatchObject({ answers: 3, blanks: 0, mean: 3 })
    expect(result.ikm).toBe(73.61)
  })

  it('gives no interval below two', () => {
    const tally = emptyTally()
    addAnswer(tally, same(4))
    expect(skmResult(tally, 'exact')).toMatchObject({ ikm: 100, interval: null, couldBe: [] })
    expect(skmResult(tally, 'exact').elements[0]!.interval).toBeNull()
  })

  it('scales the interval of the index with the weight, not that of an element', () => {
    const tally = someTally(60)
    const exact = skmResult(tally, 'exact')
    const rounded = skmResult(tally, '0.11')
    expect(rounded.interval![0]).toBeCloseTo(exact.interval![0] * 0.99, 10)
    expect(rounded.interval![1]).toBeCloseTo(exact.interval![1] * 0.99, 10)
    expect(rounded.elements.map(({ interval }) => interval)).toEqual(exact.elements.map(({ interval }) => interval))
    expect(rounded.elements[0]!.weighted).toBeCloseTo(exact.elements[0]!.mean! * 0.11, 12)
  })

  it('names its own grade among those it could be, best first', () => {
    for (let n = 2; n < 60; n++) {
      const { grade, couldBe } = skmResult(someTally(n), 'exact')
      expect(couldBe).toContain(grade)
      expect([...couldBe].sort()).toEqual(couldBe)
    }
  })
})

describe('a grade', () => {
  it.each([
    [88.31, 'A'],
    [88.305, 'A'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ])('of %d is %s', (index, grade) => expect(gradeOf(index)).toBe(grade))
})

describe('the labels U8 and U9', () => {
  it('follow the declared order', () => {
    expect(elementLabel('complaint_handling', 'regulation')).toBe('U8')
    expect(elementLabel('complaint_handling', 'annex')).toBe('U9')
    expect(elementLabel('facilities', 'annex')).toBe('U8')
    expect(elementLabel('behaviour', 'annex')).toBe('U7')
  })
})

function same(score: Score): Scores {
  return Object.fromEntries(ELEMENT_KEYS.map((key) => [key, score])) as Scores
}

function someTally(n: number): Tally {
  const random = seeded(n)
  const tally = emptyTally()
  for (let i = 0; i < n; i++) addAnswer(tally, randomScores(random, 0))
  return tally
}
