import { nextBoundary, type SurveyClock } from '#server/survey/rules/period.ts'

/** When the clock alone first changes what is said of these surveys; null if it never does. */
export function firstBoundary(surveys: readonly SurveyClock[], now: Date): Date | null {
  const instants = surveys.flatMap((survey) => nextBoundary(survey, now) ?? [])
  return instants.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}
