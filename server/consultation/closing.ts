/** How a consultation ended: one object out of the ledger's rows, from which page and documents are made; and its closing. */
import { countByGroup, countByVia } from '#db/consultation/answered-inputs.ts'
import { listPhases, updateConsultation, type PlacedConsultation } from '#db/consultation/consultations.ts'
import { countByHasil } from '#db/consultation/outcomes.ts'
import { listVersions } from '#db/consultation/versions.ts'
import { lockAnswerTally } from '#db/consultation/answer-tally.ts'
import { may } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { findGroups, type StakeholderGroup } from '../directory/stakeholder-groups.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { transaction, type Scope } from '../scope.ts'
import { closingSchema, SHORTEST_REASON } from './answer-schema.ts'
import { listChangedPassages, type ChangedPassages } from './answered-changes.ts'
import { openConsultationFor, publicConsultation } from './answering-place.ts'
import { coverageOf } from './coverage.ts'
import { placeOf } from './places.ts'
import type { Coverage } from './rules/coverage.ts'
import { currentPhase, takesInputs, type Phase } from './rules/phases.ts'

export interface Closing {
  consultation: PlacedConsultation
  phases: { phase: Phase; startsOn: string; endsOn: string | null }[]
  coverage: Coverage
  /** How many inputs got each kind of answer. */
  byHasil: { hasil: string; count: number }[]
  /** How many came from each group; null: none was named. The largest first. */
  byGroup: { name: StakeholderGroup['name'] | null; count: number }[]
  byVia: { via: string; count: number }[]
  /** Inputs of residents and of who uses the service, and of who named no group. */
  fromResidents: number
  versions: { number: number; note: string; day: string }[]
  changes: ChangedPassages
  /** The day it was closed, in the region's zone; null while it isn't. */
  closedOn: string | null
}

const RESIDENTS = ['residents', 'service-users']

/** What the closing page and document say, also before it is closed. @throws Refused not-found */
export async function getClosing(scope: Scope, slug: string): Promise<Closing> {
  const consultation = await publicConsultation(scope, slug)
  const { db, now } = scope
  const { id, timezone, closedAt } = consultation
  const counts = await countByGroup(db, id)
  const groups = await findGroups(
    db,
    counts.flatMap(({ groupId }) => groupId ?? []),
  )
  const isResident = ({ groupId }: { groupId: string | null }) =>
    groupId === null || RESIDENTS.includes(groups.get(groupId)?.key ?? '')
  const versions = (await listVersions(db, id)).filter(({ publishedAt }) => publishedAt !== null)
  return {
    consultation,
    phases: await listPhases(db, [id]),
    coverage: await coverageOf(db, consultation, now),
    byHasil: await countByHasil(db, id),
    byGroup: counts
      .map(({ groupId, count }) => ({ name: (groupId && groups.get(groupId)?.name) || null, count }))
      .sort((a, b) => b.count - a.count),
    byVia: await countByVia(db, id),
    fromResidents: counts.filter(isResident).reduce((sum, { count }) => sum + count, 0),
    versions: versions.map(({ number, note, publishedAt }) => ({
      number,
      note,
      day: dayIn(new Date(publishedAt ?? now), timezone),
    })),
    changes: await listChangedPassages(db, consultation),
    closedOn: closedAt ? dayIn(new Date(closedAt), timezone) : null,
  }
}

/** Why the actor can't close it now, or null. */
export type ClosingHindrance = 'takes-inputs' | 'publisher-needed' | null

export async function closingHindrance(
  scope: Scope,
  consultation: PlacedConsultation,
  { waiting, objected }: Coverage,
): Promise<ClosingHindrance> {
  const phases = await listPhases(scope.db, [consultation.id])
  if (takesInputs(currentPhase(consultation, phases, scope.now))) return 'takes-inputs'
  const isUnfinished = waiting > 0 || objected > 0
  return isUnfinished && !may(scope.actor, 'consultation.close', placeOf(consultation)) ? 'publisher-needed' : null
}

/**
 * Ends it: nothing is answered any more. With inputs or objections that wait, it takes a publisher and a public reason.
 * Issues: reason: required, too-short, too-long. @throws Refused not-found, forbidden; conflict with
 * consultation-takes-inputs, consultation-closed, consultation-in-preparation
 */
export async function closeConsultation(
  scope: Scope,
  slug: string,
  input: { reason?: string | null },
): Promise<Outcome<object>> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  const reading = readInput(closingSchema, input)
  if (!reading.ok) return reading
  const { reason } = reading.value
  return transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    await lockAnswerTally(inner.db, consultation.id)
    const now = await coverageOf(inner.db, consultation, inner.now)
    const hindrance = await closingHindrance(inner, consultation, now)
    if (hindrance === 'takes-inputs') throw new Refused('conflict', 'consultation-takes-inputs')
    if (hindrance) throw new Refused('forbidden')
    const isUnfinished = now.waiting > 0 || now.objected > 0
    if (isUnfinished && (reason ?? '').length < SHORTEST_REASON) {
      return { ok: false as const, issues: { reason: reason ? 'too-short' : 'required' }, values: reading.values }
    }
    const closed = { closedAt: inner.now.toISOString(), closingReason: reason, closedBy: inner.actor?.accountId ?? '' }
    await updateConsultation(inner.db, consultation.id, closed)
    const { received, considered, answered, waiting, objected } = now
    inner.record({
      kind: 'consultation.closed',
      subject: consultation.id,
      fields: { title: consultation.title, received, considered, answered, waiting, objected, reason },
    })
    return { ok: true as const }
  })
}
