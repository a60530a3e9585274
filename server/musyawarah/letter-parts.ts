/** What an invitation says on paper: a letter with number, nature, annex and subject, and a code to answer by. */
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Fact, Part } from '../documents/document.ts'
import { formatCode } from '../ledger/receipts.ts'
import { pathTo, type Locale } from '../paths.ts'
import { formatMoment } from '../words/format.ts'
import { wordsOf, type Words } from '../words/words.ts'
import type { MeetingView } from './views.ts'

export interface PaperFor {
  meeting: MeetingView
  locale: Locale
  publicUrl: string
}

/** The address at which an invitation is answered. */
export function invitationAddress({ locale, publicUrl }: Pick<PaperFor, 'locale' | 'publicUrl'>, code: string): string {
  return publicUrl + pathTo(locale, 'invitation', { code: formatCode(code) })
}

/** One letter, which ends its page. The first stands below the document's own head; others repeat it. */
export function letterParts(paper: PaperFor, invitee: Pick<InviteeRow, 'name' | 'office' | 'code'>): Part[] {
  const { meeting, locale, publicUrl } = paper
  const words = wordsOf(locale)
  const t = words.musyawarahInvite.letter
  const code = formatCode(invitee.code)
  const typed = publicUrl.replace(/^https?:\/\//, '') + pathTo(locale, 'answerInvitation')
  return [
    { kind: 'facts', facts: headOf(meeting, words) },
    { kind: 'paragraph', text: [t.to, invitee.name, invitee.office].filter(Boolean).join('\n') },
    { kind: 'paragraph', text: t.invites(meeting.convener, kindOf(words, meeting), meeting.title) },
    { kind: 'facts', facts: whenAndWhere(paper, words) },
    { kind: 'heading', level: 2, text: words.musyawarah.page.agenda },
    { kind: 'list', items: meeting.agenda.map(({ title }) => title) },
    { kind: 'qr', text: t.answer(typed, code), address: invitationAddress(paper, invitee.code) },
    { kind: 'paragraph', text: t.thanks },
    { kind: 'signatures', blocks: [{ office: meeting.convener, name: '' }] },
    ...copiesOf(meeting, t.copies),
  ]
}

/** Letters one after another, each on a page of its own. */
export function lettersParts(paper: PaperFor, invitees: Pick<InviteeRow, 'name' | 'office' | 'code'>[]): Part[] {
  const { meeting } = paper
  const again: Part[] = [
    { kind: 'page' },
    { kind: 'paragraph', text: mastheadOf(meeting), quiet: true },
    { kind: 'heading', level: 1, text: meeting.title },
  ]
  return invitees.flatMap((invitee, index) => [...(index > 0 ? again : []), ...letterParts(paper, invitee)])
}

export function mastheadOf({ convener, region }: MeetingView): string {
  return [convener, region.name].join(' · ')
}

/** What people are invited to. */
export function kindOf({ musyawarah, musyawarahInvite }: Words, { kind }: Pick<MeetingView, 'kind'>): string {
  return kind === 'other' ? musyawarahInvite.letter.other : musyawarah.kinds[kind]
}

function headOf(meeting: MeetingView, words: Words): Fact[] {
  const t = words.musyawarahInvite.letter
  const { letter } = meeting
  const given: [string, string | null][] = [
    [t.number, letter.number],
    [t.nature, letter.nature],
    [t.annex, letter.annex],
    [t.subject, t.subjectOf(kindOf(words, meeting))],
  ]
  return given.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function whenAndWhere({ meeting, locale }: PaperFor, { musyawarah: { page } }: Words): Fact[] {
  const { startsAt, timezone, venue, directions, link } = meeting
  const day = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { weekday: 'long', timeZone: timezone })
  return [
    { label: page.when, value: `${day.format(new Date(startsAt))}, ${formatMoment(locale, startsAt, timezone)}` },
    { label: page.venue, value: [venue, directions].filter(Boolean).join('. ') },
    ...(link ? [{ label: page.follow, value: link }] : []),
  ]
}

function copiesOf({ letter }: MeetingView, label: string): Part[] {
  if (letter.copies.length === 0) return []
  return [
    { kind: 'paragraph', text: label, quiet: true },
    { kind: 'list', items: letter.copies },
  ]
}
