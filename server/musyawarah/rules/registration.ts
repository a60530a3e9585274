/** Until when anybody may put themselves on the list of a meeting. Pure. */
import { dayIn, endOfDay, type Zone } from '../../directory/rules/days.ts'
import type { RulesOfOrder } from './order.ts'
import type { MeetingState } from './state.ts'

const DAY_MS = 86_400_000

/** The end of the last day, that many whole days before the meeting's own; null where the rules open none. */
export function registrationUntil(
  { startsAt, timezone }: { startsAt: string; timezone: Zone },
  { registrationDays: days }: Pick<RulesOfOrder, 'registrationDays'>,
): string | null {
  if (days === undefined) return null
  return endOfDay(dayIn(new Date(Date.parse(startsAt) - days * DAY_MS), timezone), timezone)
}

export function takesRegistration(
  { state, registrationUntil: until }: { state: MeetingState; registrationUntil: string | null },
  now: Date,
): boolean {
  return (state === 'planned' || state === 'postponed') && until !== null && now.toISOString() < until
}
