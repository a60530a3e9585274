/** Minutes by item of the agenda while the meeting runs, and proposals as items of their own. */
import { listDecisions } from '#db/musyawarah/decisions.ts'
import * as rows from '#db/musyawarah/minutes.ts'
import { updateMeeting } from '#db/musyawarah/meetings.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import { dayIn } from '../directory/rules/days.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import type { Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import type { Scope } from '../scope.ts'
import {
  outcomeSchema,
  pointSchema,
  proposalSchema,
  type OutcomeInput,
  type PointInput,
  type ProposalInput,
} from './hall-schema.ts'
import { inHall, no, NOTHING, refuseUnlessMinuted } from './in-hall.ts'
import type { Keyed } from './once.ts'
import { standingTexts } from './rules/writing.ts'
import { settledByIssue } from './settling.ts'

const MOST_PROPOSALS = 500

export interface WrittenPoint {
  point: string
  /** Of the text as it stands now: the base of the writer's next. */
  number: number
  /** Somebody else has written meanwhile: both texts are kept and shown. */
  both: boolean
}

/**
 * Writes a new point, or what one says from now on; with `merged` it stands for those texts too. What says the same as
 * before changes nothing. Issues: see `pointSchema`; item: unknown. @throws Refused not-found, forbidden, conflict
 */
export async function writePoint(scope: Scope, slug: string, input: Keyed<PointInput>): Promise<Outcome<WrittenPoint>> {
  const asked = { act: 'point', schema: pointSchema, input, isTime: refuseUnlessMinuted }
  return inHall<typeof pointSchema, WrittenPoint>(scope, slug, asked, async (inner, row, given) => {
    const { item, point, base, merged, speaker, text } = given
    const isOnAgenda = (await listAgenda(inner.db, row.id)).some(({ id }) => id === item)
    if (!isOnAgenda) return no('item', 'unknown')
    const written = { id: newId(), speaker, text, byAccount: inner.actor?.accountId ?? '', at: inner.now.toISOString() }
    if (point === null) {
      const position = (await rows.lastPointPosition(inner.db, row.id)) + 1
      const fresh = { id: newId(), meetingId: row.id, itemId: item, position, removedAt: null }
      await rows.insertPoint(inner.db, fresh)
      await rows.insertPointText(inner.db, { ...written, pointId: fresh.id, number: 1, base: 0, merged: null })
      return { ok: true, point: fresh.id, number: 1, both: false }
    }
    const before = (await rows.listPoints(inner.db, row.id)).find(({ id }) => id === point)
    if (!before) throw new Refused('not-found')
    if (before.itemId !== item) await rows.movePoint(inner.db, point, item)
    const texts = await rows.listTextsOf(inner.db, point)
    const last = texts.at(-1)?.number ?? 0
    const seen = texts.find((one) => one.number === base) ?? texts.at(-1)
    const over = merged.filter((other) => other !== seen?.number && texts.some((one) => one.number === other))
    const standing = standingTexts(texts)
    if (seen?.text === text && seen.speaker === speaker && over.length === 0) {
      return { ok: true, point, number: seen.number, both: standing.length > 1 }
    }
    const change = { base: seen?.number ?? 0, merged: over.length > 0 ? JSON.stringify(over) : null }
    const fresh = { ...written, ...change, pointId: point, number: last + 1 }
    await rows.insertPointText(inner.db, fresh)
    return { ok: true, point, number: fresh.number, both: standingTexts([...texts, fresh]).length > 1 }
  })
}

/** Takes a point out of the minutes. @throws Refused not-found, forbidden, conflict */
export async function removePoint(scope: Scope, slug: string, id: string, input: Keyed = {}): Promise<Outcome<object>> {
  const asked = { act: `remove ${id}`, schema: NOTHING, input, isTime: refuseUnlessMinuted }
  return inHall(scope, slug, asked, async (inner, row) => {
    if (!(await rows.removePoint(inner.db, row.id, id, inner.now.toISOString()))) throw new Refused('not-found')
    return { ok: true }
  })
}

/** Issues: see `proposalSchema`; item, group: unknown; text: too-many. @throws Refused not-found, forbidden, conflict */
export async function addProposal(
  scope: Scope,
  slug: string,
  input: Keyed<ProposalInput>,
): Promise<Outcome<{ id: string; number: number }>> {
  const asked = { act: 'propose', schema: proposalSchema, input }
  return inHall<typeof proposalSchema, { id: string; number: number }>(
    scope,
    slug,
    asked,
    async (inner, row, given) => {
      const { item, group, ...said } = given
      const agenda = await listAgenda(inner.db, row.id)
      if (item !== null && !agenda.some(({ id }) => id === item)) return no('item', 'unknown')
      const groups = await listGroups(inner.db, row.regionCode, dayIn(inner.now, row.timezone))
      if (group !== null && !groups.some(({ id }) => id === group)) return no('group', 'unknown')
      if (row.proposalsTaken >= MOST_PROPOSALS) return no('text', 'too-many')
      const number = row.proposalsTaken + 1
      await updateMeeting(inner.db, row.id, { proposalsTaken: number })
      const id = newId()
      await rows.insertProposal(inner.db, {
        ...said,
        id,
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
      return { ok: true, id, number }
    },
  )
}

/**
 * What becomes of a proposal: exactly one of accepted, not accepted, reserve. Issues: outcome: choose; outcomeNote: required
 * unless accepted; decision: unknown, unsettled. @throws Refused not-found, forbidden, conflict
 */
export async function settleProposal(
  scope: Scope,
  slug: string,
  id: string,
  input: Keyed<OutcomeInput>,
): Promise<Outcome<object>> {
  const asked = { act: `settle ${id}`, schema: outcomeSchema, input }
  return inHall<typeof outcomeSchema, object>(scope, slug, asked, async (inner, row, given) => {
    const { outcome, outcomeNote, decision: decisionId } = given
    const issue = settledByIssue(await listDecisions(inner.db, row.id), decisionId)
    if (issue) return no('decision', issue)
    const change = { meetingId: row.id, id, outcome, outcomeNote, decisionId }
    if (!(await rows.updateProposal(inner.db, change))) throw new Refused('not-found')
    return { ok: true }
  })
}
