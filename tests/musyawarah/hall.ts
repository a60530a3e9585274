/** Meetings of the tests that have been opened: all nine who are entitled are there. */
import { newSubmissionKey } from '#server/ids.ts'
import { recordArrival } from '#server/musyawarah/attendance.ts'
import { listInviteesFor } from '#server/musyawarah/invitees.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { openMeeting } from '#server/musyawarah/opening.ts'
import type { MeetingView } from '#server/musyawarah/views.ts'
import type { World } from '../survey/world.ts'
import { announced, done, MORNING, officerOf } from './world.ts'

/** @param meanwhile what happens between its announcement and the day */
export async function opened(world: World, meanwhile?: (slug: string) => Promise<unknown>): Promise<MeetingView> {
  const { slug } = await announced(world)
  await meanwhile?.(slug)
  const desk = officerOf(world, MORNING)
  for (const { id } of await listInviteesFor(desk, slug)) {
    await recordArrival(desk, slug, { invitee: id }, newSubmissionKey())
  }
  done(await openMeeting(desk, slug))
  return getMeeting(desk, slug)
}
