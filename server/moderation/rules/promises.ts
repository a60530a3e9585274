/** By when somebody looks: days after the one on which it came or was asked, in the region's zone. Promised in public. */
import { dayIn, type Zone } from '../../directory/rules/days.ts'

export const PROMISED_DAYS = { held: 3, report: 3, review: 7 } as const

/** A day, YYYY-MM-DD; the promise is kept until its end. */
export function promisedDay(kind: keyof typeof PROMISED_DAYS, now: Date, zone: Zone): string {
  return dayIn(new Date(now.getTime() + PROMISED_DAYS[kind] * 86_400_000), zone)
}
