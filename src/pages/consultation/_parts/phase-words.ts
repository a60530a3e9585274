/** What a consultation's phase means to whoever reads it now, as a sentence. */
import type { ConsultationFacts } from '#server/consultation/views.ts'
import { dayIn } from '#server/directory/rules/days.ts'
import { formatDate, type FormatLocale } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

export function phaseSentence(words: Words, locale: FormatLocale, consultation: ConsultationFacts, now: Date): string {
  const t = words.consultation.now
  const { phase, plan, announcedAt, closedAt, timezone, phases } = consultation
  const day = (date: string | null) => formatDate(locale, date ?? '')
  if (phase === 'closed') return t.closed(formatDate(locale, closedAt ?? '', timezone))
  if (phase === 'need') return t.need(day(plan.needUntil))
  if (phase === 'draft') return t.draft(day(plan.draftUntil))
  if (phase === 'consideration') return t.consideration(day(plan.answerBy))
  if (phase === 'answered') return t.answered(day(plan.answerBy))
  if (!announcedAt) return t.preparation
  const today = dayIn(now, timezone)
  const next = phases.find(({ startsOn }) => startsOn > today)
  const isFirst = next?.phase === phases[0]?.phase
  return isFirst ? t.soon(day(next?.startsOn ?? null)) : t.between(day(next?.startsOn ?? null))
}

/** Each passage's name, as one speaks of it. */
export { citeBlocks } from '#server/consultation/rules/citation.ts'
