/** How many came, as what, and whether that makes the quorum. Counts alone. */
import { countArrivals, type ArrivalCount } from '#db/musyawarah/attendance.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { countInvitees } from '#db/musyawarah/plans.ts'
import type { Scope } from '../scope.ts'
import { quorumAt, sittingOf, type Quorum } from './rules/quorum.ts'
import { isStanding } from './rules/standing.ts'
import { groupCounts, rulesOf, type GroupCount } from './views.ts'

export interface MeetingPresence {
  quorum: Quorum
  present: number
  /** Entitled to decide, walk-ins among them. */
  entitled: number
  women: number
  men: number
  groups: GroupCount[]
  standings: { standing: string; count: number }[]
}

export async function presenceAt({ db }: Pick<Scope, 'db'>, meeting: PlacedMeeting): Promise<MeetingPresence> {
  const rules = rulesOf(meeting)
  const rows = await countArrivals(db, meeting.id, sittingOf(rules.ladder, meeting.step))
  const mayDecide = ({ standing }: { standing: string }) => isStanding(standing) && rules.entitled.includes(standing)
  const sum = (some: { count: number }[]) => some.reduce((total, { count }) => total + count, 0)
  const invited = sum((await countInvitees(db, meeting.id)).filter(mayDecide))
  const counted = sum(rows.filter((row) => mayDecide(row) && row.invited === 1))
  return {
    quorum: quorumAt(rules.ladder, meeting.step, { invited, present: counted }),
    present: sum(rows),
    entitled: sum(rows.filter(mayDecide)),
    women: sum(rows.filter(({ sex }) => sex === 'f')),
    men: sum(rows.filter(({ sex }) => sex === 'm')),
    groups: await groupCounts({ db }, rows),
    standings: standingsOf(rows),
  }
}

function standingsOf(rows: ArrivalCount[]): MeetingPresence['standings'] {
  const counts = new Map<string, number>()
  for (const { standing, count } of rows) counts.set(standing, (counts.get(standing) ?? 0) + count)
  return [...counts].map(([standing, count]) => ({ standing, count })).sort((a, b) => b.count - a.count)
}
