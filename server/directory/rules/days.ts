/** Days as people write them (`2026-07-01`, inclusive, in the region's own zone) and the instants that bound them. */

/** Indonesia's three zones; none of them has summer time. */
export const HOURS_AHEAD = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const
export type Zone = keyof typeof HOURS_AHEAD

/** Instants of two inclusive days in a zone: from the first up to, not including, the second. */
export function dayBounds(firstDay: string, lastDay: string, zone: Zone): { startsAt: string; endsAt: string } {
  return { startsAt: startOfDay(firstDay, zone), endsAt: endOfDay(lastDay, zone) }
}

/** The days that two instants bound: the way back from `dayBounds`. */
export function daysBetween(startsAt: string, endsAt: string, zone: Zone): { firstDay: string; lastDay: string } {
  return { firstDay: dayIn(new Date(startsAt), zone), lastDay: lastDayBefore(endsAt, zone) }
}

/** Which day it is in a zone. */
export function dayIn(instant: Date, zone: Zone): string {
  return new Date(instant.getTime() + HOURS_AHEAD[zone] * 3_600_000).toISOString().slice(0, 10)
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

export function startOfDay(day: string, zone: Zone): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - HOURS_AHEAD[zone] * 3_600_000).toISOString()
}

/** The first instant that is no longer the day's. */
export function endOfDay(day: string, zone: Zone): string {
  return new Date(Date.parse(startOfDay(day, zone)) + 86_400_000).toISOString()
}

/** The last whole day before an instant that bounds days. */
export function lastDayBefore(endsAt: string, zone: Zone): string {
  return dayIn(new Date(Date.parse(endsAt) - 1), zone)
}
