/** Surveys from draft to opening, and how they are found. */
import { randomBytes } from 'node:crypto'
import { insertRegionWeight } from '#db/directory/regions.ts'
import { insertTally } from '#db/survey/batches.ts'
import { getInstrument } from '#db/survey/instruments.ts'
import * as surveys from '#db/survey/surveys.ts'
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import type { TallyRow } from '#db/survey/tables.ts'
import { may, type Action } from '../access.ts'
import { freeSlug, shortSlug, slugOf } from '../directory/rules/slug.ts'
import { getUnit, type UnitView } from '../directory/units.ts'
import { placeOfUnit } from '../directory/place.ts'
import { getWeight } from '../directory/weights.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { countsOf } from './counts.ts'
import { factsOf, placeOf, type SurveyFacts } from './facts.ts'
import { ensureInstrument, skmInstrument } from './instruments.ts'
import type { InstrumentContent } from './rules/instrument.ts'
import { dayBounds } from '../directory/rules/days.ts'
import { emptyProfileTally } from './rules/profile.ts'
import { shortCodeOf } from './rules/short-code.ts'
import { emptyTally, tallyToIntegers } from './rules/tally.ts'
import { draftSchema, openChangeSchema, type DraftInput, type OpenChangeInput } from './schema.ts'

export interface SurveyView extends SurveyFacts {
  content: InstrumentContent
  /** Who made and who handed in, for those who may see drafts; null for everyone else. */
  staff: { createdBy: string; handedInBy: string | null; handedInAt: string | null } | null
}

/** A draft is there only for those who may see it. @throws Refused not-found */
export async function getSurvey(scope: Scope, slug: string): Promise<SurveyView> {
  return viewOf(scope, await getSurveyRow(scope, slug))
}

/** Issues: see `draftSchema`; service: unknown. @throws Refused not-found (unit), forbidden, conflict (unit-closed) */
export async function draftSurvey(scope: Scope, input: DraftInput): Promise<Outcome<{ survey: SurveyView }>> {
  const reading = readInput(draftSchema, input)
  if (!reading.ok) return reading
  const unit = await getUnit(scope, reading.value.unit)
  if (!may(scope.actor, 'survey.draft', placeOfUnit(unit))) throw new Refused('forbidden')
  if (unit.closedAt) throw new Refused('conflict', 'unit-closed')
  const columns = columnsOf(unit, reading.value)
  if (!columns) return { ok: false, issues: { service: 'unknown' }, values: reading.values }
  const slug = await transaction(scope, async (inner) => {
    const { order, paid, ...rest } = columns
    const instrument = await ensureInstrument(inner, skmInstrument(paid, order))
    const base = surveySlugOf(unit.slug, rest.serviceSlug, rest.survey.period)
    const slug = freeSlug(base, await surveys.listSurveySlugs(inner.db, base))
    await surveys.insertSurvey(inner.db, {
      id: newId(),
      slug,
      shortCode: await freeShortCode(inner),
      instrumentId: instrument.id,
      weight: await getWeight(inner, unit.regionCode, rest.survey.year),
      createdBy: scope.actor?.accountId ?? '',
      ...rest.survey,
    })
    return slug
  })
  return { ok: true, survey: await getSurvey(scope, slug) }
}

/**
 * A draft may change in everything but its unit; an open survey in its last day, people served and note; a closed one in
 * people served and note. Issues: see the schemas; lastDay: closed, before-today; served: fewer-than-answered.
 * @throws Refused conflict once handed in
 */
export async function changeSurvey(
  scope: Scope,
  slug: string,
  input: Omit<DraftInput, 'unit'> | OpenChangeInput,
): Promise<Outcome<{ survey: SurveyView }>> {
  const row = await getSurveyRow(scope, slug)
  demand(scope, 'survey.draft', row)
  if (row.handedInAt) throw new Refused('conflict', 'handed-in')
  const problem = row.openedAt ? await changeOpened(scope, row, input) : await changeDraft(scope, row, input)
  return problem ?? { ok: true, survey: await getSurvey(scope, slug) }
}

/**
 * Opens a draft: from its first day on, residents can answer; a period that has passed can only be filled by import.
 * Fixes the questionnaire's version and the region's weight for the year. @throws Refused conflict if it isn't a draft
 */
export async function openSurvey(scope: Scope, slug: string): Promise<SurveyView> {
  await transaction(scope, async (inner) => {
    const row = await getSurveyRow(inner, slug)
    demand(inner, 'survey.draft', row)
    if (row.openedAt) throw new Refused('conflict', 'already-open')
    const weight = await getWeight(inner, row.regionCode, row.year)
    const fixed = await insertRegionWeight(inner.db, { regionCode: row.regionCode, year: row.year, weight })
    if (fixed)
      inner.record({ kind: 'directory.weight-fixed', subject: row.regionCode, fields: { year: row.year, weight } })
    await surveys.updateSurvey(inner.db, row.id, { openedAt: scope.now.toISOString(), weight })
    await insertTally(inner.db, emptyTallyRow(row.id))
    const { title, period, firstDay, lastDay, unit, service, instrument } = factsOf(row, scope.now)
    const fields = { title, period, firstDay, lastDay, unit: unit.slug, service: service?.slug ?? null, weight, slug }
    inner.record({ kind: 'survey.opened', subject: row.id, fields: { ...fields, instrument: instrument.hash } })
  })
  return getSurvey(scope, slug)
}

