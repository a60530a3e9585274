/** The meetings of the town. */
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting } from '#server/musyawarah/meetings.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import type { MeetingInput } from '#server/musyawarah/schema.ts'
import type { Scope } from '#server/scope.ts'
import { dayFromNow, done } from './town.ts'

/** Slugs: one announced, one in preparation. */
export interface SettledMeetings {
  open: string
  draft: string
  /** Its draft minutes are out. */
  held: string
  /** Code of an invitation to the announced one. */
  code: string
}

/** One of the day before yesterday. */
async function holdMeeting(officer: Scope, input: MeetingInput): Promise<string> {
  const on = (days: number) => ({ ...officer, now: new Date(Date.now() + days * 86_400_000) })
  const { slug } = done(await draftMeeting(on(-9), { ...input, day: dayFromNow(-3), time: '00.01' }))
  done(await addInvitees(on(-9), slug, { list: 'Siti\nBudi', standing: 'participant' }))
  done(await announceMeeting(on(-9), slug))
  await recordArrival(on(-2), slug, { name: 'Wati' }, 'wati')
  for (const { id } of await listInviteesFor(on(-2), slug)) await recordArrival(on(-2), slug, { invitee: id }, id)
  done(await openMeeting(on(-2), slug))
  done(await closeMeeting(on(-2), slug))
  await sendMinutes(on(-2), slug)
  return slug
}

export async function settleMeetings(officer: Scope, unitId: string): Promise<SettledMeetings> {
  const input = (title: string) => ({
    place: `unit:${unitId}`,
    kind: 'unit-forum' as const,
    title,
    basis: 'Warga dan petugas membahas pelayanan loket.',
    convener: 'Dinas Dukcapil',
    venue: 'Aula kantor',
    day: dayFromNow(3),
    time: '09.00',
    chair: 'Kepala Dinas',
    minuteTaker: 'Sekretaris',
    agenda: ['Pelayanan loket'],
    rules: 'forum-konsultasi-publik',
  })
  const { slug } = done(await draftMeeting(officer, input('Forum pelayanan loket')))
  done(await addInvitees(officer, slug, { list: 'Siti\nBudi', standing: 'participant' }))
  done(await announceMeeting(officer, slug))
  const waiting = done(await draftMeeting(officer, input('Forum antrean loket')))
  const held = await holdMeeting(officer, input('Forum jam layanan loket'))
  const [guest] = await listInviteesFor(officer, slug)
  return { open: slug, draft: waiting.slug, held, code: guest?.code ?? '' }
}
