/** A consultation is announced once; from then on its days move only in the open, with the old ones kept in sight. */
import * as consultations from '#db/consultation/consultations.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { listLinkedNeeds } from '#db/consultation/needs.ts'
import { listVersions } from '#db/consultation/versions.ts'
import type { ConsultationDateChangeRow } from '#db/consultation/tables.ts'
import type { Transaction } from '#db/database.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import type { Json } from '../ledger/jcs.ts'
import { transaction, type Scope } from '../scope.ts'
import { getConsultationFor } from './consultations.ts'
import { moveIssues, phasesOf, PLAN_FIELDS, planOf, type Plan } from './rules/plan.ts'
import { dateChangeSchema, wordingSchema, type PlanInput } from './schema.ts'
import { publishWritten } from './versions.ts'

/**
 * Makes it public. What was written of the draft becomes version 1, unless the need is asked first. Issues: statements:
 * required; needNoneReason: need-or-reason; draft: draft-missing; a day: before-today. @throws Refused conflict
 */
export async function announce(scope: Scope, slug: string): Promise<Outcome<{ slug: string }>> {
  return transaction(scope, async (inner) => {
    const row = await getConsultationFor(inner, slug, 'consultation.keep')
    if (row.announcedAt) throw new Refused('conflict', 'consultation-announced')
    const plan = await planOfRow(inner, row)
    const issues = await announcingIssues(inner, row, plan)
    if (Object.keys(issues).length > 0) return { ok: false, issues, values: {} }
    await consultations.markAnnounced(inner.db, row.id, scope.now.toISOString())
    inner.record({ kind: 'consultation.opened', subject: row.id, fields: await openingOf(inner, row, plan) })
    if (!plan.needFrom && plan.draftFrom) await publishWritten(inner, row, null)
    return { ok: true, slug }
  })
}

/**
 * Moves days of an announced consultation, each change with its reason. Issues: see `dateChangeSchema`; a day: past,
 * before-today; answerBy: unchanged if nothing moved. @throws Refused conflict in preparation or once closed
 */
export async function changeDates(
  scope: Scope,
  slug: string,
  input: PlanInput & { reason: string },
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(dateChangeSchema, input)
  if (!reading.ok) {
    await getConsultationFor(scope, slug, 'consultation.keep')
    return reading
  }
  const { reason, ...plan } = reading.value
  return transaction(scope, async (inner): Promise<Outcome<{ slug: string }>> => {
    const row = await getOpenFor(inner, slug)
    const before = await planOfRow(inner, row)
    const today = dayIn(scope.now, row.timezone)
    const issues = { ...moveIssues(before, plan, today), ...(await openingIssues(inner, row, plan)) }
    const moved = PLAN_FIELDS.filter((field) => before[field] !== plan[field])
    if (moved.length === 0) issues.answerBy = 'unchanged'
    if (Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
    await consultations.updateConsultation(inner.db, row.id, { answerBy: plan.answerBy })
    await consultations.replacePhases(inner.db, row.id, phasesOf(plan))
    await consultations.insertDateChanges(
      inner.db,
      moved.map((what) => ({ ...changeOf(inner, row.id, reason), what, before: before[what], after: plan[what] })),
    )
    const fields = { before: shownPlan(before), after: shownPlan(plan), reason }
    inner.record({ kind: 'consultation.dates-changed', subject: row.id, fields })
    return { ok: true, slug }
  })
}

/** Puts title and summary otherwise, with a reason that everyone can read. */
export async function changeWording(
  scope: Scope,
  slug: string,
  input: { title: string; summary: string; reason: string },
): Promise<Outcome<{ slug: string }>> {
  const reading = readInput(wordingSchema, input)
  await getConsultationFor(scope, slug, 'consultation.keep')
  if (!reading.ok) return reading
  await transaction(scope, async (inner) => {
    const row = await getOpenFor(inner, slug)
    const { title, summary, reason } = reading.value
    await consultations.updateConsultation(inner.db, row.id, { title, summary })
    inner.record({ kind: 'consultation.changed', subject: row.id, fields: { title, summary, reason } })
  })
  return { ok: true, slug }
}

/** The latest first; `what` is a field of the plan. */
export function listDateChanges(
  { db }: Pick<Scope, 'db'>,
  consultationId: string,
): Promise<ConsultationDateChangeRow[]> {
  return consultations.listDateChanges(db, consultationId)
}

/** Announced and not closed. @throws Refused not-found, forbidden, conflict */
async function getOpenFor(scope: Scope<Transaction>, slug: string): Promise<PlacedConsultation> {
  const row = await getConsultationFor(scope, slug, 'consultation.keep')
  if (!row.announcedAt) throw new Refused('conflict', 'consultation-in-preparation')
  if (row.closedAt) throw new Refused('conflict', 'consultation-closed')
  return row
}

async function announcingIssues(scope: Scope, row: PlacedConsultation, plan: Plan): Promise<Issues> {
  const today = dayIn(scope.now, row.timezone)
  const issues: Issues = await openingIssues(scope, row, plan)
  const first = plan.needFrom ? 'needFrom' : 'draftFrom'
  if ((plan[first] ?? '') < today) issues[first] = 'before-today'
  const needs = await listLinkedNeeds(scope.db, row.id)
  if (plan.needFrom && !needs.some((need) => need.consultationId === row.id)) issues.statements = 'required'
  const hasDraft = (await listVersions(scope.db, row.id)).length > 0
  if (!plan.needFrom && plan.draftFrom && !hasDraft) issues.draft = 'draft-missing'
  return issues
}

/** A draft isn't opened without a need that it answers, or a reason why there is none. */
async function openingIssues(scope: Scope, row: PlacedConsultation, plan: Plan): Promise<Issues> {
  if (!plan.draftFrom || row.needNoneReason) return {}
  return (await listLinkedNeeds(scope.db, row.id)).length > 0 ? {} : { needNoneReason: 'need-or-reason' }
}

async function planOfRow(scope: Scope, row: PlacedConsultation): Promise<Plan> {
  return planOf(await consultations.listPhases(scope.db, [row.id]), row.answerBy)
}

async function openingOf(scope: Scope, row: PlacedConsultation, plan: Plan): Promise<Record<string, Json>> {
  const needs = await listLinkedNeeds(scope.db, row.id)
  const { title, slug, summary, about, needNoneReason, policyId, unitIds, groups, premoderated } = row
  return {
    title,
    slug,
    summary,
    about,
    region: row.regionCode,
    units: unitIds,
    groups,
    policy: policyId,
    premoderated: premoderated === 1,
    plan: shownPlan(plan),
    needs: needs.map(({ id, statement }) => ({ id, statement })),
    needNoneReason,
  }
}

function shownPlan(plan: Plan): Record<string, Json> {
  return Object.fromEntries(PLAN_FIELDS.map((field) => [field, plan[field]]))
}

function changeOf({ actor, now }: Scope, consultationId: string, reason: string) {
  return { id: newId(), consultationId, reason, byAccount: actor?.accountId ?? '', at: now.toISOString() }
}
