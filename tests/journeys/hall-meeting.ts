/** A meeting of the town that has been opened. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { getUnit } from '#server/directory/units.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import { addProposal } from '#server/musyawarah/minutes.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import type { MeetingView } from '#server/musyawarah/views.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'

const DAY_MS = 86_400_000

/** @param days from now. */
export function officerOfTown(database: OpenDatabase, days = 0): Scope {
  const actor = actorWith('officer', 'region', '14.72')
  return scopeOf(database, { actor, now: new Date(Date.now() + days * DAY_MS) })
}

/** Nine are invited, and all of them have come. */
export async function openedMeeting(database: OpenDatabase, { proposals = 0 } = {}): Promise<MeetingView> {
  const officer = (days = 0) => officerOfTown(database, days)
  const { id } = await getUnit(scopeOf(database), 'loket-disdukcapil')
  const input = {
    place: `unit:${id}`,
    kind: 'unit-forum' as const,
    title: 'Rencana perbaikan jalan dusun',
    basis: 'Warga dan kantor membahas jalan yang didahulukan.',
    convener: 'Disdukcapil',
    venue: 'Balai desa',
    day: dayFromNow(-1),
    time: '00.01',
    chair: 'Kepala Dinas',
    minuteTaker: 'Sekretaris',
    agenda: ['Pembukaan', 'Usulan'],
    rules: 'forum-konsultasi-publik',
  }
  const { slug } = granted(await draftMeeting(officer(-9), input))
  const list = Array.from({ length: 9 }, (_, i) => `Warga ${i + 1}`).join('\n')
  granted(await addInvitees(officer(-9), slug, { list, standing: 'participant' }))
  granted(await announceMeeting(officer(-9), slug))
  for (const { id } of await listInviteesFor(officer(), slug)) await recordArrival(officer(), slug, { invitee: id }, id)
  granted(await openMeeting(officer(), slug))
  for (let i = 1; i <= proposals; i++) granted(await addProposal(officer(), slug, { text: `Usulan nomor ${i}` }))
  return getMeeting(officer(), slug)
}
