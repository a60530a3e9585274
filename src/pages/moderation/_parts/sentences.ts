/** How moderation speaks of times and decisions. */
import type { LoggedDecision } from '#server/moderation/figures.ts'
import type { Locale } from '#server/paths.ts'
import { formatNumber } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** Minutes below two hours, hours below two days, then days, to one decimal. */
export function waitSentence(words: Words, locale: Locale, minutes: number | null): string {
  if (minutes === null) return '–'
  const t = words.moderation.figures
  if (minutes < 2 * HOUR) return t.minutes(formatNumber(locale, minutes))
  if (minutes < 2 * DAY) return t.hours(formatNumber(locale, minutes / HOUR, 1))
  return t.days(formatNumber(locale, minutes / DAY, 1))
}

/** What was decided, and about a text that was shown, what it had waited for. */
export function decisionSentence(
  words: Words,
  { what, waitedFor }: Pick<LoggedDecision, 'what' | 'waitedFor'>,
): string {
  const t = words.moderation.log.what
  return (what === 'shown' && waitedFor ? t[`shown-${waitedFor}`] : undefined) ?? t[what] ?? what
}

/** A name short enough for a row, the same in each line about one text. */
export function shortName(id: string): string {
  return id.slice(0, 6).toUpperCase()
}
