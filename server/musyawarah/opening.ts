/** A meeting is opened when its quorum is there; else it is put off by the next step of its ladder. */
import * as meetings from '#db/musyawarah/meetings.ts'
import type { Json } from '../ledger/jcs.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { changeStart, refuseUnlessAhead } from './announcing.ts'
import { getMeetingFor, holdMeetingFor, instantOf } from './meetings.ts'
import { presenceAt, type MeetingPresence } from './presence.ts'
import { postponeIssue } from './rules/quorum.ts'
import { movingSchema, type MovingInput } from './schema.ts'

/** Issues: quorum: not-met; form: not-yet. @throws Refused not-found, forbidden, conflict */
export async function openMeeting(scope: Scope, slug: string): Promise<Outcome<{ slug: string }>> {
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessAhead(row)
    const presence = await presenceAt(inner, row)
    const { quorum } = presence
    const wrong = (field: string, issue: string) => ({ ok: false as const, issues: { [field]: issue }, values: {} })
    if (!quorum.met) return wrong('quorum', 'not-met')
    // Whoever was told a time must be able to come by then.
    if (inner.now.toISOString() < row.startsAt) return wrong('form', 'too-early')
    const openedAt = inner.now.toISOString()
    await meetings.updateMeeting(inner.db, row.id, { openedAt, quorum: JSON.stringify(quorum) })
    inner.record({
      kind: 'musyawarah.opened',
      subject: row.id,
      fields: { title: row.title, openedAt, ...presenceFields(presence) },
    })
    return { ok: true as const, slug }
  })
}

/**
 * Puts it off for want of a quorum, to a time that the ladder allows; from then on its next step counts. Issues: see
 * `movingSchema`; day: before-now, too-late; form: quorum-met, last-step, too-early. @throws Refused as `openMeeting`
 */
export async function postponeMeeting(
  scope: Scope,
  slug: string,
  input: MovingInput,
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(movingSchema, input)
  await getMeetingFor(scope, slug, 'meeting.minute')
  if (!reading.ok) return reading
  const { day, time, reason } = reading.value
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    refuseUnlessAhead(row)
    const wrong = (field: string, issue: string) => {
      return { ok: false as const, issues: { [field]: issue }, values: reading.values }
    }
    if (inner.now.toISOString() < row.startsAt) return wrong('form', 'too-early')
    const presence = await presenceAt(inner, row)
    const after = instantOf(day, time, row.timezone)
    const issue = postponeIssue(presence.quorum, inner.now, new Date(after), row.timezone)
    if (issue) return wrong(issue === 'before-now' || issue === 'too-late' ? 'day' : 'form', issue)
    const quorum = JSON.stringify(presence.quorum)
    await changeStart(inner, row, { what: 'postponed', after, reason, quorum })
    const postponedAt = inner.now.toISOString()
    await meetings.updateMeeting(inner.db, row.id, { step: row.step + 1, postponedAt })
    const fields = { before: row.startsAt, after, reason, ...presenceFields(presence) }
    inner.record({ kind: 'musyawarah.postponed', subject: row.id, fields })
    return { ok: true as const, slug }
  })
}

/** Counts for the ledger. */
export function presenceFields({
  quorum,
  present,
  entitled,
  women,
  men,
  groups,
}: MeetingPresence): Record<string, Json> {
  return {
    step: quorum.step,
    invited: quorum.invited,
    counted: quorum.present,
    needed: quorum.needed,
    present,
    entitled,
    women,
    men,
    groups: groups.map(({ group, count }) => ({ group: group?.key ?? null, count })),
  }
}