/** The row behind a slug, for use cases. @throws Refused not-found, also for a draft that the actor may not see */
export async function getSurveyRow(scope: Scope, slug: string): Promise<PlacedSurveyRow> {
  const row = await surveys.findSurveyBySlug(scope.db, slug)
  if (!row || (!row.openedAt && !may(scope.actor, 'survey.see', placeOf(row)))) throw new Refused('not-found')
  return row
}

/** @throws Refused forbidden */
export function demand(scope: Scope, action: Action, row: PlacedSurveyRow): void {
  if (!may(scope.actor, action, placeOf(row))) throw new Refused('forbidden')
}

export async function viewOf(scope: Pick<Scope, 'db' | 'actor' | 'now'>, row: PlacedSurveyRow): Promise<SurveyView> {
  const { content } = await getInstrument(scope.db, row.instrumentId)
  const { createdBy, handedInBy, handedInAt } = row
  return {
    ...factsOf(row, scope.now),
    content: JSON.parse(content) as InstrumentContent,
    staff: may(scope.actor, 'survey.see', placeOf(row)) ? { createdBy, handedInBy, handedInAt } : null,
  }
}

/** Of a survey that nobody has answered. */
export function emptyTallyRow(surveyId: string): TallyRow {
  const integers = JSON.stringify(tallyToIntegers(emptyTally()))
  const profile = JSON.stringify(emptyProfileTally())
  return {
    surveyId,
    answers: 0,
    batches: 0,
    integers,
    profile,
    shownAnswers: 0,
    shownIntegers: integers,
    marks: null,
    unflagged: null,
  }
}

type Draft = ReturnType<typeof draftSchema.parse>

function columnsOf(unit: UnitView, draft: Draft) {
  const { unit: _, service: serviceSlug, title, firstDay, lastDay, order, showWhileOpen, ...rest } = draft
  const service = unit.services.find(({ slug }) => slug === serviceSlug)
  if (serviceSlug && !service) return undefined
  const survey = {
    ...rest,
    ...dayBounds(firstDay, lastDay, unit.region.timezone),
    regionCode: unit.regionCode,
    unitId: unit.id,
    serviceId: service?.id ?? null,
    title: title ?? `Survei kepuasan ${service ? `${service.name}, ` : ''}${unit.name}`,
    year: Number(firstDay.slice(0, 4)),
    showWhileOpen: showWhileOpen ? (1 as const) : (0 as const),
  }
  return { survey, serviceSlug, order, paid: service?.paid ?? false }
}

async function changeDraft(scope: Scope, row: PlacedSurveyRow, input: object): Promise<Problem | undefined> {
  const reading = readInput(draftSchema, { ...input, unit: row.unitSlug })
  if (!reading.ok) return reading
  const unit = await getUnit(scope, row.unitSlug)
  const columns = columnsOf(unit, reading.value)
  if (!columns) return { ok: false, issues: { service: 'unknown' }, values: reading.values }
  const weight = await getWeight(scope, unit.regionCode, columns.survey.year)
  await transaction(scope, async (inner) => {
    const instrument = await ensureInstrument(inner, skmInstrument(columns.paid, columns.order))
    const change = { ...columns.survey, weight, instrumentId: instrument.id }
    if (!(await surveys.updateDraft(inner.db, row.id, change))) throw new Refused('conflict', 'already-open')
  })
  return undefined
}

type Problem = Outcome<never> & { ok: false }

async function changeOpened(scope: Scope, row: PlacedSurveyRow, input: object): Promise<Problem | undefined> {
  const reading = readInput(openChangeSchema, input)
  if (!reading.ok) return reading
  const facts = factsOf(row, scope.now)
  const { lastDay = facts.lastDay, served = row.served, note = row.note } = reading.value
  const { endsAt } = dayBounds(facts.firstDay, lastDay, row.timezone)
  const problem = (issue: string, field = 'lastDay'): Problem => {
    return { ok: false, issues: { [field]: issue }, values: reading.values }
  }
  if (lastDay !== facts.lastDay) {
    if (facts.state === 'closed') return problem('closed')
    if (lastDay < facts.firstDay) return problem('before-first-day')
    if (endsAt <= scope.now.toISOString()) return problem('before-today')
  }
  if (served !== null && served !== row.served && served < (await countsOf(scope, row)).n) {
    return problem('fewer-than-answered', 'served')
  }
  await transaction(scope, async (inner) => {
    await surveys.updateSurvey(inner.db, row.id, { endsAt, served, note })
    inner.record({ kind: 'survey.changed', subject: row.id, fields: { lastDay, served, note } })
  })
  return undefined
}

/** Unit, service and period, the period whole: it is what tells one survey of a unit from the next. */
function surveySlugOf(unit: string, service: string | null, period: string): string {
  const parts = [shortSlug(unit, 36), service && shortSlug(service, 24), slugOf(period)]
  return parts.filter(Boolean).join('-')
}

async function freeShortCode(scope: Scope): Promise<string> {
  for (const length of [4, 4, 4, 5, 5, 6]) {
    const code = shortCodeOf(randomBytes(length))
    if (!(await surveys.isShortCodeTaken(scope.db, code))) return code
  }
  throw new Error('No short code is free.')
}
