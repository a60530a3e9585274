/** Days around today, as an officer in western Indonesia writes them. */
import { dayIn } from '#server/directory/rules/days.ts'

const DAY_MS = 86_400_000

/** `-1` is yesterday. */
export function dayFromNow(days: number): string {
  return dayIn(new Date(Date.now() + days * DAY_MS), 'Asia/Jakarta')
}
