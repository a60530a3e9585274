/** Sentences on a meeting, as pages say them. */
import type { Locale } from '#server/paths.ts'
import type { Quorum, QuorumStep } from '#server/musyawarah/rules/quorum.ts'
import type { MeetingSummary } from '#server/musyawarah/views.ts'
import { formatDate, formatMoment, formatNumber } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

type Told = MeetingSummary & { correctionsUntil?: string | null; signedAt?: string | null }

/** How it stands now. A list knows no days of the record. */
export function stateSentence({ musyawarah }: Words, locale: Locale, meeting: Told): string {
  const t = musyawarah.now
  const { state, startsAt, timezone, correctionsUntil, signedAt } = meeting
  const moment = (instant: string) => formatMoment(locale, instant, timezone)
  if (state === 'planned' || state === 'postponed') return t[state](moment(startsAt))
  if (state === 'correction') return correctionsUntil ? t.correction(moment(correctionsUntil)) : moment(startsAt)
  if (state === 'signed') return signedAt ? t.signed(formatDate(locale, signedAt, timezone)) : moment(startsAt)
  return t[state]
}

export function stepSentence({ musyawarah }: Words, locale: Locale, { wait, share }: QuorumStep): string {
  const t = musyawarah.page.steps
  const parts = share && musyawarah.share(share[0], share[1])
  if (!wait) return parts === null ? t.present : t.first(parts.charAt(0).toUpperCase() + parts.slice(1))
  const most = formatNumber(locale, wait.most)
  if (parts === null) return wait.unit === 'hours' ? t.hoursPresent(most) : t.daysPresent(most)
  return t[wait.unit](most, parts)
}

export function quorumSentence({ musyawarah }: Words, locale: Locale, quorum: Quorum): string {
  const t = musyawarah.page
  const number = (count: number) => formatNumber(locale, count)
  const [present, invited, needed] = [number(quorum.present), number(quorum.invited), number(quorum.needed)]
  return quorum.met
    ? t.quorumMet(present, invited, needed)
    : t.quorumMissed(present, invited, needed, number(quorum.missing))
}
