/** A meeting is closed when every proposal has its outcome and every text was settled; then its draft minutes go out. */
import { listDecisions } from '#db/musyawarah/decisions.ts'
import { updateMeeting, type PlacedMeeting } from '#db/musyawarah/meetings.ts'
import { listProposals } from '#db/musyawarah/minutes.ts'
import type { Database } from '#db/database.ts'
import { Refused } from '../errors.ts'
import type { Issues, Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import type { Json } from '../ledger/jcs.ts'
import { inHall, NOTHING, refuseUnlessOpen } from './in-hall.ts'
import { holdMeetingFor } from './meetings.ts'
import { tellPresent } from './minutes-letters.ts'
import type { Keyed } from './once.ts'
import { presenceFields } from './opening.ts'
import { presenceAt } from './presence.ts'
import { closingIssues, PROPOSAL_OUTCOMES } from './rules/decisions.ts'
import { correctionsUntil } from './rules/state.ts'
import { rulesOf } from './views.ts'

/** Issues: proposals: undecided; decisions: unsettled. @throws Refused not-found, forbidden, conflict */
export async function closeMeeting(scope: Scope, slug: string, input: Keyed = {}): Promise<Outcome<{ slug: string }>> {
  const asked = { act: 'close', schema: NOTHING, input, isTime: refuseUnlessRunning }
  return inHall<typeof NOTHING, { slug: string }>(scope, slug, asked, async (inner, row) => {
    const { issues, fields: settled } = await settledSoFar(inner.db, row)
    if (Object.keys(issues).length > 0) return { ok: false, issues }
    const closedAt = inner.now.toISOString()
    await updateMeeting(inner.db, row.id, { closedAt })
    const fields = { closedAt, ...presenceFields(await presenceAt(inner, row)), ...settled }
    inner.record({ kind: 'musyawarah.closed', subject: row.id, fields })
    return { ok: true, slug }
  })
}

/** One that is entered from paper is closed as it is finished. @throws Refused conflict */
function refuseUnlessRunning(row: PlacedMeeting): void {
  refuseUnlessOpen(row)
  if (!row.announcedAt) throw new Refused('conflict', 'meeting-in-preparation')
}

/** What it can't be closed with, and what the ledger holds of what it came to. */
export async function settledSoFar(
  db: Database,
  row: PlacedMeeting,
): Promise<{ issues: Issues; fields: Record<string, Json> }> {
  const proposals = await listProposals(db, row.id)
  const decisions = await listDecisions(db, row.id)
  const { undecided, unsettled } = closingIssues({ proposals, decisions })
  const counts = PROPOSAL_OUTCOMES.map((outcome) => [
    outcome,
    proposals.filter((one) => one.outcome === outcome).length,
  ])
  return {
    issues: {
      ...(undecided > 0 ? { proposals: 'undecided' } : {}),
      ...(unsettled > 0 ? { decisions: 'unsettled' } : {}),
    },
    fields: { decisions: decisions.length, proposals: Object.fromEntries(counts) as Record<string, number> },
  }
}

/** The draft minutes go out, and those who were present may correct them until the window ends. @throws Refused conflict */
export async function sendMinutes(scope: Scope, slug: string): Promise<{ until: string }> {
  return transaction(scope, async (inner) => {
    const row = await holdMeetingFor(inner, slug, 'meeting.minute')
    if (!row.closedAt) throw new Refused('conflict', 'meeting-not-closed')
    if (row.minutesSentAt) throw new Refused('conflict', 'meeting-minutes-sent')
    const until = correctionsUntil(inner.now, rulesOf(row).correctionDays, row.timezone)
    await updateMeeting(inner.db, row.id, { minutesSentAt: inner.now.toISOString(), correctionsUntil: until })
    await tellPresent(inner, row)
    inner.record({ kind: 'musyawarah.minutes-sent', subject: row.id, fields: { until } })
    return { until }
  })
}
