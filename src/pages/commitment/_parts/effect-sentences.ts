/** What is said of the effect of a follow-up, beside its verdict: how much, how sure, when measured, or why not yet. */
import type { Effect } from '#server/commitment/rules/effect.ts'
import type { Locale } from '#server/paths.ts'
import { formatNumber } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

export function effectSentences({ locale, words }: { locale: Locale; words: Words }, effect: Effect): string[] {
  const t = words.commitmentPlan
  const { difference, interval, measured, why, worse } = effect
  const said = why ? [t.why[why]] : []
  if (worse) said.push(t.worse)
  if (difference !== null && interval) {
    const [low, high] = interval
    said.push(t.change(signed(locale, difference), signed(locale, low), signed(locale, high)))
  }
  if (measured) said.push(t.measured(measured.period, formatNumber(locale, measured.n)))
  return said
}

/** With its sign, and a true minus. */
function signed(locale: Locale, value: number): string {
  const text = formatNumber(locale, Math.abs(value), 1)
  if (value === 0) return text
  return `${value > 0 ? '+' : '−'}${text}`
}
