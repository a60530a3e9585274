/** Minutes by item of the agenda while the meeting runs, and proposals as items of their own. */
import * as rows from '#db/musyawarah/minutes.ts'
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import {
  outcomeSchema,
  pointSchema,
  proposalSchema,
  type OutcomeInput,
  type PointInput,
  type ProposalInput,
} from './hall-schema.ts'
import { getMeetingFor, holdMeetingFor } from './meetings.ts'
import { isSettled } from './rules/decisions.ts'
import { findDecision } from '#db/musyawarah/decisions.ts'

const MOST_PROPOSALS = 500

/**
 * Writes a new point, or what one says from now on. Where somebody else has written meanwhile, both texts are kept and
 * shown (`both`). Issues: see `pointSchema`; item: unknown. @throws Refused not-found, forbidden, conflict
 */
export async function writePoint(scope: Scope, slug: string, input: PointInput): Promise<Outcome<{ both: boolean }>> {
  const reading = readInput(pointSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { item, point, base, speaker, text } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessMinuted(row)
    const isOnAgenda = (await listAgenda(inner.db, row.id)).some(({ id }) => id === item)
    if (!isOnAgenda) return { ok: false as const, issues: { item: 'unknown' }, values: reading.values }
    const at = inner.now.toISOString()
    const written = { id: newId(), speaker, text, byAccount: inner.actor?.accountId ?? '', at }
    if (point === null) {
      const position = (await rows.lastPointPosition(inner.db, row.id)) + 1
      const fresh = { id: newId(), meetingId: row.id, itemId: item, position, removedAt: null }
      await rows.insertPoint(inner.db, fresh)
      await rows.insertPointText(inner.db, { ...written, pointId: fresh.id, number: 1, base: 0 })
      return { ok: true as const, both: false }
    }
    const isThere = (await rows.listPoints(inner.db, row.id)).some(({ id }) => id === point)
    if (!isThere) throw new Refused('not-found')
    const texts = (await rows.listPointTexts(inner.db, row.id)).filter(({ pointId }) => pointId === point)
    const number = (texts.at(-1)?.number ?? 0) + 1
    const seen = texts.some((one) => one.number === base) ? base : number - 1
    await rows.insertPointText(inner.db, { ...written, pointId: point, number, base: seen })
    return { ok: true as const, both: texts.some((one) => one.base === seen && seen > 0) }
  })
}

/** Takes a point out of the minutes. @throws Refused not-found, forbidden, conflict */
export async function removePoint(scope: Scope, slug: string, id: string): Promise<void> {
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessMinuted(row)
    if (!(await rows.removePoint(inner.db, row.id, id, inner.now.toISOString()))) throw new Refused('not-found')
  })
}

/** Issues: see `proposalSchema`; item, group: unknown; text: too-many. @throws Refused not-found, forbidden, conflict */
export async function addProposal(
  scope: Scope,
  slug: string,
  input: ProposalInput,
): Promise<Outcome<{ number: number }>> {
  const reading = readInput(proposalSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { item, group, ...said } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessOpen(row)
    const wrong = (field: string, issue: string) => {
      return { ok: false as const, issues: { [field]: issue }, values: reading.values }
    }
    const agenda = await listAgenda(inner.db, row.id)
    if (item !== null && !agenda.some(({ id }) => id === item)) return wrong('item', 'unknown')
    const groups = await listGroups(inner.db, row.regionCode, dayIn(inner.now, row.timezone))
    if (group !== null && !groups.some(({ id }) => id === group)) return wrong('group', 'unknown')
    if (row.proposalsTaken >= MOST_PROPOSALS) return wrong('text', 'too-many')
    const number = row.proposalsTaken + 1
    await updateMeeting(inner.db, row.id, { proposalsTaken: number })
    await rows.insertProposal(inner.db, {
      ...said,
      id: newId(),
      meetingId: row.id,
      itemId: item,
      number,
      groupId: group,
      via: 'meeting',
      outcome: null,
      outcomeNote: null,
      decisionId: null,
      at: inner.now.toISOString(),
    })
    return { ok: true as const, number }
  })
}

/**
 * What becomes of a proposal: exactly one of accepted, not accepted, reserve. Issues: outcome: choose; outcomeNote: required
 * unless accepted; decision: unknown, unsettled. @throws Refused not-found, forbidden, conflict
 */
export async function settleProposal(
  scope: Scope,
  slug: string,
  id: string,
  input: OutcomeInput,
): Promise<Outcome<object>> {
  const reading = readInput(outcomeSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { outcome, outcomeNote, decision } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessOpen(row)
    const wrong = (issue: string) => ({ ok: false as const, issues: { decision: issue }, values: reading.values })
    const settledBy = decision === null ? undefined : await findDecision(inner.db, row.id, decision)
    if (decision !== null && !settledBy) return wrong('unknown')
    if (settledBy && !isSettled(settledBy.state)) return wrong('unsettled')
    const change = { meetingId: row.id, id, outcome, outcomeNote, decisionId: settledBy?.id ?? null }
    if (!(await rows.updateProposal(inner.db, change))) throw new Refused('not-found')
    return { ok: true as const }
  })
}

/** From the opening until the draft minutes went out. @throws Refused conflict */
export function refuseUnlessMinuted(row: PlacedMeeting): void {
  if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.minutesSentAt) throw new Refused('conflict', 'meeting-minutes-sent')
}

/** From the opening to the closing. @throws Refused conflict */
export function refuseUnlessOpen(row: PlacedMeeting): void {
  if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
  if (row.closedAt) throw new Refused('conflict', 'meeting-closed')
}
