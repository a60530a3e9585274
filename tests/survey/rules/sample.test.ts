import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SAMPLE_TABLE, sampleSize } from '#server/survey/rules/sample.ts'

const vectors = JSON.parse(readFileSync('tests/data/statistics.json', 'utf8')) as { krejcieMorgan: [number, number][] }

describe('a sample', () => {
  it.each(vectors.krejcieMorgan)('of %d people is %d', (population, sample) => {
    expect(sampleSize(population).formula).toBe(sample)
  })

  it('has a table of ninety rows, each as the formula gives it', () => {
    expect(SAMPLE_TABLE).toHaveLength(90)
    for (const [population, sample] of SAMPLE_TABLE)
      expect(sampleSize(population)).toEqual({ formula: sample, table: sample })
  })

  it.each([
    [4384, 354],
    [101, 86],
    [75_001, 384],
    [5_000_000, 384],
    [12, 12],
    [3, 3],
  ])('of %d people is %d by the next row up, or all of them', (population, sample) => {
    expect(sampleSize(population).table).toBe(sample)
  })

  it('never shrinks as the population grows, nor passes it', () => {
    let last = { formula: 0, table: 0 }
    for (let population = 1; population < 3000; population++) {
      const size = sampleSize(population)
      expect(size.formula).toBeGreaterThanOrEqual(last.formula)
      expect(size.table).toBeGreaterThanOrEqual(size.formula)
      expect(size.table).toBeLessThanOrEqual(population)
      last = size
    }
  })

  it.each([0, -1, 1.5, Number.NaN, Infinity])('of %d people is refused', (population) => {
    expect(() => sampleSize(population)).toThrow(RangeError)
  })
})
