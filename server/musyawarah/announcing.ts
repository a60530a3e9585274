/** A meeting is announced once; from then on it is moved, put off or called off only in the open, with a reason. */
import * as meetings from '#db/musyawarah/meetings.ts'
import type { PlacedMeeting } from '#db/musyawarah/meetings.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import type { Json } from '../ledger/jcs.ts'
import { transaction, type Scope } from '../scope.ts'
import { getMeetingFor, holdMeetingFor, instantOf } from './meetings.ts'
import { cancelSchema, movingSchema, type MovingInput } from './schema.ts'
import { viewOf } from './views.ts'

/**
 * Makes it public. Issues: startsAt: before-now; invitees: required where the quorum counts a share of them.
 * @throws Refused conflict
 */
export async function announceMeeting(scope: Scope, slug: string): Promise<Outcome<{ slug: string }>> {
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    if (row.announcedAt) throw new Refused('conflict', 'meeting-announced')
    const { invited, rules } = await viewOf(inner, row)
    const issues = {
      ...(row.startsAt <= scope.now.toISOString() ? { day: 'before-now' } : {}),
      ...(rules.ladder[0]?.share && invited.entitled === 0 ? { invitees: 'required' } : {}),
    }
    if (Object.keys(issues).length > 0) return { ok: false as const, issues, values: {} }
    await meetings.updateMeeting(inner.db, row.id, { announcedAt: scope.now.toISOString() })
    inner.record({ kind: 'musyawarah.announced', subject: row.id, fields: await announcementOf(inner, row) })
    return { ok: true as const, slug }
  })
}

/** Another day or time before anybody came together. Issues: see `movingSchema`; day: before-now, unchanged. */
export async function moveMeeting(scope: Scope, slug: string, input: MovingInput): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(movingSchema, input)
  if (!reading.ok) {
    await getMeetingFor(scope, slug, 'meeting.keep')
    return reading
  }
  const { day, time, reason } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    refuseUnlessAhead(row)
    // One that was put off keeps within its ladder: it is moved by putting it off again, if at all.
    if (row.postponedAt) throw new Refused('conflict', 'meeting-postponed')
    const after = instantOf(day, time, row.timezone)
    const wrong = (issue: string) => ({ ok: false as const, issues: { day: issue }, values: reading.values })
    if (after <= scope.now.toISOString()) return wrong('before-now')
    if (after === row.startsAt) return wrong('unchanged')
    await changeStart(inner, row, { what: 'moved', after, reason, quorum: null })
    const fields = { before: row.startsAt, after, reason }
    inner.record({ kind: 'musyawarah.moved', subject: row.id, fields })
    return { ok: true as const, slug }
  })
}

/** Calls it off, with a reason that everyone can read. @throws Refused conflict once it was opened */
export async function cancelMeeting(
  scope: Scope,
  slug: string,
  input: { reason: string },
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(cancelSchema, input)
  await getMeetingFor(scope, slug, 'meeting.keep')
  if (!reading.ok) return reading
  const { reason } = reading.value
  await transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.keep')
    refuseUnlessAhead(row)
    await meetings.updateMeeting(inner.db, row.id, { cancelledAt: scope.now.toISOString(), cancelReason: reason })
    inner.record({ kind: 'musyawarah.cancelled', subject: row.id, fields: { title: row.title, reason } })
  })
  return { ok: true, slug }
}

/** Announced, and neither opened nor called off. @throws Refused conflict */
export function refuseUnlessAhead(row: PlacedMeeting): void {
  if (!row.announcedAt) throw new Refused('conflict', 'meeting-in-preparation')
  if (row.cancelledAt) throw new Refused('conflict', 'meeting-cancelled')
  if (row.openedAt) throw new Refused('conflict', 'meeting-opened')
}

export async function changeStart(
  { db, actor, now }: Scope<Transaction>,
  { id, startsAt }: PlacedMeeting,
  change: { what: 'moved' | 'postponed'; after: string; reason: string; quorum: string | null },
): Promise<void> {
  const at = now.toISOString()
  const byAccount = actor?.accountId ?? ''
  await meetings.insertMeetingChange(db, { ...change, id: newId(), meetingId: id, before: startsAt, byAccount, at })
  await meetings.updateMeeting(db, id, { startsAt: change.after })
}

/** Names of office holders are public with their office; nobody invited is named. */
export async function announcementOf(scope: Scope, row: PlacedMeeting): Promise<Record<string, Json>> {
  const view = await viewOf(scope, row)
  const { title, slug, kind, basis, convener, venue, startsAt, rules, agenda, invited } = view
  return {
    title,
    slug,
    kind,
    basis,
    convener,
    venue,
    startsAt,
    region: row.regionCode,
    institution: row.institutionId,
    unit: row.unitId,
    rules: JSON.parse(JSON.stringify(rules)) as Json,
    agenda: agenda.map((item) => item.title),
    invited: invited.total,
    entitled: invited.entitled,
  }
}
