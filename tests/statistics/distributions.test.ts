import { describe, expect, it } from 'vitest'
import { normalUpperQuantile, normalUpperTail } from '#server/statistics/normal.ts'
import { studentDensity, studentQuantile, studentTwoSided, studentUpperTail } from '#server/statistics/student-t.ts'

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1)

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [3, 0.00134989803163009],
    [7, 1.2798125438858352e-12],
    [20, 2.7536241186062337e-89],
  ])('has the known tail above %d', (x, tail) => {
    expect(relative(normalUpperTail(x), tail)).toBeLessThan(1e-13)
    expect(normalUpperTail(-x) + normalUpperTail(x)).toBeCloseTo(1, 15)
  })

  it('has one tail where its two formulas meet', () => {
    expect(relative(normalUpperTail(2 - 1e-12), normalUpperTail(2))).toBeLessThan(1e-11)
  })

  it('has the quantiles that surveys use', () => {
    expect(normalUpperQuantile(0.025)).toBeCloseTo(1.959963984540054, 14)
    expect(normalUpperQuantile(0.2)).toBeCloseTo(0.8416212335729143, 14)
    expect(normalUpperQuantile(0.5)).toBe(0)
    for (let tail = 0.001; tail < 0.5; tail += 0.017)
      expect(normalUpperTail(normalUpperQuantile(tail))).toBeCloseTo(tail, 14)
  })
})

describe("Student's t", () => {
  it.each([
    [4, 2.776445],
    [9, 2.262157],
    [28, 2.048407],
    [119, 1.9801],
    [139, 1.977178],
    [239.264848, 1.969928],
  ])('has the tabled quantile at %d degrees of freedom', (df, quantile) => {
    expect(studentQuantile(0.975, df)).toBeCloseTo(quantile, 6)
    expect(studentQuantile(0.025, df)).toBeCloseTo(-quantile, 6)
  })

  // With 1, 2 and 4 degrees of freedom the tail has a closed form.
  it.each([
    [1, (t: number) => Math.atan(1 / t) / Math.PI],
    [2, (t: number) => 1 / (Math.sqrt(2 + t * t) * (Math.sqrt(2 + t * t) + t))],
  ])('agrees with the closed form at %d degrees of freedom, far into the tail', (df, closed) => {
    for (const t of [1e-9, 0.01, 0.3, 1, 1.7, 2.5, 10, 100, 1e4, 1e6, 1e11]) {
      expect(relative(studentUpperTail(t, df), closed(t))).toBeLessThan(1e-13)
    }
  })

  // Computed to thirty digits with the incomplete beta function of an arbitrary-precision library.
  it.each([
    [0.3, 5, 0.2154355305768183],
    [2.5, 1.3, 0.1502433946353541],
    [28, 4, 0.0002101034285532789],
    [57.3, 7.5, 2.266283737803056e-10],
    [239.264848, 3.127493, 0.00099073383285758],
    [999.5, 0.2, 0.4207606323315616],
    [1e5, 5.5, 1.903588599492516e-8],
  ])('with %d degrees of freedom has the known tail above %d', (df, t, tail) => {
    expect(relative(studentUpperTail(t, df), tail)).toBeLessThan(1e-11)
  })

  it('nears the normal distribution as the degrees of freedom grow', () => {
    for (const x of [0.1, 1, 2, 4, 7]) {
      // The first term of the expansion in 1/df.
      const df = 1e9
      const expected =
        normalUpperTail(x) + (((x ** 3 + x) / (4 * df)) * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
      expect(relative(studentUpperTail(x, df), expected)).toBeLessThan(1e-6)
    }
  })

  it('comes back from its quantile for any degrees of freedom, down to tails of 1e-12', () => {
    for (const df of [0.1, 0.5, 1, 1.5, 2, 3.7, 10, 57.3, 239.26, 999, 1e5, 1e7]) {
      for (const tail of [0.5 - 1e-9, 0.49, 0.3, 0.1, 0.025, 1e-3, 1e-6, 1e-9, 1e-12]) {
        const t = -studentQuantile(tail, df)
        expect(relative(studentUpperTail(t, df), tail)).toBeLessThan(df > 1e5 ? 1e-9 : 1e-12)
      }
    }
  })

  it('has a density that is the slope of its distribution', () => {
    for (const df of [0.7, 3, 12.5, 200]) {
      for (const t of [-3, -0.5, 0, 1, 2.5]) {
        const slope = (studentUpperTail(t - 1e-5, df) - studentUpperTail(t + 1e-5, df)) / 2e-5
        expect(studentDensity(t, df)).toBeCloseTo(slope, 8)
      }
    }
  })

  it('counts both sides of a statistic', () => {
    expect(studentTwoSided(-2.262157162798205, 9)).toBeCloseTo(0.05, 14)
    expect(studentTwoSided(0, 9)).toBe(1)
  })

  it.each([
    [0, 5],
    [1, 5],
    [0.5, 0],
    [0.5, Number.NaN],
  ])('has no quantile at %d with %d degrees of freedom', (p, df) => {
    expect(() => studentQuantile(p, df)).toThrow(RangeError)
  })
})
