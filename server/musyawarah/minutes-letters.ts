/** Draft minutes go by mail to those who were present and left an address: what to read, and the code to correct it with. */
import { listPresentByMail, findPresentInvitee } from '#db/musyawarah/attendance.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { findMeetingById } from '#db/musyawarah/meetings.ts'
import type { Transaction } from '#db/database.ts'
import { letter, type LetterWriter } from '../notice/letters.ts'
import { queueMail } from '../notice/outbox.ts'
import { pathTo } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { formatMoment } from '../words/format.ts'
import { musyawarahPapers as english } from '../words/en/musyawarah-papers.ts'
import { musyawarahPapers as indonesian } from '../words/id/musyawarah-papers.ts'
import { sittingOf } from './rules/quorum.ts'
import { takesCorrections } from './rules/state.ts'
import { rulesOf } from './views.ts'

/** In the transaction that sends the minutes out. @returns how many are told */
export async function tellPresent(scope: Scope<Transaction>, meeting: PlacedMeeting): Promise<number> {
  const sitting = sittingOf(rulesOf(meeting).ladder, meeting.step)
  const invitees = await listPresentByMail(scope.db, meeting.id, sitting)
  for (const invitee of invitees) {
    const about = { kind: 'musyawarah.minutes-sent' as const, meeting: meeting.id, invitee, locale: 'id' as const }
    await queueMail(scope, about, `minutes ${meeting.id} ${invitee}`)
  }
  return invitees.length
}

/** Nothing once the window has ended, or for who was taken off the list meanwhile. */
export async function writeMinutesSent(
  ...[{ db, now }, { meeting, invitee, locale }, publicUrl]: Parameters<LetterWriter>
): ReturnType<LetterWriter> {
  const row = await findMeetingById(db, String(meeting))
  if (!row?.correctionsUntil || !takesCorrections(row, now)) return undefined
  const sitting = sittingOf(rulesOf(row).ladder, row.step)
  const to = await findPresentInvitee(db, { meetingId: row.id, sitting, inviteeId: String(invitee) })
  if (!to?.email) return undefined
  const t = (locale === 'en' ? english : indonesian).mail
  const at = (page: 'meetingRecord' | 'correctMinutes') => publicUrl + pathTo(locale, page, { slug: row.slug })
  return letter({ email: to.email, name: to.name }, { locale, publicUrl }, t.subject(row.title), [
    t.text(row.title, formatMoment(locale, row.correctionsUntil, row.timezone)),
    [t.read, at('meetingRecord')].join('\n'),
    [t.correct, at('correctMinutes')].join('\n'),
    t.code(to.code),
  ])
}
