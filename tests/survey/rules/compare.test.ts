import { describe, expect, it } from 'vitest'
import { ELEMENT_KEYS, type Scores } from '#server/survey/rules/elements.ts'
import { compareTallies } from '#server/survey/rules/compare.ts'
import { addAnswer, emptyTally, type Tally } from '#server/survey/rules/tally.ts'
import { randomScores, seeded } from './answers.ts'

// Respondents who give the same score to all nine: their totals are then nine times the level.
function straight(counts: readonly number[]): Tally {
  const tally = emptyTally()
  counts.forEach((count, i) => {
    const scores = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, i + 1])) as Scores
    for (let n = 0; n < count; n++) addAnswer(tally, scores)
  })
  return tally
}

function drawn(seed: number, n: number, blank = 0): Tally {
  const random = seeded(seed)
  const tally = emptyTally()
  for (let i = 0; i < n; i++) addAnswer(tally, randomScores(random, blank))
  return tally
}

describe('a comparison of two periods', () => {
  it('gives the worked case in index points', () => {
    const result = compareTallies(straight([3, 12, 60, 45]), straight([1, 8, 52, 79]))
    expect(result.difference).toBeCloseTo(6.696, 3)
    expect(result.t).toBeCloseTo(3.127493, 6)
    expect(result.df).toBeCloseTo(239.264848, 6)
    expect(result.p).toBeCloseTo(0.001981, 6)
    expect(result.interval![0]).toBeCloseTo(0.099141 * 25, 4)
    expect(result.interval![1]).toBeCloseTo(0.436574 * 25, 4)
    expect(result.mannWhitney.u).toBe(10116)
    expect(result.mannWhitney.p).toBeCloseTo(0.001627, 6)
    expect(result.verdict).toBe('changed')
    for (const element of result.elements) {
      expect(element.difference).toBeCloseTo(6.696, 3)
      expect(element.p).toBeCloseTo(0.001981, 6)
      expect(element.adjusted).toBeCloseTo(9 * element.p!, 12)
    }
  })

  it('names the smallest change that would have been seen', () => {
    // Two levels, half each: SD 0.5025 of 100.
    const tally = straight([0, 0, 50, 50])
    const spread = Math.sqrt((100 * 0.25) / 99)
    expect(compareTallies(tally, tally).smallestVisible).toBeCloseTo(2.8015852 * spread * Math.sqrt(0.02) * 25, 5)
  })

  it('shows no change between a period and itself', () => {
    const tally = drawn(1, 80, 0.05)
    const result = compareTallies(tally, tally)
    expect(result).toMatchObject({ difference: 0, t: 0, p: 1, verdict: 'not-shown' })
    expect(result.elements.every(({ difference, adjusted }) => difference === 0 && adjusted === 1)).toBe(true)
  })

  it('calls nothing a change with fewer than thirty on one side', () => {
    expect(compareTallies(straight([20, 9, 0, 0]), straight([0, 0, 20, 20])).verdict).toBe('not-shown')
    expect(compareTallies(straight([20, 10, 0, 0]), straight([0, 0, 20, 20])).verdict).toBe('changed')
  })

  it('calls nothing a change that is less than one point, however sure', () => {
    const [before, after] = [straight([0, 0, 50_000, 50_000]), straight([0, 0, 48_080, 51_920])]
    const result = compareTallies(before, after)
    expect(result.difference).toBeCloseTo(0.48, 10)
    expect(result.p).toBeLessThan(1e-12)
    expect(result.verdict).toBe('not-shown')
  })

  it('calls exactly one point a change', () => {
    const [before, after] = [straight([0, 0, 50_000, 50_000]), straight([0, 0, 46_000, 54_000])]
    expect(compareTallies(before, after)).toMatchObject({ verdict: 'changed', difference: 1 })
    expect(compareTallies(after, before)).toMatchObject({ verdict: 'changed', difference: -1 })
  })

  it('measures elements on their own answers and the index on complete respondents', () => {
    const after = drawn(2, 40)
    for (let i = 0; i < 40; i++) addAnswer(after, { ...randomScores(seeded(i), 0), cost: null, product: 1 })
    const before = drawn(2, 40)
    const result = compareTallies(before, after)
    expect(result.difference).toBe(0)
    expect(result.elements.find(({ key }) => key === 'cost')!.difference).toBe(0)
    expect(result.elements.find(({ key }) => key === 'product')!.difference).toBeLessThan(-20)
  })

  it('falls back on ranks where nothing varies', () => {
    const still = compareTallies(straight([0, 0, 0, 40]), straight([0, 0, 0, 35]))
    expect(still).toMatchObject({ difference: 0, interval: null, t: null, df: null, p: 1, smallestVisible: null })
    expect(still.verdict).toBe('not-shown')
    expect(still.elements[0]).toMatchObject({ difference: 0, p: 1, adjusted: 1 })
    const risen = compareTallies(straight([0, 0, 40, 0]), straight([0, 0, 0, 35]))
    expect(risen).toMatchObject({ difference: 25, t: null, verdict: 'changed' })
    expect(risen.p).toBe(risen.mannWhitney.p)
    const few = compareTallies(straight([0, 0, 2, 0]), straight([0, 0, 0, 2]))
    expect(few.p).toBeGreaterThan(0.05)
  })

  it.each([0, 1, 2, 3])('holds numbers or nothing, never NaN, with %d respondents', (n) => {
    for (const other of [emptyTally(), straight([0, 0, 1, 0]), straight([0, 0, 3, 0]), drawn(4, 30, 0.5)]) {
      for (const result of [compareTallies(drawn(n, n), other), compareTallies(other, drawn(n, n, 0.5))]) {
        const numbers: unknown[] = JSON.parse(
          JSON.stringify(Object.values(result), (_, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'broken' : value,
          ),
        )
        expect(JSON.stringify(numbers)).not.toContain('broken')
        expect(result.elements.map(({ key }) => key)).toEqual([...ELEMENT_KEYS])
      }
    }
  })

  it('has nothing to compare with an empty period', () => {
    const result = compareTallies(emptyTally(), drawn(1, 40))
    expect(result).toMatchObject({ difference: null, p: null, smallestVisible: null, verdict: 'not-shown' })
    expect(result.mannWhitney).toEqual({ u: null, p: null })
    expect(result.elements[0]).toEqual({ key: 'requirements', difference: null, p: null, adjusted: null })
  })
})
