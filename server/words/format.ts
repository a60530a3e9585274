/** Numbers and dates as readers of a language write them. Pure: also used in the browser. */
export type FormatLocale = 'id' | 'en'

const TAGS = { id: 'id-ID', en: 'en-GB' }
const ZONE_NAMES: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

/** With exactly `digits` decimals: 88,31 in Indonesian, 88.31 in English. */
export function formatNumber(locale: FormatLocale, value: number, digits = 0): string {
  return value.toLocaleString(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Two ends with an en dash: "85,9–88,6". */
export function formatRange(locale: FormatLocale, [low, high]: readonly [number, number], digits = 1): string {
  return `${formatNumber(locale, low, digits)}–${formatNumber(locale, high, digits)}`
}

/** "1 answer", "2 answers": a count as English says it. */
export function counted(count: string | number, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`
}

/** "22 November 2026"; a bare date (YYYY-MM-DD) is taken as it stands, an instant in the given zone. */
export function formatDate(locale: FormatLocale, date: string | Date, zone = 'Asia/Jakarta'): string {
  const bare = typeof date === 'string' && date.length === 10
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: bare ? 'UTC' : zone } as const
  return new Intl.DateTimeFormat(TAGS[locale], options).format(new Date(date))
}

/** "22 November 2026 pukul 23.59 WIB". */
export function formatMoment(locale: FormatLocale, date: string | Date, zone: string): string {
  const time = new Intl.DateTimeFormat(TAGS[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const between = locale === 'id' ? ' pukul ' : ' at '
  return `${formatDate(locale, date, zone)}${between}${time.format(new Date(date))} ${ZONE_NAMES[zone] ?? zone}`
}
