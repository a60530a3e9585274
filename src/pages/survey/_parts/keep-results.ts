import { nextBoundary, type SurveyClock } from '#server/survey/rules/period.ts'

const COUNTS_FRESH_FOR = 30_000

/**
 * What a page of results depends on: any publication of any survey can move its comparison. Answers that wait are in no
 * ledger, so while a survey is open its counts are kept for half a minute only.
 */
export function keepResults(
  survey: SurveyClock & { state: string },
  now: Date,
): { tags: string[]; until: Date | null } {
  const fresh = new Date(now.getTime() + COUNTS_FRESH_FOR)
  const boundary = nextBoundary(survey, now)
  const until = survey.state === 'open' && (!boundary || fresh < boundary) ? fresh : boundary
  return { tags: ['survey', 'directory'], until }
}
