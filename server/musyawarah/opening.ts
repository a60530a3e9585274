/** A meeting is opened when its quorum is there; else it is put off by the next step of its ladder. */
import * as meetings from '#db/musyawarah/meetings.ts'
import type { Json } from '../ledger/jcs.ts'
import type { Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { changeStart, refuseUnlessAhead } from './announcing.ts'
import { inHall, no, NOTHING } from './in-hall.ts'
import { instantOf } from './meetings.ts'
import type { Keyed } from './once.ts'
import { presenceAt, type MeetingPresence } from './presence.ts'
import { postponeIssue } from './rules/quorum.ts'
import { movingSchema, type MovingInput } from './schema.ts'

/**
 * Issues: quorum: not-met; form: too-early. @param at where it was opened without a line: when, by our clock
 * @throws Refused not-found, forbidden, conflict
 */
export async function openMeeting(
  scope: Scope,
  slug: string,
  input: Keyed = {},
  at = scope.now,
): Promise<Outcome<{ slug: string }>> {
  const asked = { act: 'open', schema: NOTHING, input, isTime: refuseUnlessAhead }
  return inHall<typeof NOTHING, { slug: string }>(scope, slug, asked, async (inner, row) => {
    const presence = await presenceAt(inner, row)
    const { quorum } = presence
    if (!quorum.met) return no('quorum', 'not-met')
    // Whoever was told a time must be able to come by then.
    const openedAt = at.toISOString()
    if (openedAt < row.startsAt) return no('form', 'too-early')
    await meetings.updateMeeting(inner.db, row.id, { openedAt, quorum: JSON.stringify(quorum) })
    inner.record({
      kind: 'musyawarah.opened',
      subject: row.id,
      fields: { title: row.title, openedAt, ...presenceFields(presence) },
    })
    return { ok: true, slug }
  })
}

/**
 * Puts it off for want of a quorum, to a time that the ladder allows; from then on its next step counts. Issues: see
 * `movingSchema`; day: before-now, too-late; form: quorum-met, last-step, too-early. @throws Refused as `openMeeting`
 */
export async function postponeMeeting(
  scope: Scope,
  slug: string,
  input: Keyed<MovingInput>,
): Promise<Outcome<{ slug: string }>> {
  const asked = { act: 'postpone', schema: movingSchema, input, isTime: refuseUnlessAhead }
  return inHall<typeof movingSchema, { slug: string }>(
    scope,
    slug,
    asked,
    async (inner, row, { day, time, reason }) => {
      if (inner.now.toISOString() < row.startsAt) return no('form', 'too-early')
      const presence = await presenceAt(inner, row)
      const after = instantOf(day, time, row.timezone)
      const issue = postponeIssue(presence.quorum, inner.now, new Date(after), row.timezone)
      if (issue) return no(issue === 'before-now' || issue === 'too-late' ? 'day' : 'form', issue)
      const quorum = JSON.stringify(presence.quorum)
      await changeStart(inner, row, { what: 'postponed', after, reason, quorum })
      const postponedAt = inner.now.toISOString()
      await meetings.updateMeeting(inner.db, row.id, { step: row.step + 1, postponedAt })
      const fields = { before: row.startsAt, after, reason, ...presenceFields(presence) }
      inner.record({ kind: 'musyawarah.postponed', subject: row.id, fields })
      return { ok: true, slug }
    },
  )
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
