/** How a paper begins: what meeting it is of, by which rules, and who was present. */
import type { Part } from '../documents/document.ts'
import { dayIn } from '../directory/rules/days.ts'
import { formatMoment, formatNumber } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import type { PaperFrame } from './papers.ts'
import type { PublicRecord } from './record-public.ts'
import { quorumText } from './record-sentences.ts'

export const heading = (text: string, level: 1 | 2 = 1): Part => ({ kind: 'heading', level, text })
export const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
export const list = (items: string[]): Part[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

/** Number, and day, date and place in words. */
export function headParts(record: PublicRecord, frame: PaperFrame): Part[] {
  const { meeting, signed } = record
  const t = wordsOf(frame.locale).musyawarahRecord
  const began = new Date(meeting.openedAt ?? meeting.startsAt)
  return [
    paragraph(signed ? t.number(signed.number) : t.draft),
    paragraph(t.onThis(dayIn(began, frame.zone), meeting.venue)),
    heading(meeting.title),
    ...basisParts(record, frame),
  ]
}

export function minutesHead(record: PublicRecord, frame: PaperFrame): Part[] {
  const { meeting, signed } = record
  const t = wordsOf(frame.locale).musyawarahRecord
  return [
    ...(signed ? [] : [paragraph(t.draft)]),
    heading(meeting.title),
    paragraph(`${formatMoment(frame.locale, meeting.openedAt ?? meeting.startsAt, frame.zone)} · ${meeting.venue}`),
    ...basisParts(record, frame),
  ]
}

function basisParts({ meeting, rules, quorum }: PublicRecord, { locale, zone }: PaperFrame): Part[] {
  const { musyawarah, musyawarahRecord: t } = wordsOf(locale)
  const moment = (instant: string | null) => (instant ? formatMoment(locale, instant, zone) : '')
  const facts: [string, string][] = [
    [t.facts.kind, musyawarah.kinds[meeting.kind]],
    [t.facts.convener, meeting.convener],
    [t.facts.began, moment(meeting.openedAt)],
    [t.facts.ended, moment(meeting.closedAt)],
    [t.facts.chair, meeting.chair],
    [t.facts.minuteTaker, meeting.minuteTaker],
    [t.facts.resourcePersons, meeting.resourcePersons.join('; ')],
    [t.facts.rules, [rules.name, rules.basis].filter(Boolean).join(', ')],
    [t.facts.provenance, meeting.provenance ?? ''],
  ]
  return [
    paragraph(meeting.basis),
    { kind: 'facts', facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })) },
    ...(quorum ? [paragraph(quorumText(quorum, locale))] : []),
  ]
}

export function presentParts({ present }: PublicRecord, { locale, groups }: PaperFrame): Part[] {
  const { musyawarah, musyawarahRecord: t } = wordsOf(locale)
  const number = (count: number) => formatNumber(locale, count)
  const byGroup = present.groups.map(({ key, count }) => {
    return `${(key && groups.get(key)?.name[locale]) || musyawarah.page.noGroup}: ${number(count)}`
  })
  const byStanding = present.standings.map(({ key, count }) => {
    return `${musyawarah.standings[key as 'participant']}: ${number(count)}`
  })
  return [
    heading(t.present),
    paragraph(t.presentText(number(present.total), number(present.women), number(present.men))),
    ...list([...byGroup, ...byStanding]),
  ]
}

export function agendaParts({ agenda }: PublicRecord, { locale }: PaperFrame): Part[] {
  const items = agenda.map(({ position, title }) => `${formatNumber(locale, position)}. ${title}`)
  return [heading(wordsOf(locale).musyawarahPapers.agenda), ...list(items)]
}
