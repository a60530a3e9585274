import { describe, expect, test } from 'vitest'
import { effectOf, type MeasuredPeriod } from '#server/commitment/rules/effect.ts'
import { lastDayOf, quarterOf, quartersFrom, readQuarter } from '#server/commitment/rules/quarter.ts'
import { ELEMENT_KEYS, type Scores } from '#server/survey/rules/elements.ts'
import { addAnswer, emptyTally, tallyToIntegers } from '#server/survey/rules/tally.ts'

/** So many who give the first element each of these levels; all else is 3. */
function tallyOf(levels: Partial<Record<1 | 2 | 3 | 4, number>>): number[] {
  const tally = emptyTally()
  for (const [level, count] of Object.entries(levels)) {
    const scores = Object.fromEntries(ELEMENT_KEYS.map((key, i) => [key, i === 0 ? Number(level) : 3])) as Scores
    for (let i = 0; i < count; i++) addAnswer(tally, scores)
  }
  return tallyToIntegers(tally)
}
const later = (levels: Parameters<typeof tallyOf>[0], firstDay = '2026-07-01'): MeasuredPeriod => {
  const n = Object.values(levels).reduce((sum, count) => sum + count, 0)
  return { slug: 'nanti', period: 'Semester II 2026', firstDay, n, tally: tallyOf(levels) }
}
const effect = (before: number[] | null, periods: MeasuredPeriod[], doneOn: string | null = '2026-06-30') =>
  effectOf({ element: 'requirements', doneOn, before }, periods)

describe('an effect', () => {
  const before = tallyOf({ 2: 40, 3: 40 })
  test('is an improvement where the rise is more than chance makes, and a whole point', () => {
    expect(effect(before, [later({ 3: 40, 4: 40 })])).toMatchObject({
      verdict: 'improved',
      difference: 25,
      worse: false,
      measured: { n: 80 },
    })
  })
  test('is not shown where the range holds zero, and says the range', () => {
    const { verdict, difference, interval } = effect(before, [later({ 2: 36, 3: 44 })])
    expect({ verdict, difference }).toEqual({ verdict: 'not-shown', difference: 1.25 })
    expect(interval?.[0]).toBeLessThan(0)
    expect(interval?.[1]).toBeGreaterThan(1.25)
  })
  test('is not shown where fewer than thirty answered, however far it rises', () => {
    expect(effect(before, [later({ 3: 10, 4: 19 })])).toMatchObject({ verdict: 'not-shown', worse: false })
  })
  test('is never called an improvement when the value falls, and a sure fall is said', () => {
    expect(effect(before, [later({ 1: 40, 2: 40 })])).toMatchObject({
      verdict: 'not-shown',
      worse: true,
      difference: -25,
    })
  })
  test('is too early to say of what isn’t done, before a period that began later, and without levels', () => {
    const up = later({ 4: 80 })
    expect(effect(before, [up], null)).toMatchObject({ verdict: 'too-early', why: 'not-done' })
    expect(effect(before, [])).toMatchObject({ verdict: 'too-early', why: 'no-period' })
    // Done on the very day on which the period began.
    expect(effect(before, [up], '2026-07-01')).toMatchObject({ verdict: 'too-early', why: 'no-period' })
    expect(effect(null, [up])).toMatchObject({ verdict: 'too-early', why: 'too-few' })
    expect(effect(before, [{ ...up, tally: null }])).toMatchObject({ why: 'too-few', measured: { slug: 'nanti' } })
  })
  test('is measured in the first period that began later, not in a better one after it', () => {
    const two = [later({ 2: 40, 3: 40 }), later({ 4: 80 }, '2027-01-01')]
    expect(effect(before, two)).toMatchObject({ verdict: 'not-shown', difference: 0 })
    expect(effect(before, two, '2026-08-01')).toMatchObject({ verdict: 'improved', difference: 37.5 })
  })
})

test('quarters end on their last day and go on over the year', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => quarterOf(day).number)).toEqual([
    1, 1, 2, 4,
  ])
  expect([1, 2, 3, 4].map((number) => lastDayOf({ year: 2027, number }))).toEqual([
    '2027-03-31',
    '2027-06-30',
    '2027-09-30',
    '2027-12-31',
  ])
  expect(quartersFrom('2026-11-22', 3)).toEqual(['2026-4', '2027-1', '2027-2'])
  expect(readQuarter('2027-1')).toEqual({ year: 2027, number: 1 })
})
