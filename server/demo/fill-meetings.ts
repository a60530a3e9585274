/** Meetings of the demonstration, from the plan on: what is done for each, and when. */
import { dayIn } from '../directory/rules/days.ts'
import { getUnit } from '../directory/units.ts'
import { announceMeeting } from '../musyawarah/announcing.ts'
import { recordArrival } from '../musyawarah/attendance.ts'
import { addInvitees, listInviteesFor } from '../musyawarah/invitees.ts'
import { draftMeeting } from '../musyawarah/meetings.ts'
import { postponeMeeting } from '../musyawarah/opening.ts'
import type { Scope } from '../scope.ts'
import type { Act, ActAs } from './fill.ts'
import { momentOf } from './fill-consultations.ts'
import { holdForum, signForum } from './fill-forum.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import { MEETINGS, type DemoMeeting } from './meetings.ts'

/** What later acts need to know of the meetings that earlier ones made. */
export interface MeetingDemo {
  actAs: ActAs
  today: Date
}

/** @param units that are there, by name. */
export function meetingActs(actAs: ActAs, units: FilledUnit[], today: Date): Act[] {
  return MEETINGS.flatMap((meeting) => {
    const unit = units.find(({ plan: { name } }) => name === meeting.unit)
    return unit ? actsOf({ actAs, today }, meeting, unit.slug) : []
  })
}

function actsOf({ actAs, today }: MeetingDemo, meeting: DemoMeeting, unit: string): Act[] {
  let slug = ''
  const on = (days: number, hour?: number) => momentOf({ today }, days, hour)
  const day = (days: number) => dayIn(on(days), 'Asia/Jakarta')
  const { held, course } = meeting
  const announcing: Act = {
    when: on(meeting.announced),
    act: async (when) => void (slug = await announce(actAs('officer', when), meeting, { unit, day: day(held) })),
  }
  const later: Record<DemoMeeting['course'], Act[]> = {
    coming: [],
    // Nine in the morning there is two by UTC.
    postponed: [
      {
        when: on(held, 3),
        act: async (when) => putOff(actAs('officer', when), slug, { day: day(held), time: '11.00', people: 4 }),
      },
      {
        when: on(held, 5),
        act: async (when) => putOff(actAs('officer', when), slug, { day: day(held + 6), time: '09.00', people: 0 }),
      },
    ],
    signed: [
      { when: on(held, 3), act: async (when) => holdForum(actAs('officer', when), slug) },
      { when: on(held + 7, 3), act: async (when) => signForum(actAs('officer', when), slug, day(held + 7)) },
    ],
  }
  return [announcing, ...later[course]]
}

async function announce(
  officer: Scope,
  { plan, invited }: DemoMeeting,
  { unit, day }: { unit: string; day: string },
): Promise<string> {
  const { id } = await getUnit(officer, unit)
  const { slug } = granted(await draftMeeting(officer, { ...plan, place: `unit:${id}`, day, time: '09.00' }))
  for (const { group, standing, people } of invited) {
    granted(await addInvitees(officer, slug, { list: people.join('\n'), group, standing }))
  }
  granted(await announceMeeting(officer, slug))
  return slug
}

/** So many more come, which is too few. */
async function putOff(
  officer: Scope,
  slug: string,
  { day, time, people }: { day: string; time: string; people: number },
): Promise<void> {
  for (const { id } of (await listInviteesFor(officer, slug)).slice(0, people)) {
    await recordArrival(officer, slug, { invitee: id }, id)
  }
  const reason = 'Sebagian besar undangan masih melaut.'
  granted(await postponeMeeting(officer, slug, { day, time, reason }))
}
