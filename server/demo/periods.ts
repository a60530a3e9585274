/** Half-years counted from today, so that the demonstration is always about now. */

export interface HalfYear {
  name: string
  firstDay: string
  lastDay: string
  /** Moments within it, for acts that happened then. */
  opening: Date
  answering: Date
  /** Just after it ended. */
  handingIn: Date
  publishing: Date
}

/** The half-year that lies `back` before the one that `today` is in. */
export function halfYear(today: Date, back: number): HalfYear {
  const index = today.getUTCFullYear() * 2 + (today.getUTCMonth() < 6 ? 0 : 1) - back
  return halfYearOf(Math.floor(index / 2), index % 2 === 0)
}

export function halfYearOf(year: number, first: boolean): HalfYear {
  const [from, to] = first ? ['01-01', '06-30'] : ['07-01', '12-31']
  const firstDay = `${year}-${from}`
  const lastDay = `${year}-${to}`
  const after = (days: number) => new Date(Date.parse(`${lastDay}T05:00:00Z`) + days * 86_400_000)
  return {
    name: `Semester ${first ? 'I' : 'II'} ${year}`,
    firstDay,
    lastDay,
    opening: new Date(Date.parse(`${firstDay}T00:00:00Z`) - 2 * 86_400_000),
    answering: new Date(Date.parse(`${firstDay}T04:00:00Z`) + 60 * 86_400_000),
    handingIn: after(3),
    publishing: after(9),
  }
}
