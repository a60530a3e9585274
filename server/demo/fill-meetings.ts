/** Meetings of the demonstration, from the plan on: what is done for each, and when. */
import { dayIn } from '../directory/rules/days.ts'
import { getUnit } from '../directory/units.ts'
import { announceMeeting } from '../musyawarah/announcing.ts'
import { addInvitees } from '../musyawarah/invitees.ts'
import { draftMeeting } from '../musyawarah/meetings.ts'
import type { Act, ActAs } from './fill.ts'
import { momentOf } from './fill-consultations.ts'
import { granted, type FilledUnit } from './fill-places.ts'
import { MEETINGS, type DemoMeeting } from './meetings.ts'

/** @param units that are there, by name. */
export function meetingActs(actAs: ActAs, units: FilledUnit[], today: Date): Act[] {
  return MEETINGS.flatMap((meeting) => {
    const unit = units.find(({ plan: { name } }) => name === meeting.unit)
    return unit ? [announcing(actAs, meeting, unit.slug, today)] : []
  })
}

function announcing(actAs: ActAs, { plan, announced, held, invited }: DemoMeeting, unit: string, today: Date): Act {
  return {
    when: momentOf({ today }, announced),
    act: async (when) => {
      const officer = actAs('officer', when)
      const day = dayIn(momentOf({ today }, held), 'Asia/Jakarta')
      const { id } = await getUnit(officer, unit)
      const input = { ...plan, place: `unit:${id}`, day, time: '09.00' }
      const { slug } = granted(await draftMeeting(officer, input))
      for (const { group, standing, people } of invited) {
        granted(await addInvitees(officer, slug, { list: people.join('\n'), group, standing }))
      }
      granted(await announceMeeting(officer, slug))
    },
  }
}
