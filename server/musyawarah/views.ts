/** What everyone may know of a meeting, as pages, documents and the API say it. */
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listMeetingChanges } from '#db/musyawarah/meetings.ts'
import { listMeetingFiles } from '#db/musyawarah/hall-files.ts'
import { countInvitees, listAgenda } from '#db/musyawarah/plans.ts'
import type { AgendaItemRow, MeetingKind } from '#db/musyawarah/tables.ts'
import { may } from '../access.ts'
import type { Zone } from '../directory/rules/days.ts'
import { findGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import type { Scope } from '../scope.ts'
import { placeOf } from './places.ts'
import type { RulesOfOrder } from './rules/order.ts'
import { registrationUntil } from './rules/registration.ts'
import type { Quorum } from './rules/quorum.ts'
import { isStanding } from './rules/standing.ts'
import { meetingState, type MeetingState } from './rules/state.ts'

export interface MeetingSummary {
  /** Opaque; the subject of its entries in the ledger. */
  id: string
  slug: string
  kind: MeetingKind
  title: string
  convener: string
  venue: string
  startsAt: string
  state: MeetingState
  region: { code: string; slug: string; name: string; sample: boolean }
  timezone: Zone
  institution: { name: string } | null
  announcedAt: string | null
  /** The next instant at which the state changes by the clock alone. */
  nextChange: Date | null
}

export interface MeetingView extends MeetingSummary {
  basis: string
  directions: string | null
  link: string | null
  chair: string
  minuteTaker: string
  resourcePersons: string[]
  letter: { number: string | null; nature: string | null; annex: string | null; copies: string[] }
  about: { title: string; path: string | null } | null
  agenda: { id: string; title: string }[]
  /** Documents to be read before it. */
  materials: { id: string; name: string }[]
  rules: RulesOfOrder
  /** Until when anybody may register; null where nobody may. */
  registrationUntil: string | null
  /** Which step of the quorum's ladder counts, from 0. */
  step: number
  /** As it was when the meeting was opened. */
  quorum: Quorum | null
  invited: { total: number; entitled: number; groups: GroupCount[]; women: number; men: number }
  changes: MeetingChange[]
  openedAt: string | null
  closedAt: string | null
  correctionsUntil: string | null
  signedAt: string | null
  cancelReason: string | null
  provenance: string | null
  /** Whether the actor may see it as one of its staff. */
  staff: boolean
}

/** `group` null: no group was named. */
export interface GroupCount {
  group: StakeholderGroup | null
  count: number
}

export interface MeetingChange {
  what: 'postponed' | 'moved'
  before: string
  after: string
  /** The quorum that was not met. */
  quorum: Quorum | null
  reason: string
  at: string
}

export function summaryOf(row: PlacedMeeting, now: Date): MeetingSummary {
  const state = meetingState(row, now)
  const { id, slug, kind, title, convener, venue, startsAt, timezone, announcedAt } = row
  return {
    id,
    slug,
    kind,
    title,
    convener,
    venue,
    startsAt,
    state,
    region: { code: row.regionCode, slug: row.regionSlug, name: row.regionName, sample: row.sample === 1 },
    timezone,
    institution: row.institutionName === null ? null : { name: row.institutionName },
    announcedAt,
    nextChange: state === 'correction' && row.correctionsUntil ? new Date(row.correctionsUntil) : null,
  }
}

export async function viewOf({ db, actor, now }: Scope, row: PlacedMeeting): Promise<MeetingView> {
  const { basis, directions, link, chair, minuteTaker, aboutTitle, step } = row
  const { openedAt, closedAt, correctionsUntil, signedAt, cancelReason, provenance } = row
  const rules = rulesOf(row)
  return {
    ...summaryOf(row, now),
    basis,
    directions,
    link,
    chair,
    minuteTaker,
    step,
    openedAt,
    closedAt,
    correctionsUntil,
    signedAt,
    cancelReason,
    provenance,
    resourcePersons: JSON.parse(row.resourcePersons) as string[],
    letter: {
      number: row.letterNumber,
      nature: row.letterNature,
      annex: row.letterAnnex,
      copies: JSON.parse(row.letterCopies) as string[],
    },
    about: aboutTitle === null ? null : { title: aboutTitle, path: row.aboutPath },
    agenda: (await listAgenda(db, row.id)).map(({ id, title }: AgendaItemRow) => ({ id, title })),
    materials: (await listMeetingFiles(db, row.id, 'material')).map(({ id, name }) => ({ id, name })),
    rules,
    registrationUntil: registrationUntil(row, rules),
    quorum: row.quorum === null ? null : (JSON.parse(row.quorum) as Quorum),
    invited: await invitedTo({ db }, row.id, rules),
    changes: (await listMeetingChanges(db, row.id)).map(({ what, before, after, quorum, reason, at }) => {
      return { what, before, after, quorum: quorum === null ? null : (JSON.parse(quorum) as Quorum), reason, at }
    }),
    staff: may(actor, 'meeting.see', placeOf(row)),
  }
}

export function rulesOf({ rules }: { rules: string }): RulesOfOrder {
  return JSON.parse(rules) as RulesOfOrder
}

/** Counts alone: names of those invited are no matter for the public. */
async function invitedTo(
  { db }: Pick<Scope, 'db'>,
  meetingId: string,
  rules: RulesOfOrder,
): Promise<MeetingView['invited']> {
  const rows = await countInvitees(db, meetingId)
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0)
  return {
    total: sum(rows),
    entitled: sum(rows.filter(({ standing }) => isStanding(standing) && rules.entitled.includes(standing))),
    groups: await groupCounts({ db }, rows),
    women: sum(rows.filter(({ sex }) => sex === 'f')),
    men: sum(rows.filter(({ sex }) => sex === 'm')),
  }
}

/** The largest first. */
export async function groupCounts(
  { db }: Pick<Scope, 'db'>,
  rows: { groupId: string | null; count: number }[],
): Promise<GroupCount[]> {
  const groups = await findGroups(
    db,
    rows.flatMap(({ groupId }) => groupId ?? []),
  )
  const counts = new Map<string | null, number>()
  for (const { groupId, count } of rows) counts.set(groupId, (counts.get(groupId) ?? 0) + count)
  return [...counts]
    .map(([id, count]) => ({ group: (id && groups.get(id)) || null, count }))
    .sort((a, b) => b.count - a.count)
}
