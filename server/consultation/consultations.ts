/** Consultations in preparation: drawn up, changed, copied; and how any is found. */
import * as consultations from '#db/consultation/consultations.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listLinkedNeeds, listNeedsOfRegion, replaceNeeds } from '#db/consultation/needs.ts'
import { findUnitsBySlugs } from '#db/directory/units.ts'
import type { PlacedUnitRow } from '#db/directory/units.ts'
import { may, type Action } from '../access.ts'
import { dayIn } from '../directory/rules/days.ts'
import { freeSlug, shortSlug, slugOf } from '../directory/rules/slug.ts'
import { listGroups } from '../directory/stakeholder-groups.ts'
import { getRegionByCode } from '../directory/regions.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { listPoliciesOf } from '../policy/policies.ts'
import { transaction, type Scope } from '../scope.ts'
import { placeOf } from './places.ts'
import { phasesOf } from './rules/plan.ts'
import { consultationSchema, type ConsultationInput } from './schema.ts'
import { viewOf, type ConsultationView } from './views.ts'

/**
 * One in preparation is there only for those who may see it, and for whoever holds the key of its preview.
 * @throws Refused not-found
 */
export async function getConsultation(
  scope: Scope,
  slug: string,
  { previewKey }: { previewKey?: string } = {},
): Promise<ConsultationView> {
  const row = await consultations.findConsultationBySlug(scope.db, slug)
  if (!row) throw new Refused('not-found')
  const isPreviewed = previewKey !== undefined && previewKey === row.previewKey
  if (!row.announcedAt && !isPreviewed && !may(scope.actor, 'consultation.see', placeOf(row))) {
    throw new Refused('not-found')
  }
  return viewOf(scope, row, await consultations.listPhases(scope.db, [row.id]))
}

/** The row behind a slug, for use cases. @throws Refused not-found, also for one that the actor may not see */
export async function getConsultationRow(scope: Scope, slug: string): Promise<PlacedConsultation> {
  const row = await consultations.findConsultationBySlug(scope.db, slug)
  if (!row || (!row.announcedAt && !may(scope.actor, 'consultation.see', placeOf(row)))) throw new Refused('not-found')
  return row
}

/** @throws Refused not-found, forbidden */
export async function getConsultationFor(scope: Scope, slug: string, action: Action): Promise<PlacedConsultation> {
  const row = await getConsultationRow(scope, slug)
  if (!may(scope.actor, action, placeOf(row))) throw new Refused('forbidden')
  return row
}

/** Issues: see `consultationSchema`; units: unknown, other-region; groups, otherNeeds, policyId: unknown. @throws Refused forbidden */
export async function draftConsultation(
  scope: Scope,
  input: ConsultationInput,
  { copiedFrom = null }: { copiedFrom?: string | null } = {},
): Promise<Outcome<{ slug: string }>> {
  const reading = await readConsultation(scope, input)
  if (!reading.ok) return reading
  const slug = await transaction(scope, async (inner) => {
    const { columns, given } = reading
    const id = newId()
    const base = shortSlug(slugOf(given.title), 50)
    const slug = freeSlug(base, await consultations.listConsultationSlugs(inner.db, base))
    await consultations.insertConsultation(inner.db, {
      id,
      slug,
      ...columns,
      previewKey: newId(),
      copiedFrom,
      createdBy: scope.actor?.accountId ?? '',
      createdAt: scope.now.toISOString(),
      announcedAt: null,
      closedAt: null,
      closingReason: null,
      closedBy: null,
    })
    await writeParts(inner, id, given)
    return slug
  })
  return { ok: true, slug }
}

/** One in preparation may change in everything. Issues as for `draftConsultation`. @throws Refused conflict once announced */
export async function changeConsultation(
  scope: Scope,
  slug: string,
  input: ConsultationInput,
): Promise<Outcome<{ slug: string }>> {
  await getConsultationFor(scope, slug, 'consultation.keep')
  const reading = await readConsultation(scope, input)
  if (!reading.ok) return reading
  await transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    if (row.announcedAt) throw new Refused('conflict', 'consultation-announced')
    await consultations.updateConsultation(inner.db, row.id, reading.columns)
    await writeParts(inner, row.id, reading.given)
  })
  return { ok: true, slug }
}

