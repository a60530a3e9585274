/** Groups of inputs that are answered as one. Whatever moves between groups leaves a trail, here and in the ledger. */
import * as bundles from '#db/consultation/bundles.ts'
import type { BundleChangeRow, BundleRow } from '#db/consultation/answer-tables.ts'
import { setOutcome } from '#db/consultation/outcomes.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { newBundleSchema } from './answer-schema.ts'
import { noteNews } from './answer-news.ts'
import { counted, inputsOf, openConsultationFor } from './answering-place.ts'

/**
 * Puts inputs into a new group; those that were in another leave it. Issues: title: required, too-short, too-long;
 * inputs: choose, too-many. @throws Refused not-found, forbidden, conflict
 */
export async function makeBundle(
  scope: Scope,
  slug: string,
  { title, inputs }: { title: string; inputs: unknown },
): Promise<Outcome<{ bundle: string }>> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  const reading = readInput(newBundleSchema, { title, inputs })
  if (!reading.ok) return reading
  const bundle = await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const rows = await inputsOf(inner, consultation.id, reading.value.inputs)
    return bundleInputs(inner, consultation, reading.value.title, rows)
  })
  return { ok: true, bundle }
}

/** Inside another act's transaction, which has checked what it may. @returns the group's id */
export async function bundleInputs(
  scope: Scope<Transaction>,
  consultation: PlacedConsultation,
  title: string,
  inputs: InputRow[],
): Promise<string> {
  const id = newId()
  await bundles.insertBundle(scope.db, {
    id,
    consultationId: consultation.id,
    title,
    ownerAccount: accountOf(scope),
    madeBy: accountOf(scope),
    madeAt: scope.now.toISOString(),
    mergedInto: null,
  })
  await bundles.insertBundleChanges(scope.db, [change(scope, { bundleId: id, what: 'made' })])
  await moveInto(scope, consultation, id, inputs)
  scope.record({
    kind: 'consultation.grouped',
    subject: consultation.id,
    fields: { bundle: id, title, what: 'made', inputs: inputs.map(({ number }) => number), other: null },
  })
  return id
}

/** Adds inputs to a group. If it has an answer already, that is theirs now. @throws Refused not-found, forbidden, conflict */
export async function addToBundle(scope: Scope, slug: string, bundleId: string, numbers: number[]): Promise<void> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const bundle = await liveBundle(inner, consultation.id, bundleId)
    const rows = (await inputsOf(inner, consultation.id, numbers)).filter((row) => row.bundleId !== bundle.id)
    if (rows.length === 0) return
    await moveInto(inner, consultation, bundle.id, rows)
    recordMove(inner, consultation, bundle, 'added', { inputs: rows })
  })
}

/** Takes inputs out of their group. What they were answered stays their answer. @throws Refused as `addToBundle` */
export async function removeFromBundle(scope: Scope, slug: string, bundleId: string, numbers: number[]): Promise<void> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const bundle = await liveBundle(inner, consultation.id, bundleId)
    const rows = (await inputsOf(inner, consultation.id, numbers)).filter((row) => row.bundleId === bundle.id)
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    await counted(inner, consultation.id, { ids }, () => bundles.setBundle(inner.db, ids, null))
    await bundles.insertBundleChanges(inner.db, trail(inner, 'removed', rows, bundle.id))
    recordMove(inner, consultation, bundle, 'removed', { inputs: rows })
  })
}

/** All inputs of one group go into another, which takes its place. @throws Refused as `addToBundle` */
export async function mergeBundles(scope: Scope, slug: string, from: string, into: string): Promise<void> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  if (from === into) throw new Refused('conflict')
  await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const [old, bundle] = [
      await liveBundle(inner, consultation.id, from),
      await liveBundle(inner, consultation.id, into),
    ]
    const answer = await bundles.findAnswerOfBundle(inner.db, bundle.id)
    await counted(inner, consultation.id, { ids: await bundles.listIdsOfBundle(inner.db, old.id) }, async () => {
      if (answer) await setOutcome(inner.db, { bundleId: old.id }, answer)
      await bundles.moveBundle(inner.db, old.id, bundle.id)
    })
    await bundles.updateBundle(inner.db, old.id, { mergedInto: bundle.id })
    await bundles.insertBundleChanges(inner.db, [
      change(inner, { bundleId: old.id, what: 'merged', otherBundle: bundle.id }),
      change(inner, { bundleId: bundle.id, what: 'merged', otherBundle: old.id }),
    ])
    recordMove(inner, consultation, bundle, 'merged', { other: old.id })
  })
}

