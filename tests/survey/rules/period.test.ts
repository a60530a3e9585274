import { describe, expect, test } from 'vitest'
import { dayBounds } from '#server/directory/rules/days.ts'
import { nextBoundary, surveyState } from '#server/survey/rules/period.ts'

const survey = {
  ...dayBounds('2026-07-01', '2026-07-31', 'Asia/Makassar'),
  openedAt: '2026-06-01T00:00:00.000Z',
  publishedAt: null,
  withdrawnAt: null,
}

describe('period', () => {
  test.each([
    ['2026-06-30T15:59:59.999Z', 'scheduled', survey.startsAt],
    ['2026-06-30T16:00:00.000Z', 'open', survey.endsAt],
    ['2026-07-31T15:59:59.999Z', 'open', survey.endsAt],
    ['2026-07-31T16:00:00.000Z', 'closed', null],
  ])('at %s it is %s', (instant, state, boundary) => {
    expect(surveyState(survey, new Date(instant))).toBe(state)
    expect(nextBoundary(survey, new Date(instant))?.toISOString() ?? null).toBe(boundary)
  })

  test('a draft has no clock, and a publication no longer asks it', () => {
    const during = new Date('2026-07-10T00:00:00Z')
    expect(surveyState({ ...survey, openedAt: null }, during)).toBe('draft')
    expect(surveyState({ ...survey, publishedAt: survey.endsAt }, during)).toBe('published')
    const withdrawn = { ...survey, publishedAt: survey.endsAt, withdrawnAt: survey.endsAt }
    expect(surveyState(withdrawn, during)).toBe('withdrawn')
    expect(nextBoundary(withdrawn, during)).toBeNull()
  })
})
