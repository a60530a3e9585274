/** Numbers and days as official records write them out: "Jumat, tanggal sepuluh bulan Juli tahun dua ribu dua puluh enam". */
const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

/** From 0 to 9999, in Indonesian. */
export function inWords(number: number): string {
  if (number === 0) return 'nol'
  if (number < 10) return ONES[number] ?? ''
  if (number === 10) return 'sepuluh'
  if (number === 11) return 'sebelas'
  if (number < 20) return `${ONES[number - 10]} belas`
  if (number < 100) return joined(`${ONES[Math.floor(number / 10)]} puluh`, number % 10)
  if (number < 200) return joined('seratus', number - 100)
  if (number < 1000) return joined(`${ONES[Math.floor(number / 100)]} ratus`, number % 100)
  if (number < 2000) return joined('seribu', number - 1000)
  return joined(`${inWords(Math.floor(number / 1000))} ribu`, number % 1000)
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${inWords(rest)}`
}

/** A day of the calendar (YYYY-MM-DD) in Indonesian, written out. */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' }).format(date)
  const [weekday, month] = [part({ weekday: 'long' }), part({ month: 'long' })]
  const [written, year] = [inWords(date.getUTCDate()), inWords(date.getUTCFullYear())]
  return `${weekday}, tanggal ${written} bulan ${month} tahun ${year}`
}
