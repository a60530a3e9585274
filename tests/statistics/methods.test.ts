import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { holm } from '#server/statistics/holm.ts'
import { mannWhitney } from '#server/statistics/mann-whitney.ts'
import { momentsOfLevels, ordinalMean, pseudoMeanInterval, type Interval } from '#server/statistics/ordinal-mean.ts'
import { newcombeDifference, wilsonInterval, type Share } from '#server/statistics/share.ts'
import { describeSample, minimumDetectableDifference, welchTest } from '#server/statistics/welch.ts'
import { seeded } from '../survey/rules/answers.ts'

type Change = {
  before: number[]
  after: number[]
  difference: number
  t: number
  df: number
  p: number
  interval: Interval
  mannWhitney: { u: number; p: number; superiority: number }
}
const vectors = JSON.parse(readFileSync('tests/data/statistics.json', 'utf8')) as {
  ordinalMeanInterval: { counts: number[]; n: number; mean: number; interval: Interval }[]
  wilson: { successes: number; n: number; interval: Interval }[]
  newcombe: { a: Share; b: Share; difference: number; interval: Interval }[]
  change: Change[]
  holm: { p: number[]; adjusted: number[] }[]
}
const levels = (counts: readonly number[]) => counts.map((count, i) => ({ value: i + 1, count }))
const values = (...list: number[]) => list.map((value) => ({ value, count: 1 }))

// The vectors are printed to six decimals, the last of them rounded.
function expectInterval(actual: Interval | null, expected: Interval) {
  expect(Math.abs(actual![0] - expected[0])).toBeLessThanOrEqual(5.1e-7)
  expect(Math.abs(actual![1] - expected[1])).toBeLessThanOrEqual(5.1e-7)
}

describe('an ordinal mean', () => {
  it.each(vectors.ordinalMeanInterval)('of $counts', ({ counts, n, mean, interval }) => {
    const result = ordinalMean(counts)
    expect(result.n).toBe(n)
    expect(result.mean).toBeCloseTo(mean, 6)
    expectInterval(result.interval, interval)
  })

  it('has no interval below two and no mean of nothing', () => {
    expect(ordinalMean([0, 0, 1, 0])).toEqual({ n: 1, mean: 3, interval: null })
    expect(ordinalMean([0, 0, 0, 0])).toEqual({ n: 0, mean: null, interval: null })
  })

  it('holds its pseudo-respondent mean and stays on the scale', () => {
    const random = seeded(3)
    for (let round = 0; round < 300; round++) {
      const counts = [0, 1, 2, 3].map(() => Math.floor(random() * random() * 60))
      const { n, sum } = momentsOfLevels(counts)
      if (n < 2) continue
      const [low, high] = ordinalMean(counts).interval!
      expect(low).toBeGreaterThanOrEqual(1)
      expect(high).toBeLessThanOrEqual(4)
      expect((sum + 2.5) / (n + 1)).toBeGreaterThan(low)
      expect((sum + 2.5) / (n + 1)).toBeLessThan(high)
    }
  })

  it('does not break on a million equal answers', () => {
    const [low, high] = pseudoMeanInterval({ n: 1e6, sum: 4e6, sumOfSquares: 16e6 })!
    expect(low).toBeGreaterThan(3.99999)
    expect(high).toBe(4)
  })
})

describe('a share', () => {
  it.each(vectors.wilson)('of $successes in $n', ({ successes, n, interval }) => {
    expectInterval(wilsonInterval([successes, n]), interval)
  })

  it.each(vectors.newcombe)('of $a less one of $b', ({ a, b, difference, interval }) => {
    const result = newcombeDifference(a, b)
    expect(result.difference).toBeCloseTo(difference, 6)
    expectInterval(result.interval, interval)
  })

  it('mirrors itself', () => {
    for (let x = 0; x <= 17; x++) {
      const [low, high] = wilsonInterval([x, 17])
      const [mirrorLow, mirrorHigh] = wilsonInterval([17 - x, 17])
      expect(low).toBeCloseTo(1 - mirrorHigh, 12)
      expect(high).toBeCloseTo(1 - mirrorLow, 12)
    }
  })

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [Number.NaN, 5],
  ])('cannot be %d of %d', (successes, n) => expect(() => wilsonInterval([successes, n])).toThrow(RangeError))
})

