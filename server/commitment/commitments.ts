/** Commitments: what was promised, why, by whom and until when. Public from the moment they are made. */
import * as rows from '#db/commitment/commitments.ts'
import type { PlacedCommitmentRow } from '#db/commitment/commitments.ts'
import { countWaiting } from '#db/commitment/disputes.ts'
import type { Transaction } from '#db/database.ts'
import { may } from '../access.ts'
import { shortSlug, freeSlug, slugOf } from '../directory/rules/slug.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { disputesOf, type DisputeView } from './dispute-views.ts'
import { factsOf, placeOf, type CommitmentFacts, type CommitmentSource } from './facts.ts'
import { findOwner, type OwnerPlace } from './places.ts'
import { commitmentSchema, type CommitmentInput } from './schema.ts'

export interface CommitmentView extends CommitmentFacts {
  /** In the order in which they happened. */
  events: CommitmentHappening[]
  /** In the order in which they came. */
  disputes: DisputeView[]
  /** Whether the actor may take its steps. */
  mine: boolean
}

export interface CommitmentHappening {
  number: number
  kind: string
  /** The day in the region's zone. */
  day: string
  reason: string | null
  reasonCode: string | null
  evidence: { text: string | null; url: string | null; file: string | null } | null
  dueBefore: string | null
  dueAfter: string | null
}

/** @throws Refused not-found */
export async function getCommitment(scope: Scope, slug: string): Promise<CommitmentView> {
  const row = await getCommitmentRow(scope, slug)
  const events = await rows.listEventsOf(scope.db, [row.id])
  return {
    ...factsOf(row, events, scope.now, (await countWaiting(scope.db, [row.id])).get(row.id)),
    disputes: await disputesOf(scope, row),
    mine: may(scope.actor, 'commitment.keep', placeOf(row)),
    events: events.map((event) => ({
      number: event.number,
      kind: event.kind,
      day: dayIn(new Date(event.at), row.timezone),
      reason: event.reason,
      reasonCode: event.reasonCode,
      evidence:
        event.kind === 'done'
          ? { text: event.evidenceText, url: event.evidenceUrl, file: event.evidenceFileName }
          : null,
      dueBefore: event.dueBefore,
      dueAfter: event.dueAfter,
    })),
  }
}

/**
 * A commitment that an officer writes down by hand. Issues: see `commitmentSchema`; place: unknown; dueOn: before-today.
 * @throws Refused forbidden
 */
export async function addCommitment(
  scope: Scope,
  input: CommitmentInput,
): Promise<Outcome<{ commitment: CommitmentView }>> {
  const reading = readInput(commitmentSchema, input)
  if (!reading.ok) return reading
  const { place, sourceTitle, sourcePath, ...promise } = reading.value
  const owned = await findOwner(scope, place)
  if (!owned) return { ok: false, issues: { place: 'unknown' }, values: reading.values }
  if (!may(scope.actor, 'commitment.keep', owned.place)) throw new Refused('forbidden')
  if (promise.dueOn < dayIn(scope.now, owned.timezone))
    return { ok: false, issues: { dueOn: 'before-today' }, values: reading.values }
  const source = { kind: 'note', id: newId(), title: sourceTitle, path: sourcePath ?? '' }
  const { slug } = await transaction(scope, (inner) => makeCommitment(inner, { ...promise, source, place: owned }))
  return { ok: true, commitment: await getCommitment(scope, slug) }
}

export interface Promised {
  what: string
  why: string
  source: CommitmentSource
  place: Pick<OwnerPlace, 'regionCode' | 'institutionId' | 'unitId'>
  /** Who answers for it, as residents know them. */
  owner: string
  /** A day in the region's zone, inclusive. */
  dueOn: string
  budget?: string | null
  steps?: string | null
  cost?: string | null
}

/** Inside another act's transaction, which has checked what it may and what was typed. */
export async function makeCommitment(
  scope: Scope<Transaction>,
  { what, why, source, place, owner, dueOn, budget = null, steps = null, cost = null }: Promised,
): Promise<{ id: string; slug: string }> {
  const id = newId()
  await rows.lockCommitmentNames(scope.db, scope.engine)
  const base = shortSlug(slugOf(what), 60)
  const slug = freeSlug(base, await rows.listCommitmentSlugs(scope.db, base))
  const { regionCode, institutionId, unitId } = place
  const byAccount = scope.actor?.accountId ?? ''
  const at = scope.now.toISOString()
  await rows.insertCommitment(scope.db, {
    id,
    slug,
    what,
    why,
    owner,
    dueOn,
    budget,
    steps,
    cost,
    regionCode,
    institutionId,
    unitId,
    sourceKind: source.kind,
    sourceId: source.id,
    sourceTitle: source.title,
    sourcePath: source.path,
    createdBy: byAccount,
    createdAt: at,
  })
  await rows.insertCommitmentEvent(scope.db, { ...NO_EVENT, id: newId(), commitmentId: id, number: 1, byAccount, at })
  scope.record({
    kind: 'commitment.made',
    subject: id,
    fields: {
      title: what,
      why,
      slug,
      owner,
      dueOn,
      budget,
      steps,
      cost,
      region: regionCode,
      unit: unitId,
      institution: institutionId,
      source: { ...source },
    },
  })
  return { id, slug }
}

/** A plan, and nothing more said of it. */
export const NO_EVENT = {
  kind: 'planned' as const,
  reason: null,
  reasonCode: null,
  evidenceText: null,
  evidenceUrl: null,
  evidenceFile: null,
  evidenceFileName: null,
  dueBefore: null,
  dueAfter: null,
}

/** The row behind a slug, for use cases. @throws Refused not-found */
export async function getCommitmentRow(scope: Pick<Scope, 'db'>, slug: string): Promise<PlacedCommitmentRow> {
  const row = await rows.findCommitmentBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  return row
}
