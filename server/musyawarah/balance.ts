/** Whether those invited are of the groups and sexes that the rules ask for, and how they replied. For officers. */
import { countReplies } from '#db/musyawarah/invitations.ts'
import { countInvitees } from '#db/musyawarah/plans.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import type { Scope } from '../scope.ts'
import { getMeetingFor } from './meetings.ts'
import { rulesOf } from './views.ts'

export interface Balance {
  /** The groups that the rules ask for, with how many of each are invited. */
  asked: { group: StakeholderGroup; count: number }[]
  women: number
  men: number
  /** Of whom the list doesn't say. */
  unsaid: number
  replies: { coming: number; notComing: number; none: number }
}

/** @throws Refused not-found, forbidden */
export async function balanceOf(scope: Scope, slug: string): Promise<Balance> {
  const row = await getMeetingFor(scope, slug, 'meeting.keep')
  const counts = await countInvitees(scope.db, row.id)
  const replies = await countReplies(scope.db, row.id)
  const offered = await listGroups(scope.db, row.regionCode, dayIn(scope.now, row.timezone))
  const sum = (is: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(is).reduce((total, { count }) => total + count, 0)
  const replied = (reply: 'coming' | 'not-coming' | null) => replies.find((one) => one.reply === reply)?.count ?? 0
  return {
    asked: offered
      .filter(({ key }) => rulesOf(row).groups?.includes(key))
      .map((group) => ({ group, count: sum(({ groupId }) => groupId === group.id) })),
    women: sum(({ sex }) => sex === 'f'),
    men: sum(({ sex }) => sex === 'm'),
    unsaid: sum(({ sex }) => sex === null),
    replies: { coming: replied('coming'), notComing: replied('not-coming'), none: replied(null) },
  }
}
