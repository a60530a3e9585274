/** Half-years and quarters counted from today, so that the demonstration is always about now. */

const DAY = 86_400_000

export interface DemoPeriod {
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
export function halfYear(today: Date, back: number): DemoPeriod {
  const index = today.getUTCFullYear() * 2 + (today.getUTCMonth() < 6 ? 0 : 1) - back
  return halfYearOf(Math.floor(index / 2), index % 2 === 0)
}

export function halfYearOf(year: number, first: boolean): DemoPeriod {
  const [from, to] = first ? ['01-01', '06-30'] : ['07-01', '12-31']
  return periodOf(`Semester ${first ? 'I' : 'II'} ${year}`, `${year}-${from}`, `${year}-${to}`, 60)
}

const QUARTERS = [
  { name: 'I', from: '01-01', to: '03-31' },
  { name: 'II', from: '04-01', to: '06-30' },
  { name: 'III', from: '07-01', to: '09-30' },
  { name: 'IV', from: '10-01', to: '12-31' },
] as const

/** The quarter that lies `back` before the one that `today` is in. */
export function quarter(today: Date, back: number): DemoPeriod {
  const index = today.getUTCFullYear() * 4 + Math.floor(today.getUTCMonth() / 3) - back
  const year = Math.floor(index / 4)
  const { name, from, to } = QUARTERS[index % 4]!
  return periodOf(`Triwulan ${name} ${year}`, `${year}-${from}`, `${year}-${to}`, 30)
}

/** `busy`: so many days after its beginning people answer. */
function periodOf(name: string, firstDay: string, lastDay: string, busy: number): DemoPeriod {
  const after = (days: number) => new Date(Date.parse(`${lastDay}T05:00:00Z`) + days * DAY)
  return {
    name,
    firstDay,
    lastDay,
    opening: new Date(Date.parse(`${firstDay}T00:00:00Z`) - 2 * DAY),
    answering: new Date(Date.parse(`${firstDay}T04:00:00Z`) + busy * DAY),
    handingIn: after(3),
    publishing: after(9),
  }
}
