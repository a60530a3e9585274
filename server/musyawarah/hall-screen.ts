/**
 * What the screen in the hall shows, to everyone who looks, wherever they are: how far the agenda has come, whether the quorum
 * is there, the text that is being decided, and proposals without who made them.
 */
import { listPoints } from '#db/musyawarah/minutes.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { ProposalRow } from '#db/musyawarah/hall-tables.ts'
import type { Scope } from '../scope.ts'
import { listPublicDecisions, listPublicProposals, type DecisionView } from './course.ts'
import { getMeetingRow } from './meetings.ts'
import { presenceAt, type MeetingPresence } from './presence.ts'
import { isSettled } from './rules/decisions.ts'
import { viewOf, type MeetingView } from './views.ts'

export interface HallScreen {
  meeting: MeetingView
  presence: MeetingPresence
  /** The item that was written of or decided on last; null before the opening and where nothing was. */
  itemId: string | null
  /** The text before the meeting. */
  current: DecisionView | null
  settled: DecisionView[]
  proposals: Omit<ProposalRow, 'proposer'>[]
}

/** @throws Refused not-found, also for one in preparation that the actor may not see */
export async function getHallScreen(scope: Scope, slug: string): Promise<HallScreen> {
  const row = await getMeetingRow(scope, slug)
  const decisions = await listPublicDecisions(scope, row.id)
  const current = decisions.find(({ state }) => !isSettled(state)) ?? null
  return {
    meeting: await viewOf(scope, row),
    presence: await presenceAt(scope, row),
    itemId: current?.itemId ?? (await lastItem(scope, row, decisions)),
    current,
    settled: decisions.filter(({ state }) => isSettled(state)),
    proposals: await listPublicProposals(scope, row.id),
  }
}

async function lastItem(
  { db }: Pick<Scope, 'db'>,
  row: PlacedMeeting,
  decisions: DecisionView[],
): Promise<string | null> {
  if (!row.openedAt || row.closedAt) return null
  return (await listPoints(db, row.id)).at(-1)?.itemId ?? decisions.at(-1)?.itemId ?? null
}
