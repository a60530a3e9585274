import { describe, expect, test } from 'vitest'
import { dayBounds, dayIn, daysBetween, isDay } from '#server/directory/rules/days.ts'

describe('days', () => {
  test('days are inclusive and in the zone of the region', () => {
    expect(dayBounds('2026-07-01', '2026-07-01', 'Asia/Jakarta')).toEqual({
      startsAt: '2026-06-30T17:00:00.000Z',
      endsAt: '2026-07-01T17:00:00.000Z',
    })
    expect(dayBounds('2026-07-01', '2026-07-01', 'Asia/Jayapura').startsAt).toBe('2026-06-30T15:00:00.000Z')
  })

  test('bounds lead back to their days, also over the end of a year', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const) {
      const { startsAt, endsAt } = dayBounds('2026-12-30', '2027-02-28', zone)
      expect(daysBetween(startsAt, endsAt, zone)).toEqual({ firstDay: '2026-12-30', lastDay: '2027-02-28' })
    }
    expect(dayIn(new Date('2026-12-31T15:30:00Z'), 'Asia/Jayapura')).toBe('2027-01-01')
  })

  test('a day is one that the calendar has', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-7-1', '', '2026-07-01T00:00'].some(isDay)).toBe(false)
  })
})
