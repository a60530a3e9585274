/** Half-years (semester), the rhythm in which indices are reported. Days are those of the region's own zone. */

export interface HalfYear {
  /** "2026-2". */
  key: string
  year: number
  half: 1 | 2
  firstDay: string
  lastDay: string
}

/** The half-year in which a day (`2026-07-01`) lies. */
export function halfYearOf(day: string): HalfYear {
  return halfYear(Number(day.slice(0, 4)), day.slice(5, 7) <= '06' ? 1 : 2)
}

/** From its key; undefined if it is none. */
export function parseHalfYear(key: string): HalfYear | undefined {
  const [, year, half] = /^(\d{4})-([12])$/.exec(key) ?? []
  return year && half ? halfYear(Number(year), half === '1' ? 1 : 2) : undefined
}

/** Whether some of these days, both inclusive, lie in it. */
export function overlaps({ firstDay, lastDay }: HalfYear, days: { firstDay: string; lastDay: string }): boolean {
  return days.firstDay <= lastDay && days.lastDay >= firstDay
}

function halfYear(year: number, half: 1 | 2): HalfYear {
  const [from, to] = half === 1 ? ['01-01', '06-30'] : ['07-01', '12-31']
  const text = String(year).padStart(4, '0')
  return { key: `${text}-${half}`, year, half, firstDay: `${text}-${from}`, lastDay: `${text}-${to}` }
}
