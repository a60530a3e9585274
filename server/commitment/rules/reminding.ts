/** When who keeps a commitment is reminded of its promised day: once in the week before it, once after it has passed. Pure. */
import type { CommitmentStanding } from './status.ts'
import { isOpen } from './status.ts'

/** Days before the promised one from which on somebody is reminded. */
export const DAYS_BEFORE = 7
const DAY_MS = 86_400_000

export type ReminderMoment = 'before' | 'after'

/** @param today a day in the region's zone. Undefined where there is nothing to remind of. */
export function momentOf(
  { status, dueOn, late }: Pick<CommitmentStanding, 'status' | 'dueOn' | 'late'>,
  today: string,
): ReminderMoment | undefined {
  if (!isOpen(status)) return undefined
  if (late) return 'after'
  return Date.parse(dueOn) - Date.parse(today) <= DAYS_BEFORE * DAY_MS ? 'before' : undefined
}
