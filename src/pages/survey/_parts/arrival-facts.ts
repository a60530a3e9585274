/** By which ways the answers came, and what was voided, as facts in words. */
import { CHANNELS } from '#server/survey/rules/marks.ts'
import type { Arrivals } from '#server/survey/marks.ts'
import { formatNumber, type FormatLocale } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

export function arrivalFacts(
  { locale, words }: { locale: FormatLocale; words: Words },
  arrivals: Arrivals | null,
): [string, string][] {
  if (!arrivals) return []
  const t = words.desk.channels
  const ways = CHANNELS.flatMap((channel) => {
    const count = arrivals.channels[channel]
    return count ? [t.item(formatNumber(locale, count), t.names[channel])] : []
  })
  const voided = Object.entries(arrivals.voided).map(([reason, count]) =>
    t.voidedOf(formatNumber(locale, count), t.reasons[reason] ?? reason),
  )
  return [
    ...(ways.length > 0 ? [[t.heading, ways.join(' · ')] satisfies [string, string]] : []),
    ...(voided.length > 0 ? [[t.voided, voided.join(' · ')] satisfies [string, string]] : []),
  ]
}
