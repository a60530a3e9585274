/** What a meeting has come to so far: its decisions with how each came about, its proposals, its minutes. */
import * as decided from '#db/musyawarah/decisions.ts'
import type { DecisionObjectionRow, ProposalRow, VoteRow } from '#db/musyawarah/hall-tables.ts'
import { listPoints, listPointTexts, listProposals } from '#db/musyawarah/minutes.ts'
import { findMeetingRecord, listMasks } from '#db/musyawarah/records.ts'
import type { Database } from '#db/database.ts'
import type { Scope } from '../scope.ts'
import type { DecisionState } from './rules/decisions.ts'
import { masked } from './rules/masking.ts'
import { getMeetingFor } from './meetings.ts'
import { standingTexts } from './rules/writing.ts'

export interface DecisionView {
  id: string
  number: number
  itemId: string | null
  state: DecisionState
  /** Every text that was put, in order; the last is the one before the meeting, or settled. */
  rounds: { round: number; text: string; objections: DecisionObjectionRow[] }[]
  failedStatement: string | null
  entitled: number | null
  settledAt: string | null
  vote: VoteRow | null
}

export interface PointView {
  id: string
  itemId: string
  /** More than one: written at once, and both kept. */
  texts: { number: number; speaker: string | null; text: string }[]
}

/** Decisions alone are there for everyone while the meeting runs: each is in the ledger. */
export async function listMeetingDecisions({ db }: Pick<Scope, 'db'>, meetingId: string): Promise<DecisionView[]> {
  const [rows, texts] = [await decided.listDecisions(db, meetingId), await decided.listDecisionTexts(db, meetingId)]
  const objections = await decided.listDecisionObjections(db, meetingId)
  const votes = new Map((await decided.listVotes(db, meetingId)).map((vote) => [vote.decisionId, vote]))
  return rows.map(({ id, number, itemId, state, failedStatement, entitled, settledAt }) => ({
    id,
    number,
    itemId,
    state,
    failedStatement,
    entitled,
    settledAt,
    rounds: texts
      .filter(({ decisionId }) => decisionId === id)
      .map(({ round, text }) => ({
        round,
        text,
        objections: objections.filter((one) => one.decisionId === id && one.round === round),
      })),
    vote: votes.get(id) ?? null,
  }))
}

export async function listMinutePoints({ db }: { db: Database }, meetingId: string): Promise<PointView[]> {
  const points = await listPoints(db, meetingId)
  const texts = Map.groupBy(await listPointTexts(db, meetingId), ({ pointId }) => pointId)
  return points.map(({ id, itemId }) => ({
    id,
    itemId,
    texts: standingTexts(texts.get(id) ?? []).map(({ number, speaker, text }) => ({ number, speaker, text })),
  }))
}

/** As the public reads them: what was covered in the signed record is covered here too. */
export async function listPublicDecisions({ db }: Pick<Scope, 'db'>, meetingId: string): Promise<DecisionView[]> {
  const decisions = await listMeetingDecisions({ db }, meetingId)
  return (await covered(db, meetingId, { decisions })).decisions
}

/** As the public reads them: nobody is named, and what was covered in the signed record is covered. */
export async function listPublicProposals(
  { db }: Pick<Scope, 'db'>,
  meetingId: string,
): Promise<Omit<ProposalRow, 'proposer'>[]> {
  const proposals = (await listProposals(db, meetingId)).map((proposal) => {
    const { proposer: _, ...rest } = proposal
    return rest
  })
  return (await covered(db, meetingId, { proposals })).proposals
}

/** A record's masks name places by the same numbers of decisions and proposals. */
async function covered<T extends object>(db: Database, meetingId: string, course: T): Promise<T> {
  const record = await findMeetingRecord(db, meetingId)
  return record ? masked(course, await listMasks(db, record.id)) : course
}

/** With who proposed what, for whoever takes the minutes. */
export function listHallProposals({ db }: Pick<Scope, 'db'>, meetingId: string): Promise<ProposalRow[]> {
  return listProposals(db, meetingId)
}

/** What is written of a meeting so far, as whoever takes its minutes sees it. @throws Refused not-found, forbidden */
export async function listMinutes(
  scope: Scope,
  slug: string,
): Promise<{ points: PointView[]; proposals: ProposalRow[] }> {
  const { id } = await getMeetingFor(scope, slug, 'meeting.minute')
  return { points: await listMinutePoints(scope, id), proposals: await listHallProposals(scope, id) }
}
