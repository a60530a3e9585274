/** The meetings of the town. */
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { addInvitees } from '#server/musyawarah/invitees.ts'
import { draftMeeting } from '#server/musyawarah/meetings.ts'
import type { Scope } from '#server/scope.ts'
import { dayFromNow, done } from './town.ts'

/** Slugs: one announced, one in preparation. */
export interface SettledMeetings {
  open: string
  draft: string
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
  return { open: slug, draft: waiting.slug }
}
