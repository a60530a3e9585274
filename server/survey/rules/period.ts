/**
 * When a survey is what, by the clock alone. Days are inclusive and belong to the region's own zone; instants are ISO-8601
 * UTC text. A survey is open from `startsAt` up to, not including, `endsAt`.
 */

/** Indonesia's three zones; none of them has summer time. */
const HOURS_AHEAD = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const
export type SurveyZone = keyof typeof HOURS_AHEAD

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

/** Instants of two inclusive days (`2026-07-01`) in a zone. */
export function dayBounds(firstDay: string, lastDay: string, zone: SurveyZone): { startsAt: string; endsAt: string } {
  return { startsAt: startOf(firstDay, zone), endsAt: startOf(dayAfter(lastDay), zone) }
}

/** The days that two instants bound: the way back from `dayBounds`. */
export function daysBetween(startsAt: string, endsAt: string, zone: SurveyZone): { firstDay: string; lastDay: string } {
  return { firstDay: dayIn(new Date(startsAt), zone), lastDay: dayIn(new Date(Date.parse(endsAt) - 1), zone) }
}

/** Which day it is in a zone, `2026-07-01`. */
export function dayIn(instant: Date, zone: SurveyZone): string {
  return new Date(instant.getTime() + HOURS_AHEAD[zone] * 3_600_000).toISOString().slice(0, 10)
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

function startOf(day: string, zone: SurveyZone): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - HOURS_AHEAD[zone] * 3_600_000).toISOString()
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
