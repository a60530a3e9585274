/** The draft minutes are corrected by those alone whose presence was recorded, in the window; dissent is kept in its own words. */
import { findArrivalByCode } from '#db/musyawarah/attendance.ts'
import { findDecision } from '#db/musyawarah/decisions.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { CorrectionRow } from '#db/musyawarah/record-tables.ts'
import * as rows from '#db/musyawarah/records.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { parseInvitationCode } from './codes.ts'
import { getMeetingFor, getMeetingRow, holdMeetingFor } from './meetings.ts'
import { askedSchema, correctionSchema, dissentSchema, type AskedInput } from './record-schema.ts'
import { lockMeeting } from '#db/musyawarah/meetings.ts'
import { sittingOf } from './rules/quorum.ts'
import { takesCorrections } from './rules/state.ts'
import { rulesOf } from './views.ts'
import type { z } from 'zod'

const MOST_CORRECTIONS = 500

/**
 * A correction or a note of dissent by somebody who was present. Issues: see `askedSchema`; code: code-unknown; form:
 * window-closed, too-many. @throws Refused not-found
 */
export async function askCorrection(
  scope: Scope,
  slug: string,
  input: AskedInput,
): Promise<Outcome<{ number: number; kind: 'correction' | 'dissent' }>> {
  const reading = readInput(askedSchema, input)
  await getMeetingRow(scope, slug)
  if (!reading.ok) return reading
  const { code, kind, text, who } = reading.value
  return transaction(scope, async (inner) => {
    const { id } = await getMeetingRow(inner, slug)
    await lockMeeting(inner.db, id)
    const row = await getMeetingRow(inner, slug)
    const wrong = (field: string, issue: string) => {
      return { ok: false as const, issues: { [field]: issue }, values: reading.values }
    }
    if (!takesCorrections(row, inner.now)) return wrong('form', 'window-closed')
    const sitting = sittingOf(rulesOf(row).ladder, row.step)
    const typed = parseInvitationCode(code)
    const arrival = typed && (await findArrivalByCode(inner.db, { meetingId: id, sitting, code: typed }))
    if (!arrival) return wrong('code', 'code-unknown')
    if (kind === 'dissent') {
      return {
        ok: true as const,
        kind,
        number: await keepDissent(inner, row, { who: who ?? '', text, arrivalId: arrival.id }),
      }
    }
    const known = await rows.listCorrections(inner.db, id)
    if (known.length >= MOST_CORRECTIONS) return wrong('form', 'too-many')
    const open = { itemId: null, outcome: null, reason: null, settledBy: null, settledAt: null }
    const number = known.length + 1
    const asked = { id: newId(), meetingId: id, number, attendanceId: arrival.id, text, at: inner.now.toISOString() }
    await rows.insertCorrection(inner.db, { ...open, ...asked })
    return { ok: true as const, kind, number }
  })
}

/** Accepts or refuses a correction, with a reason that is kept beside it. @throws Refused not-found, forbidden, conflict */
export async function settleCorrection(
  scope: Scope,
  slug: string,
  id: string,
  input: z.input<typeof correctionSchema>,
): Promise<Outcome<object>> {
  const reading = readInput(correctionSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { outcome, reason } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    if (row.signedAt) throw new Refused('conflict', 'meeting-signed')
    const found = (await rows.listCorrections(inner.db, row.id)).find((one) => one.id === id)
    if (!found) throw new Refused('not-found')
    if (found.outcome) throw new Refused('conflict', 'meeting-correction-settled')
    const settled = { settledBy: inner.actor?.accountId ?? '', settledAt: inner.now.toISOString() }
    await rows.updateCorrection(inner.db, id, { outcome, reason, ...settled })
    const fields = { number: found.number, outcome, reason }
    inner.record({ kind: 'musyawarah.correction-settled', subject: row.id, fields })
    return { ok: true as const }
  })
}

/** A note of dissent that the minute-taker writes down as it is said. Issues: see `dissentSchema`; decision: unknown. */
export async function noteDissent(
  scope: Scope,
  slug: string,
  input: z.input<typeof dissentSchema>,
): Promise<Outcome<{ number: number }>> {
  const reading = readInput(dissentSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { who, text, decision } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    if (!row.openedAt) throw new Refused('conflict', 'meeting-not-open')
    if (row.signedAt) throw new Refused('conflict', 'meeting-signed')
    if (decision !== null && !(await findDecision(inner.db, row.id, decision))) {
      return { ok: false as const, issues: { decision: 'unknown' }, values: reading.values }
    }
    return { ok: true as const, number: await keepDissent(inner, row, { who, text, decisionId: decision }) }
  })
}

/** Corrections with what became of them, for who settles them. @throws Refused not-found, forbidden */
export async function listCorrectionsFor(scope: Scope, slug: string): Promise<CorrectionRow[]> {
  const { id } = await getMeetingFor(scope, slug, 'meeting.see')
  return rows.listCorrections(scope.db, id)
}

async function keepDissent(
  scope: Scope<Transaction>,
  { id: meetingId }: PlacedMeeting,
  given: { who: string; text: string; decisionId?: string | null; arrivalId?: string },
): Promise<number> {
  const { who, text, decisionId = null, arrivalId: attendanceId = null } = given
  const number = (await rows.listDissents(scope.db, meetingId)).length + 1
  const at = scope.now.toISOString()
  await rows.insertDissent(scope.db, { id: newId(), meetingId, number, decisionId, attendanceId, who, text, at })
  scope.record({ kind: 'musyawarah.dissented', subject: meetingId, fields: { number, text }, closed: ['text'] })
  return number
}
