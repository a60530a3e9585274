/** A meeting in the town that began today, with so many invited, and what its rows say. */
import type { OpenDatabase } from '#db/database.ts'
import { granted } from '#server/demo/fill-places.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { readAttendance } from '#server/musyawarah/attendance.ts'
import { listInviteesFor, addInvitees } from '#server/musyawarah/invitees.ts'
import { draftMeeting } from '#server/musyawarah/meetings.ts'
import { scopeOf, type Scope } from '#server/scope.ts'
import { listOwners } from '#server/commitment/places.ts'
import { actorWith } from '../directory/actors.ts'
import { dayFromNow } from '../support/days.ts'

const CODE = '14.72'

export function officeOf(database: OpenDatabase, now = new Date()): Scope {
  return scopeOf(database, { actor: actorWith('officer', 'region', CODE), now })
}

/** @returns its slug */
export async function callMeeting(database: OpenDatabase, title: string, invited: string[]): Promise<string> {
  const office = officeOf(database, new Date(Date.now() - 3 * 86_400_000))
  const [place] = await listOwners(office, 'meeting.keep')
  const { slug } = granted(
    await draftMeeting(office, {
      place: place?.value ?? '',
      kind: 'village',
      title,
      basis: 'Rencana disusun bersama setiap tahun.',
      convener: 'Kecamatan',
      venue: 'Balai desa di hulu',
      day: dayFromNow(0),
      time: '00.01',
      chair: 'Camat',
      minuteTaker: 'Sekretaris',
      agenda: ['Usulan kegiatan', 'Penetapan'],
      rules: 'musyawarah-desa',
    }),
  )
  granted(await addInvitees(office, slug, { list: invited.join('\n'), standing: 'participant' }))
  granted(await announceMeeting(office, slug))
  return slug
}

/** Names in the order of the list. */
export async function namesAt(database: OpenDatabase, slug: string): Promise<string[]> {
  return (await readAttendance(officeOf(database), slug)).map(({ name }) => name)
}

export async function codeOf(database: OpenDatabase, slug: string, name: string): Promise<string> {
  return (await listInviteesFor(officeOf(database), slug)).find((one) => one.name === name)?.code ?? ''
}
