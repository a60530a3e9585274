/** A meeting of the town whose draft minutes are out, held so many days from now. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { closeMeeting, sendMinutes } from '#server/musyawarah/closing.ts'
import { agree, putText } from '#server/musyawarah/decisions.ts'
import { addInvitees, listInviteesFor } from '#server/musyawarah/invitees.ts'
import { draftMeeting } from '#server/musyawarah/meetings.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'

const CODE = '14.72'

/** @returns its slug */
export async function heldMeeting(database: OpenDatabase, title: string, days: number): Promise<string> {
  const at = (from: number) => new Date(Date.now() + from * 86_400_000)
  const actor = actorWith('officer', 'region', CODE)
  const [before, then] = [scopeOf(database, { actor, now: at(days - 9) }), scopeOf(database, { actor, now: at(days) })]
  const plan = {
    place: `region:${CODE}`,
    kind: 'unit-forum' as const,
    title,
    basis: 'Warga dan petugas membahas pelayanan loket.',
    convener: 'Dinas Dukcapil',
    venue: 'Aula kantor',
    day: dayFromNow(days - 1),
    time: '00.01',
    chair: 'Kepala Dinas',
    minuteTaker: 'Sekretaris',
    agenda: ['Pelayanan loket'],
    rules: 'forum-konsultasi-publik',
  }
  const { slug } = granted(await draftMeeting(before, plan))
  granted(await addInvitees(before, slug, { list: 'Siti; ; P\nBudi; ; L', standing: 'participant' }))
  granted(await announceMeeting(before, slug))
  for (const { id } of await listInviteesFor(then, slug)) await recordArrival(then, slug, { invitee: id }, id)
  granted(await openMeeting(then, slug))
  const { id } = granted(await putText(then, slug, { text: 'Loket buka sampai pukul 15.' }))
  granted(await agree(then, slug, id))
  granted(await closeMeeting(then, slug))
  await sendMinutes(then, slug)
  return slug
}
