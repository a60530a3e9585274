/**
 * When a survey is what, by the clock alone. Days are inclusive and belong to the region's own zone; instants are ISO-8601
 * UTC text. A survey is open from `startsAt` up to, not including, `endsAt`.
 */

import { HOURS_AHEAD } from '../../directory/rules/days.ts'

export const SURVEY_STATES = ['draft', 'scheduled', 'open', 'closed', 'published', 'withdrawn'] as const
export type SurveyState = (typeof SURVEY_STATES)[number]

export interface SurveyClock {
  /** Null while it is a draft. */
  openedAt: string | null
  startsAt: string
  endsAt: string
  publishedAt: string | null
  withdrawnAt: string | null
}

/** `scheduled` has been opened by its officer but its first day hasn't come. */
export function surveyState(survey: SurveyClock, now: Date): SurveyState {
  if (survey.withdrawnAt) return 'withdrawn'
  if (survey.publishedAt) return 'published'
  if (!survey.openedAt) return 'draft'
  const instant = now.toISOString()
  if (instant < survey.startsAt) return 'scheduled'
  return instant < survey.endsAt ? 'open' : 'closed'
}

/** The next instant at which the state changes by the clock alone, or null. A page kept longer than that would be wrong. */
export function nextBoundary(survey: SurveyClock, now: Date): Date | null {
  const state = surveyState(survey, now)
  if (state === 'scheduled') return new Date(survey.startsAt)
  return state === 'open' ? new Date(survey.endsAt) : null
}

/** The next instant at which a day begins in any of the zones: no survey begins or ends before it. */
export function nextMidnight(now: Date): Date {
  const hour = 3_600_000
  const midnights = Object.values(HOURS_AHEAD).map((ahead) => {
    const local = now.getTime() + ahead * hour
    return local - (local % (24 * hour)) + (24 - ahead) * hour
  })
  return new Date(Math.min(...midnights))
}