/**
 * Some inputs of a group begin a new one; what they were answered stays until they are answered anew. Issues as for
 * `makeBundle`. @throws Refused as `addToBundle`
 */
export async function splitBundle(
  scope: Scope,
  slug: string,
  bundleId: string,
  { title, inputs }: { title: string; inputs: unknown },
): Promise<Outcome<{ bundle: string }>> {
  await openConsultationFor(scope, slug, 'consultation.answer')
  const reading = readInput(newBundleSchema, { title, inputs })
  if (!reading.ok) return reading
  const made = await transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const bundle = await liveBundle(inner, consultation.id, bundleId)
    const rows = await inputsOf(inner, consultation.id, reading.value.inputs)
    if (rows.some((row) => row.bundleId !== bundle.id)) throw new Refused('not-found')
    const made = await bundleInputs(inner, consultation, reading.value.title, rows)
    await bundles.insertBundleChanges(inner.db, [
      change(inner, { bundleId: bundle.id, what: 'split', otherBundle: made }),
      change(inner, { bundleId: made, what: 'split', otherBundle: bundle.id }),
    ])
    recordMove(inner, consultation, bundle, 'split', { other: made })
    return made
  })
  return { ok: true, bundle: made }
}

/** A group of this consultation that was not merged into another. @throws Refused not-found, conflict */
export async function liveBundle(scope: Scope, consultationId: string, id: string): Promise<BundleRow> {
  const bundle = await bundles.findBundle(scope.db, id)
  if (!bundle || bundle.consultationId !== consultationId) throw new Refused('not-found')
  if (bundle.mergedInto) throw new Refused('conflict', 'bundle-merged')
  return bundle
}

async function moveInto(
  scope: Scope<Transaction>,
  consultation: PlacedConsultation,
  bundleId: string,
  rows: InputRow[],
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const left = rows.filter((row) => row.bundleId !== null && row.bundleId !== bundleId)
  const answer = await bundles.findAnswerOfBundle(scope.db, bundleId)
  await counted(scope, consultation.id, { ids }, async () => {
    await bundles.setBundle(scope.db, ids, bundleId)
    if (answer) await setOutcome(scope.db, { ids }, answer)
  })
  await bundles.insertBundleChanges(scope.db, [
    ...left.map((row) =>
      change(scope, { bundleId: row.bundleId ?? '', what: 'removed', inputId: row.id, otherBundle: bundleId }),
    ),
    ...trail(scope, 'added', rows, bundleId),
  ])
  await noteNews(scope, { ids }, answer ? 'answered' : 'grouped')
}

function trail(scope: Scope, what: 'added' | 'removed', rows: InputRow[], bundleId: string): BundleChangeRow[] {
  return rows.map(({ id }) => change(scope, { bundleId, what, inputId: id }))
}

function change(
  scope: Scope,
  given: Pick<BundleChangeRow, 'bundleId' | 'what'> & Partial<BundleChangeRow>,
): BundleChangeRow {
  return {
    id: newId(),
    inputId: null,
    otherBundle: null,
    byAccount: accountOf(scope),
    at: scope.now.toISOString(),
    ...given,
  }
}

function recordMove(
  scope: Scope<Transaction>,
  { id: subject }: PlacedConsultation,
  { id: bundle, title }: BundleRow,
  what: string,
  { inputs = [], other = null }: { inputs?: InputRow[]; other?: string | null },
): void {
  const numbers = inputs.map(({ number }) => number)
  scope.record({ kind: 'consultation.grouped', subject, fields: { bundle, title, what, inputs: numbers, other } })
}

function accountOf({ actor }: Scope): string {
  if (!actor) throw new Refused('not-signed-in')
  return actor.accountId
}
