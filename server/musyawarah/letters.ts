/** Invitations as they leave: on paper, by mail, or by a link that an officer passes on. */
import { findInvitation, setSent } from '#db/musyawarah/invitations.ts'
import * as plans from '#db/musyawarah/plans.ts'
import type { InviteeRow } from '#db/musyawarah/tables.ts'
import type { Transaction } from '#db/database.ts'
import { makeDocument } from '../documents/making.ts'
import { Refused } from '../errors.ts'
import { letter, type Letter } from '../notice/letters.ts'
import { queueMail, type ModuleOccasion } from '../notice/outbox.ts'
import { localeOr, pathTo, type Locale } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { formatMoment } from '../words/format.ts'
import { wordsOf } from '../words/words.ts'
import { refuseUnlessAhead } from './announcing.ts'
import { invitationAddress, kindOf, lettersParts, mastheadOf, type PaperFor } from './letter-parts.ts'
import { getMeeting, getMeetingFor, holdMeetingFor } from './meetings.ts'
import type { MeetingView } from './views.ts'

export interface AskedPaper {
  slug: string
  locale: Locale
  publicUrl: string
}

/**
 * Invitations as one PDF, a page for each. @param id of one invitee; all of them unless told
 * @throws Refused not-found, also where nobody is invited; forbidden; unavailable when too many documents are being made
 */
export async function invitationsFile(scope: Scope, asked: AskedPaper, id?: string): Promise<Buffer> {
  const { id: meetingId } = await getMeetingFor(scope, asked.slug, 'meeting.keep')
  const invitees = (await plans.listInvitees(scope.db, meetingId)).filter((one) => id === undefined || one.id === id)
  if (invitees.length === 0) throw new Refused('not-found')
  const paper = { meeting: await getMeeting(scope, asked.slug), ...asked }
  return makeDocument('pdf', { ...frameOf(paper), parts: lettersParts(paper, invitees) })
}

export function frameOf({ meeting, locale, publicUrl }: PaperFor) {
  const { page, missing } = wordsOf(locale).musyawarahRecord.page
  return {
    title: meeting.title,
    masthead: mastheadOf(meeting),
    language: locale,
    address: publicUrl + pathTo(locale, 'meeting', { slug: meeting.slug }),
    words: { page, missingLetters: missing },
  }
}

/**
 * Asks for a mail to everyone who has an address and was sent none for this day and time. @returns how many
 * @throws Refused not-found, forbidden, conflict unless it is announced and still to come
 */
export async function mailInvitations(scope: Scope, slug: string, locale: Locale): Promise<number> {
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    refuseUnlessAhead(row)
    const told: string[] = []
    for (const { id, email } of await plans.listInvitees(inner.db, row.id)) {
      if (email === null) continue
      const occasion = { kind: 'musyawarah.invitation', invitee: id, locale } as const
      if (await queueMail(inner, occasion, `invitation ${id} ${row.startsAt}`)) told.push(id)
    }
    await setSent(inner.db, told, { sentAt: inner.now.toISOString(), sentVia: 'mail' })
    return told.length
  })
}

/** Notes that invitations went out by hand: one, or all that had not. @throws Refused as `mailInvitations` */
export async function markSent(
  scope: Scope,
  slug: string,
  { via, id }: { via: 'whatsapp' | 'paper'; id?: string | undefined },
): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    refuseUnlessAhead(row)
    const invitees = await plans.listInvitees(inner.db, row.id)
    const sent = invitees.filter((one) => (id === undefined ? one.sentAt === null : one.id === id))
    if (id !== undefined && sent.length === 0) throw new Refused('not-found')
    const ids = sent.map((one) => one.id)
    await setSent(inner.db, ids, { sentAt: inner.now.toISOString(), sentVia: via })
  })
}

/** Opens the officer's own WhatsApp with the text; the portal sends nothing there. */
export function whatsAppLink(asked: Omit<PaperFor, 'meeting'>, meeting: MeetingView, invitee: InviteeRow): string {
  const { convener, title, startsAt, timezone, venue } = meeting
  const t = wordsOf(asked.locale).musyawarahInvite.letter
  const when = formatMoment(asked.locale, startsAt, timezone)
  const text = t.whatsApp({ name: invitee.name, convener, title, when, venue }, invitationAddress(asked, invitee.code))
  return `https://wa.me/?text=${encodeURIComponent(text)}`
}

/** Nothing is sent to whoever was taken off the list since, nor for a meeting that isn't to come any more. */
export async function writeInvitation(
  scope: Scope<Transaction>,
  occasion: ModuleOccasion,
  publicUrl: string,
): Promise<Letter | undefined> {
  const invitee = await findInvitation(scope.db, { id: String(occasion.invitee) })
  if (!invitee?.email) return undefined
  const meeting = await getMeeting(scope, invitee.slug)
  if (meeting.state !== 'planned' && meeting.state !== 'postponed') return undefined
  const locale = localeOr(occasion.locale)
  const words = wordsOf(locale)
  const t = words.musyawarahInvite.letter
  const paragraphs = [
    t.invites(meeting.convener, kindOf(words, meeting), meeting.title),
    `${words.musyawarah.page.when}: ${formatMoment(locale, meeting.startsAt, meeting.timezone)}`,
    `${words.musyawarah.page.venue}: ${[meeting.venue, meeting.directions].filter(Boolean).join('. ')}`,
    t.answerByMail,
    invitationAddress({ locale, publicUrl }, invitee.code),
  ]
  const reader = { email: invitee.email, name: invitee.name }
  return letter(reader, { locale, publicUrl }, t.mailSubject(meeting.title), paragraphs)
}
