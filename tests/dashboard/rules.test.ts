import { describe, expect, test } from 'vitest'
import { controlOf } from '#server/dashboard/rules/control.ts'
import { fitsFunnel, funnelOf } from '#server/dashboard/rules/funnel.ts'
import { halfYearOf, overlaps, parseHalfYear } from '#server/dashboard/rules/half-year.ts'
import { poolOf } from '#server/dashboard/rules/pool.ts'
import { ELEMENT_KEYS, type Score, type Scores } from '#server/survey/rules/elements.ts'
import { skmResult } from '#server/survey/rules/skm.ts'
import { addAnswer, emptyTally, type Tally } from '#server/survey/rules/tally.ts'

/** So many respondents who give one score throughout, and some who leave an element blank. */
function tallyOf(counts: Partial<Record<Score, number>>, { blanks = 0 } = {}): Tally {
  const tally = emptyTally()
  const all = (score: Score) => Object.fromEntries(ELEMENT_KEYS.map((key) => [key, score])) as Scores
  for (const [score, count] of Object.entries(counts)) {
    for (let i = 0; i < count; i++) addAnswer(tally, all(Number(score) as Score))
  }
  for (let i = 0; i < blanks; i++) addAnswer(tally, { ...all(3), cost: null })
  return tally
}

describe('half-years', () => {
  test.each([
    ['2026-01-01', '2026-1'],
    ['2026-06-30', '2026-1'],
    ['2026-07-01', '2026-2'],
    ['2026-12-31', '2026-2'],
  ])('%s lies in %s', (day, key) => {
    expect(halfYearOf(day).key).toBe(key)
    expect(parseHalfYear(key)).toEqual(halfYearOf(day))
  })

  test('a key of another form is none', () => {
    expect(['2026', '2026-3', '2026-12', '26-1', ''].map(parseHalfYear)).toEqual(Array(5).fill(undefined))
  })

  test('a survey belongs to each half-year that its days touch, the first and the last day included', () => {
    const half = halfYearOf('2026-07-01')
    const touches = (firstDay: string, lastDay: string) => overlaps(half, { firstDay, lastDay })
    expect(touches('2026-01-01', '2026-07-01')).toBe(true)
    expect(touches('2026-12-31', '2027-03-01')).toBe(true)
    expect(touches('2026-01-01', '2026-12-31')).toBe(true)
    expect(touches('2026-01-01', '2026-06-30')).toBe(false)
    expect(touches('2027-01-01', '2027-01-31')).toBe(false)
  })
})

describe('a pooled figure', () => {
  test('is the figure of one survey that all had answered', () => {
    const [small, large] = [tallyOf({ 4: 10 }), tallyOf({ 3: 90 })]
    const pooled = poolOf([small, large], 'exact')!
    expect(pooled).toMatchObject({ ...figuresOf(tallyOf({ 4: 10, 3: 90 })), parts: 2, received: 100 })
    // The mean of the units would be 87.5.
    expect(pooled.ikm).toBe(77.5)
  })

  test('follows the weight of the region', () => {
    expect(poolOf([tallyOf({ 4: 10 }), tallyOf({ 4: 10 })], '0.11')).toMatchObject({ ikm: 99, weight: '0.11' })
  })

  test('is none for fewer than two results', () => {
    expect(poolOf([], 'exact')).toBeNull()
    expect(poolOf([tallyOf({ 4: 10 })], 'exact')).toBeNull()
  })

  function figuresOf(tally: Tally) {
    const { ikm, grade, interval, respondents } = skmResult(tally, 'exact')
    return { ikm, grade, interval, respondents }
  }
})

describe('units side by side', () => {
  const mixed = (fours: number) => tallyOf({ 3: 100 - fours, 4: fours })
  const named = (tallies: Tally[]) => tallies.map((tally, i) => ({ unit: `unit ${i + 1}`, tally }))

  test('stand from five on, in the order given, whatever their values', () => {
    const tallies = [mixed(50), mixed(90), mixed(10), mixed(48), mixed(52)]
    expect(funnelOf(named(tallies.slice(1)))).toBeNull()
    const funnel = funnelOf(named(tallies))!
    expect(funnel.points.map(({ unit, number }) => [unit, number])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [`unit ${number}`, number]),
    )
    expect(funnel.points.map(({ position }) => position)).toEqual([
      'inside',
      'far-above',
      'far-below',
      'inside',
      'inside',
    ])
    expect(funnel.centre).toBeCloseTo(87.5, 10)
    expect(funnel.points[0]).toMatchObject({ n: 100, value: 87.5 })
  })

  test('have narrower limits the more answered', () => {
    const small = tallyOf({ 3: 5, 4: 5 })
    const { points } = funnelOf(named([small, mixed(50), mixed(50), mixed(50), mixed(50)]))!
    const width = ([low, high]: [number, number]) => high - low
    expect(width(points[0]!.inner) / width(points[1]!.inner)).toBeCloseTo(Math.sqrt(10), 6)
    expect(width(points[1]!.outer) / width(points[1]!.inner)).toBeCloseTo(3.09 / 1.959964, 6)
  })

  test('show no picture where nothing varies', () => {
    expect(funnelOf(named(Array.from({ length: 5 }, () => tallyOf({ 4: 20 }))))).toBeNull()
  })

  test('need ten who answered everything', () => {
    expect(fitsFunnel(tallyOf({ 4: 9 }, { blanks: 6 }))).toBe(false)
    expect(fitsFunnel(tallyOf({ 4: 10 }, { blanks: 6 }))).toBe(true)
  })
})

describe('limits over time', () => {
  const calm = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83]

  test('are drawn from twelve periods on', () => {
    expect(controlOf(calm.slice(1))).toBeNull()
    expect(controlOf(calm)).toMatchObject({ centre: 81.5 })
  })

  test('step over a period without a figure, which keeps its place', () => {
    expect(controlOf([...calm.slice(0, 11), null])).toBeNull()
    const control = controlOf([...calm, null, 99])!
    expect(control.signals).toHaveLength(14)
    expect(control.signals[12]).toEqual([])
    expect(control.signals[13]).toContain('outside')
  })

  test('never leave the scale of the index', () => {
    const control = controlOf([99, 95, 99, 95, 99, 95, 99, 95, 99, 95, 99, 95])!
    expect(control.upper).toBe(100)
    expect(control.lower).toBeCloseTo(97 - 2.66 * 4, 10)
  })
})
