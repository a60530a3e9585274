/** Meetings in the small world of the surveys: one planned for 10 July 2026, and ways to bring it further. */
import type { Actor } from '#server/access.ts'
import { announceMeeting } from '#server/musyawarah/announcing.ts'
import { addInvitees } from '#server/musyawarah/invitees.ts'
import { draftMeeting, getMeeting } from '#server/musyawarah/meetings.ts'
import type { MeetingInput } from '#server/musyawarah/schema.ts'
import type { MeetingView } from '#server/musyawarah/views.ts'
import type { Outcome } from '#server/forms.ts'
import type { World } from '../survey/world.ts'

export const JUNE = new Date('2026-06-20T03:00:00Z')
/** Nine in the morning there, on the day. */
export const MORNING = new Date('2026-07-10T02:00:00Z')
export const hoursLater = (hours: number, from = MORNING) => new Date(from.getTime() + hours * 3_600_000)

export function inputOf(world: World, rest: Partial<MeetingInput> = {}): MeetingInput {
  return {
    place: `unit:${world.unit.id}`,
    kind: 'village',
    title: 'Rencana kerja desa tahun 2027',
    basis: 'Desa menyusun rencana kerja setiap tahun menurut peraturan desa.',
    convener: 'BPD Kemuning Tua',
    venue: 'Balai Desa Kemuning Tua',
    day: '2026-07-10',
    time: '09.00',
    chair: 'H. Ramli, Ketua BPD',
    minuteTaker: 'Nur Aini',
    resourcePersons: ['Camat Kemuning'],
    agenda: ['Pembukaan', 'Usulan kegiatan', 'Penetapan'],
    rules: 'musyawarah-desa',
    ...rest,
  }
}

export function done<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome
}

export const officerOf = (world: World, now = JUNE, actor: Actor = world.officer) => world.as(actor, now)

/** Names of so many: "Warga 1; RT 1; P", "Warga 2; RT 2; L", … */
export function names(count: number, what = 'Warga'): string {
  return Array.from({ length: count }, (_, i) => `${what} ${i + 1}; RT ${i + 1}; ${i % 2 === 0 ? 'P' : 'L'}`).join('\n')
}

/** One in preparation with nine who are entitled and one observer invited. */
export async function prepared(world: World, rest: Partial<MeetingInput> = {}): Promise<MeetingView> {
  const officer = officerOf(world)
  const { slug } = done(await draftMeeting(officer, inputOf(world, rest)))
  done(await addInvitees(officer, slug, { list: names(9), group: 'residents', standing: 'participant' }))
  done(await addInvitees(officer, slug, { list: 'Pengamat LSM', standing: 'observer' }))
  return getMeeting(officer, slug)
}

export async function announced(world: World, rest: Partial<MeetingInput> = {}): Promise<MeetingView> {
  const { slug } = await prepared(world, rest)
  done(await announceMeeting(officerOf(world), slug))
  return getMeeting(world.as(null, JUNE), slug)
}