describe('a change of means', () => {
  it.each(vectors.change)('from $before to $after', (vector) => {
    const [before, after] = [describeSample(levels(vector.before)), describeSample(levels(vector.after))]
    const welch = welchTest(before, after)!
    expect(after.mean! - before.mean!).toBeCloseTo(vector.difference, 6)
    expect(welch.t).toBeCloseTo(vector.t, 6)
    expect(welch.df).toBeCloseTo(vector.df, 6)
    expect(welch.p).toBeCloseTo(vector.p, 6)
    // Its upper end is printed as …574 here and as …573 in the prose.
    expectInterval(welch.interval, vector.interval)
  })

  it('has the standard deviations of the worked case', () => {
    expect(Math.sqrt(describeSample(levels([3, 12, 60, 45])).variance!)).toBeCloseTo(0.727174, 6)
    expect(Math.sqrt(describeSample(levels([1, 8, 52, 79])).variance!)).toBeCloseTo(0.640328, 6)
  })

  it('turns its sign with the order of the periods', () => {
    const [a, b] = [describeSample(values(1, 2, 4)), describeSample(values(2, 3, 3, 4))]
    expect(welchTest(a, b)!.t).toBeCloseTo(-welchTest(b, a)!.t, 14)
    expect(welchTest(a, b)!.p).toBe(welchTest(b, a)!.p)
  })

  it('has no Welch test without variance or below two', () => {
    const constant = describeSample([{ value: 3.1, count: 7 }])
    expect(constant.variance).toBe(0)
    expect(welchTest(constant, constant)).toBeNull()
    expect(minimumDetectableDifference(constant, constant)).toBeNull()
    expect(welchTest(describeSample(values(3)), describeSample(values(1, 2)))).toBeNull()
    expect(describeSample([])).toEqual({ n: 0, mean: null, variance: null })
  })

  it('is seen from a size that follows from spread and number', () => {
    const sample = { n: 100, mean: 3, variance: 0.36 }
    expect(minimumDetectableDifference(sample, sample)! * 25).toBeCloseTo(5.943, 3)
  })
})

describe('Mann and Whitney', () => {
  it.each(vectors.change)('rank $before against $after', ({ before, after, mannWhitney: expected }) => {
    const result = mannWhitney(levels(before), levels(after))!
    expect(result.u).toBe(expected.u)
    expect(result.p).toBeCloseTo(expected.p, 6)
    expect(result.superiority).toBeCloseTo(expected.superiority, 6)
  })

  it('agree with the worked case of single values', () => {
    const result = mannWhitney(values(20, 11, 17, 12), values(19, 22, 16, 29, 24))!
    expect(result.u).toBe(17)
    expect(result.p).toBeCloseTo(0.111347, 6)
  })

  it('count each pair once', () => {
    const random = seeded(11)
    for (let round = 0; round < 50; round++) {
      const draw = () => [0, 1, 2, 3].map(() => Math.floor(random() * 9))
      const [before, after] = [
        [...draw(), 1],
        [...draw(), 1],
      ]
      const pairs = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
      const forward = mannWhitney(levels(before), levels(after))!
      const backward = mannWhitney(levels(after), levels(before))!
      expect(forward.u + backward.u).toBe(pairs(before) * pairs(after))
      expect(forward.p).toBeCloseTo(backward.p, 12)
      let byHand = 0
      for (const [i, n] of before.entries()) {
        for (const [j, m] of after.entries()) byHand += n * m * (j > i ? 1 : j === i ? 0.5 : 0)
      }
      expect(forward.u).toBe(byHand)
    }
  })

  it('see nothing where all values are equal, and nothing at all in an empty sample', () => {
    expect(mannWhitney(levels([0, 0, 0, 7]), levels([0, 0, 0, 9]))).toMatchObject({ u: 31.5, p: 1 })
    expect(mannWhitney([], levels([0, 1]))).toBeNull()
    expect(mannWhitney(levels([0, 0]), levels([0, 1]))).toBeNull()
  })
})

describe('Holm', () => {
  it.each(vectors.holm)('adjusts $p', ({ p, adjusted }) => {
    holm(p).forEach((value, i) => expect(value).toBeCloseTo(adjusted[i]!, 12))
  })

  it('never lowers a p-value, never passes one, keeps the order and does not mind it', () => {
    const random = seeded(5)
    for (let round = 0; round < 200; round++) {
      const p = Array.from({ length: 1 + Math.floor(random() * 12) }, () => random() ** 3)
      const adjusted = holm(p)
      const sorted = p.map((value, i) => [value, adjusted[i]!] as const).sort((a, b) => a[0] - b[0])
      sorted.forEach(([value, after], i) => {
        expect(after).toBeGreaterThanOrEqual(value)
        expect(after).toBeLessThanOrEqual(1)
        if (i > 0) expect(after).toBeGreaterThanOrEqual(sorted[i - 1]![1])
      })
      expect(holm(p.toReversed())).toEqual(adjusted.toReversed())
    }
  })

  it('has nothing to say of nothing, and refuses what is no p-value', () => {
    expect(holm([])).toEqual([])
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => holm([0.5, p])).toThrow(RangeError)
  })
})
