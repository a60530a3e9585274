/** Quarters of a year (triwulan), in which follow-up plans count. Pure. */
export interface Quarter {
  year: number
  /** 1 to 4. */
  number: number
}

export function quarterOf(day: string): Quarter {
  return { year: Number(day.slice(0, 4)), number: Math.ceil(Number(day.slice(5, 7)) / 3) }
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31']

export function lastDayOf({ year, number }: Quarter): string {
  return `${year}-${LAST_DAYS[number - 1] ?? '12-31'}`
}

/** Of "2027-1". */
export function readQuarter(text: string): Quarter {
  return { year: Number(text.slice(0, 4)), number: Number(text.slice(5)) }
}

/** As many as are asked for, the one of that day first, as "2027-1". */
export function quartersFrom(day: string, count: number): string[] {
  const { year, number } = quarterOf(day)
  const first = year * 4 + number - 1
  return Array.from({ length: count }, (_, i) => `${Math.floor((first + i) / 4)}-${((first + i) % 4) + 1}`)
}
