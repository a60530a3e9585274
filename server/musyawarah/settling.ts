/** What becomes of proposals: of one, or of many at once after the meeting went through them. */
import { listDecisions } from '#db/musyawarah/decisions.ts'
import type { DecisionRow } from '#db/musyawarah/hall-tables.ts'
import { listProposals, updateProposal } from '#db/musyawarah/minutes.ts'
import type { Issues, Outcome } from '../forms.ts'
import type { Scope } from '../scope.ts'
import { outcomesSchema, type OutcomesInput } from './hall-schema.ts'
import { inHall } from './in-hall.ts'
import type { Keyed } from './once.ts'
import { isSettled } from './rules/decisions.ts'

/** What is wrong with the decision that is said to have settled a proposal, if anything. */
export function settledByIssue(decisions: DecisionRow[], id: string | null): 'unknown' | 'unsettled' | undefined {
  if (id === null) return undefined
  const decision = decisions.find((one) => one.id === id)
  if (!decision) return 'unknown'
  return isSettled(decision.state) ? undefined : 'unsettled'
}

/**
 * All of them, or none. Issues: `outcomes.<index>.<field>` as for one, and proposal: unknown.
 * @throws Refused forbidden, not-found, conflict
 */
export async function settleProposals(
  scope: Scope,
  slug: string,
  input: Keyed<OutcomesInput>,
): Promise<Outcome<{ settled: number }>> {
  const asked = { act: 'settle', schema: outcomesSchema, input }
  return inHall<typeof outcomesSchema, { settled: number }>(scope, slug, asked, async (inner, row, { outcomes }) => {
    const known = new Set((await listProposals(inner.db, row.id)).map(({ id }) => id))
    const decisions = await listDecisions(inner.db, row.id)
    const issues: Issues = {}
    for (const [index, { proposal, decision }] of outcomes.entries()) {
      const issue = settledByIssue(decisions, decision)
      if (!known.has(proposal)) issues[`outcomes.${index}.proposal`] = 'unknown'
      if (issue) issues[`outcomes.${index}.decision`] = issue
    }
    if (Object.keys(issues).length > 0) return { ok: false, issues }
    for (const { proposal: id, outcome, outcomeNote, decision: decisionId } of outcomes) {
      await updateProposal(inner.db, { meetingId: row.id, id, outcome, outcomeNote, decisionId })
    }
    return { ok: true, settled: outcomes.length }
  })
}
