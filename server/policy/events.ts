/** What happens to a policy from need to repeal. Each event is a public act, and news in the feed and by mail. */
import { insertPolicyEvent, listPolicyEvents, lockPolicy, type PlacedPolicyRow } from '#db/policy/policies.ts'
import { listPolicyEvaluations } from '#db/policy/evaluations.ts'
import type { PolicyEventKind } from '#db/policy/tables.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { notifyFollowers } from '../notice/following.ts'
import { transaction, type Scope } from '../scope.ts'
import { factsOf } from './facts.ts'
import { policyToKeep } from './policies.ts'
import { mayLieAhead, NEXT_EVENTS } from './rules/status.ts'
import { eventSchema, type EventInput } from './schema.ts'

/**
 * Issues: see `eventSchema`; day: ahead (lies in the future), before-last (earlier than what was recorded before it).
 * @throws Refused not-found, forbidden, conflict (policy-event) where it can't follow
 */
export async function recordEvent(scope: Scope, slug: string, input: EventInput): Promise<Outcome<{ slug: string }>> {
  const row = await policyToKeep(scope, slug, 'policy.keep')
  const reading = readInput(eventSchema, input)
  if (!reading.ok) return reading
  const { kind, day, legalNumber, note } = reading.value
  const issues = await transaction(scope, async (inner): Promise<Issues> => {
    await lockPolicy(inner.db, inner.engine, row.id)
    const events = await listPolicyEvents(inner.db, [row.id])
    const { status } = factsOf(row, events, await listPolicyEvaluations(inner.db, [row.id]), scope.now)
    const ahead = events.at(-1)?.onDay ?? ''
    const today = dayIn(scope.now, row.timezone)
    if (!NEXT_EVENTS[status].includes(kind) || ahead > today) throw new Refused('conflict', 'policy-event')
    if (day > today && !mayLieAhead(kind)) return { day: 'ahead' }
    if (day < ahead && events.length > 1) return { day: 'before-last' }
    await appendEvent(inner, row, events.length + 1, { kind, onDay: day, legalNumber, note })
    return {}
  })
  if (Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
  return { ok: true, slug }
}

/** Inside a transaction that holds the policy. */
export async function appendEvent(
  scope: Scope<Transaction>,
  { id, title }: Pick<PlacedPolicyRow, 'id' | 'title'>,
  number: number,
  event: { kind: PolicyEventKind; onDay: string; legalNumber: string | null; note: string | null },
): Promise<void> {
  const byAccount = scope.actor?.accountId ?? ''
  const at = scope.now.toISOString()
  await insertPolicyEvent(scope.db, { ...event, id: newId(), policyId: id, number, byAccount, at })
  const { kind, onDay, legalNumber, note } = event
  scope.record({ kind: `policy.${kind}`, subject: id, fields: { title, number, day: onDay, legalNumber, note } })
  await notifyFollowers(scope, { kind: 'policy', id }, { kind: 'policy.changed', policy: id, number })
}
