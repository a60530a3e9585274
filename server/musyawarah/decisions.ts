/** Decisions: a text is put, agreed by acclamation or objected to, amended and put again; a vote only when consensus failed. */
import * as rows from '#db/musyawarah/decisions.ts'
import type { DecisionRow } from '#db/musyawarah/hall-tables.ts'
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listAgenda } from '#db/musyawarah/plans.ts'
import type { Transaction } from '#db/database.ts'
import type { z } from 'zod'
import { Refused } from '../errors.ts'
import { storeFile, type GivenFile } from '../files.ts'
import type { Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import type { Json } from '../ledger/jcs.ts'
import type { Scope } from '../scope.ts'
import { amendSchema, answerSchema, failedSchema, objectionSchema, putSchema, voteSchema } from './hall-schema.ts'
import { inHall, no, NOTHING, onDecision } from './in-hall.ts'
import type { Keyed } from './once.ts'
import { presenceAt } from './presence.ts'
import { isSettled, tallyIssue, votesNeeded } from './rules/decisions.ts'
import { scanIssue } from './scans.ts'
import { rulesOf } from './views.ts'

type Input<S extends z.ZodType> = Keyed<z.input<S> & object>
const DONE = { ok: true as const }

/** Puts a text before the meeting. Issues: text: required, too-long; item: unknown. @throws Refused as all here */
export async function putText(
  scope: Scope,
  slug: string,
  input: Input<typeof putSchema>,
): Promise<Outcome<{ id: string; number: number }>> {
  const asked = { act: 'put', schema: putSchema, input }
  return inHall<typeof putSchema, { id: string; number: number }>(scope, slug, asked, async (inner, row, given) => {
    const { item, text } = given
    const isOnAgenda = (await listAgenda(inner.db, row.id)).some(({ id }) => id === item)
    if (item !== null && !isOnAgenda) return no('item', 'unknown')
    const before = await rows.listDecisions(inner.db, row.id)
    if (before.some(({ state }) => !isSettled(state))) return no('form', 'one-at-a-time')
    const [id, number] = [newId(), row.decisionsTaken + 1]
    await updateMeeting(inner.db, row.id, { decisionsTaken: number })
    const nothing = { failedStatement: null, failedAt: null, settledAt: null, entitled: null, commitmentId: null }
    const decision = { ...nothing, id, meetingId: row.id, itemId: item, number, state: 'put' as const, round: 1 }
    await rows.insertDecision(inner.db, decision)
    await writeText(inner, decision, text)
    return { ok: true, id, number }
  })
}

/** An objection by a person or a group, with its reason. */
export async function objectTo(
  scope: Scope,
  slug: string,
  id: string,
  input: Input<typeof objectionSchema>,
): Promise<Outcome<{ id: string }>> {
  const asked = { id, act: 'object' as const, schema: objectionSchema, input }
  return onDecision<typeof objectionSchema, { id: string }>(scope, slug, asked, async (inner, found, given) => {
    const { who, group: groupId, reason } = given
    const { decision, objections } = found
    const made = newId()
    const position = objections.length + 1
    const open = { answer: null, withdrawn: 0 as const, answeredAt: null, at: inner.now.toISOString() }
    const said = { decisionId: decision.id, round: decision.round, position, who, groupId, reason }
    await rows.insertDecisionObjection(inner.db, { ...open, ...said, id: made })
    return { ok: true, id: made }
  })
}

/** What was answered to an objection, and whether whoever made it let it go. @throws Refused not-found */
export async function answerDecisionObjection(
  scope: Scope,
  slug: string,
  objectionId: string,
  input: Input<typeof answerSchema>,
): Promise<Outcome<object>> {
  const asked = { act: `answer ${objectionId}`, schema: answerSchema, input }
  return inHall<typeof answerSchema, object>(scope, slug, asked, async (inner, row, { answer, withdrawn }) => {
    const objection = (await rows.listDecisionObjections(inner.db, row.id)).find(({ id }) => id === objectionId)
    const decision = objection && (await rows.findDecision(inner.db, row.id, objection.decisionId))
    if (!decision) throw new Refused('not-found')
    if (decision.state !== 'put' || decision.round !== objection.round) return no('form', 'settled')
    const change = { answer, withdrawn: withdrawn ? (1 as const) : (0 as const), answeredAt: inner.now.toISOString() }
    await rows.updateDecisionObjection(inner.db, objectionId, change)
    return DONE
  })
}

/** The amended text is put again; each objection to the one before has its answer. */
export async function amendText(
  scope: Scope,
  slug: string,
  id: string,
  input: Input<typeof amendSchema>,
): Promise<Outcome<object>> {
  const asked = { id, act: 'amend' as const, schema: amendSchema, input }
  return onDecision(scope, slug, asked, async (inner, { decision }, { text }) => {
    const next = { ...decision, round: decision.round + 1 }
    await rows.updateDecision(inner.db, id, { round: next.round })
    await writeText(inner, next, text)
    return DONE
  })
}

/** Agreed by acclamation: one act of the minute-taker. Issues: form: below-quorum. */
export async function agree(scope: Scope, slug: string, id: string, input: Keyed = {}): Promise<Outcome<object>> {
  const asked = { id, act: 'agree' as const, schema: NOTHING, input }
  return onDecision(scope, slug, asked, async (inner, { row, decision, text }) => {
    const { entitled, quorum } = await presenceAt(inner, row)
    if (!quorum.met) return no('form', 'below-quorum')
    await settle(inner, decision, 'agreed', entitled)
    record(inner, row, { decision, text, fields: { method: 'acclamation', entitled } })
    return DONE
  })
}

/** The written statement that consensus failed, without which there is no vote. */
export async function stateFailure(
  scope: Scope,
  slug: string,
  id: string,
  input: Input<typeof failedSchema>,
): Promise<Outcome<object>> {
  const asked = { id, act: 'fail' as const, schema: failedSchema, input }
  return onDecision(scope, slug, asked, async (inner, { row, decision }, { statement }) => {
    const failedAt = inner.now.toISOString()
    await rows.updateDecision(inner.db, id, { state: 'failed', failedStatement: statement, failedAt })
    const fields = { number: decision.number, statement }
    inner.record({ kind: 'musyawarah.consensus-failed', subject: row.id, fields })
    return DONE
  })
}

/**
 * A vote among the entitled who are present, from its paper tally. Issues: a count: required, number; inFavour: more-votes,
 * no-votes, no-voters; sheet: file-kind, file-too-big; form: below-quorum.
 */
export async function enterVote(
  scope: Scope,
  slug: string,
  id: string,
  input: Input<typeof voteSchema>,
  sheet?: GivenFile,
): Promise<Outcome<object>> {
  const asked = { id, act: 'vote' as const, schema: voteSchema, input }
  return onDecision(scope, slug, asked, async (inner, { row, decision, text }, { way, ...tally }) => {
    const { entitled, quorum } = await presenceAt(inner, row)
    if (!quorum.met) return no('form', 'below-quorum')
    const issue = tallyIssue(tally, entitled)
    if (issue) return no('inFavour', issue)
    const notScan = sheet && scanIssue(sheet)
    if (notScan) return no('sheet', notScan)
    const stored = sheet && (await storeFile(inner, sheet))
    if (stored && !stored.ok) return no('sheet', stored.issue)
    const needed = votesNeeded(rulesOf(row).majority, entitled)
    const at = inner.now.toISOString()
    const file = { sheetFile: stored?.hash ?? null, sheetName: stored?.name ?? null }
    const enteredBy = inner.actor?.accountId ?? ''
    await rows.insertVote(inner.db, { decisionId: id, way, ...tally, needed, entitled, ...file, enteredBy, at })
    await settle(inner, decision, tally.inFavour >= needed ? 'passed' : 'rejected', entitled)
    const fields = { method: 'vote', way, ...tally, needed, entitled, sheet: file.sheetFile }
    record(inner, row, { decision, text, fields })
    return DONE
  })
}

async function writeText(
  { db, actor, now }: Scope<Transaction>,
  { id, round }: DecisionRow,
  text: string,
): Promise<void> {
  const written = { byAccount: actor?.accountId ?? '', at: now.toISOString() }
  await rows.insertDecisionText(db, { decisionId: id, round, text, ...written })
}

async function settle(
  { db, now }: Scope<Transaction>,
  { id }: DecisionRow,
  state: 'agreed' | 'passed' | 'rejected',
  entitled: number,
): Promise<void> {
  await rows.updateDecision(db, id, { state, entitled, settledAt: now.toISOString() })
}

function record(
  scope: Scope,
  row: PlacedMeeting,
  { decision, text, fields }: { decision: DecisionRow; text: string; fields: Record<string, Json> },
): void {
  const { number, round } = decision
  scope.record({ kind: 'musyawarah.decided', subject: row.id, fields: { number, round, text, ...fields } })
}