/** A new one in preparation with all that can be taken over; its days are still to be set. */
export async function copyConsultation(
  scope: Scope,
  slug: string,
): Promise<ConsultationInput & { copiedFrom: string }> {
  const row = await getConsultationFor(scope, slug, 'consultation.keep')
  const view = await viewOf(scope, row, await consultations.listPhases(scope.db, [row.id]))
  const needs = await listLinkedNeeds(scope.db, row.id)
  return {
    copiedFrom: row.id,
    title: row.title,
    summary: row.summary,
    about: row.about,
    policyId: row.policyId,
    units: view.units.map((unit) => unit.slug),
    groups: row.groups,
    premoderated: row.premoderated === 1,
    statements: needs.filter((need) => need.consultationId === row.id).map((need) => need.statement),
    otherNeeds: needs.filter((need) => need.consultationId !== row.id).map((need) => need.id),
    needNoneReason: row.needNoneReason,
    answerBy: '',
  }
}

type Given = ReturnType<typeof consultationSchema.parse>

/** Reads what was given and looks up what it names. @throws Refused forbidden */
async function readConsultation(scope: Scope, input: ConsultationInput) {
  const reading = readInput(consultationSchema, input)
  if (!reading.ok) return reading
  const { value: given, values } = reading
  const units = await findUnitsBySlugs(scope.db, given.units)
  const issues = await issuesOfNames(scope, given, units)
  if (Object.keys(issues).length > 0) return { ok: false as const, issues, values }
  const [first] = units
  if (!first) return { ok: false as const, issues: { units: 'unknown' }, values }
  const isOneOffice = units.every((unit) => unit.institutionId === first.institutionId)
  const columns = {
    title: given.title,
    summary: given.summary,
    about: given.about,
    policyId: given.policyId,
    needNoneReason: given.needNoneReason,
    regionCode: first.regionCode,
    institutionId: isOneOffice ? first.institutionId : null,
    unitIds: JSON.stringify(units.map((unit) => unit.id)),
    groups: JSON.stringify(given.groups),
    premoderated: given.premoderated ? (1 as const) : (0 as const),
    answerBy: given.answerBy,
  }
  const place = placeOf({
    regionCode: first.regionCode,
    institutionPath: isOneOffice ? first.institutionPath : null,
    unitIds: units.map((unit) => unit.id),
  })
  if (!may(scope.actor, 'consultation.keep', place)) throw new Refused('forbidden')
  return { ok: true as const, columns, given, values }
}

async function issuesOfNames(scope: Scope, given: Given, units: PlacedUnitRow[]): Promise<Issues> {
  const [first] = units
  if (!first || units.length < given.units.length) return { units: 'unknown' }
  if (units.some((unit) => unit.regionCode !== first.regionCode)) return { units: 'other-region' }
  const region = await getRegionByCode(scope, first.regionCode)
  const offered = await listGroups(scope.db, region.code, dayIn(scope.now, region.timezone))
  const needs = await listNeedsOfRegion(scope.db, region.code, '')
  const policies = given.policyId === null ? [] : await listPoliciesOf(scope, region.code)
  const isUnknown = (ids: string[], known: { id: string }[]) => ids.some((id) => !known.some((one) => one.id === id))
  return {
    ...(isUnknown(given.groups, offered) ? { groups: 'unknown' } : {}),
    ...(isUnknown(given.otherNeeds, needs) ? { otherNeeds: 'unknown' } : {}),
    ...(given.policyId !== null && isUnknown([given.policyId], policies) ? { policyId: 'unknown' } : {}),
  }
}

async function writeParts({ db }: Scope, id: string, given: Given): Promise<void> {
  await consultations.replacePhases(db, id, phasesOf(given))
  const own = given.statements.map((statement, position) => ({ id: newId(), consultationId: id, statement, position }))
  await replaceNeeds(db, id, { own, others: given.otherNeeds })
}
