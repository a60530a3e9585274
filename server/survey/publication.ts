/**
 * From handing in to publishing, and after: only a ralat (correction) or a pencabutan (withdrawal), each a new version with
 * its reason, the old ones in sight. Who publishes is never who drafted or handed in.
 */
import { lockIntake, lockTally } from '#db/survey/batches.ts'
import { insertPublication, listPublications } from '#db/survey/publications.ts'
import { deleteSlipsOf } from '#db/survey/sheets.ts'
import { updateSurvey, type PlacedSurveyRow } from '#db/survey/surveys.ts'
import type { PublicationRow } from '#db/survey/tables.ts'
import type { Transaction } from '#db/database.ts'
import { Refused } from '../errors.ts'
import { readInput, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { transaction, type Scope } from '../scope.ts'
import { arrivalsOf, handedInMarks } from './marks.ts'
import { openMovements } from './movements.ts'
import { surveyState } from './rules/period.ts'
import {
  correctionSchema,
  publicationSchema,
  withdrawalSchema,
  type CorrectionInput,
  type PublicationInput,
  type WithdrawalInput,
} from './schema.ts'
import { forgetTraces, sealAll } from './sealing.ts'
import { readSnapshot, snapshotDigest, snapshotOf, type Snapshot } from './snapshot.ts'
import { demand, getSurveyRow, viewOf } from './surveys.ts'

export type Published = Outcome<{ version: number; digest: string }>

/**
 * Seals all that waits; from here on nothing enters. Only after closing. Says how many answers there are in the end.
 * @throws Refused not-found, forbidden, conflict (not-closed, handed-in)
 */
export async function handIn(scope: Scope, slug: string): Promise<{ n: number }> {
  const known = await getSurveyRow(scope, slug)
  demand(scope, 'survey.hand-in', known)
  const n = await transaction(scope, async (inner) => {
    await lockIntake(inner.db, inner.engine, known.id)
    const row = await getSurveyRow(inner, slug)
    if (row.handedInAt) throw new Refused('conflict', 'handed-in')
    if (surveyState(row, scope.now) !== 'closed') throw new Refused('conflict', 'not-closed')
    const handedIn = { handedInBy: scope.actor?.accountId ?? null, handedInAt: scope.now.toISOString() }
    await updateSurvey(inner.db, row.id, handedIn)
    await sealAll(inner, row.id)
    await deleteSlipsOf(inner.db, row.id)
    const tally = await lockTally(inner.db, inner.engine, row.id)
    const fields = { n: tally?.answers ?? 0, ...(tally ? await handedInMarks(inner.db, tally) : {}) }
    inner.record({ kind: 'survey.handed-in', subject: row.id, fields, closed: tally ? ['flags', 'unflagged'] : [] })
    return fields.n
  })
  await forgetTraces(scope)
  return { n }
}

/**
 * Freezes the result of what was handed in and opens the movements behind it. A reason is needed when the sample wasn't
 * reached. Issues: reason: sample-not-reached.
 * @throws Refused not-found, forbidden (also: own-work), conflict (not-handed-in, published)
 */
export async function publish(scope: Scope, slug: string, input: PublicationInput = {}): Promise<Published> {
  const reading = readInput(publicationSchema, input)
  if (!reading.ok) return reading
  const { reason } = reading.value
  return transaction(scope, async (inner) => {
    const { row, tally } = await forPublisher(inner, slug)
    if (row.publishedAt) throw new Refused('conflict', 'published')
    if (!row.handedInAt) throw new Refused('conflict', 'not-handed-in')
    const snapshot = snapshotOf(await viewOf(inner, row), tally, await arrivalsOf(inner.db, tally))
    if (snapshot.sample?.reached === false && !reason) {
      return { ok: false, issues: { reason: 'sample-not-reached' }, values: reading.values }
    }
    await updateSurvey(inner.db, row.id, { publishedAt: scope.now.toISOString() })
    if (snapshot.figures?.tally) await openMovements(inner, row.id)
    return enter(inner, row, { version: 1, kind: 'result', snapshot, reason })
  })
}

/**
 * A ralat: corrects the people served or the note; the figures themselves can't change, for nothing enters any more.
 * Issues: see `correctionSchema`; served: fewer-than-answered; form: nothing-changed. @throws Refused not-found, forbidden,
 * conflict (not-published)
 */
export async function correct(scope: Scope, slug: string, input: CorrectionInput): Promise<Published> {
  const reading = readInput(correctionSchema, input)
  if (!reading.ok) return reading
  const { reason, served, note } = reading.value
  return transaction(scope, async (inner) => {
    const { row, tally } = await forPublisher(inner, slug)
    const last = await lastVersion(inner, row)
    const change = {
      served: served === undefined ? row.served : served,
      note: note === undefined ? row.note : note,
    }
    if (change.served === row.served && change.note === row.note) {
      return { ok: false, issues: { form: 'nothing-changed' }, values: reading.values }
    }
    if (change.served !== row.served && change.served !== null && change.served < tally.answers) {
      return { ok: false, issues: { served: 'fewer-than-answered' }, values: reading.values }
    }
    await updateSurvey(inner.db, row.id, change)
    const corrected = await viewOf(inner, await getSurveyRow(inner, slug))
    const snapshot = snapshotOf(corrected, tally, await arrivalsOf(inner.db, tally))
    return enter(inner, row, { version: last.version + 1, kind: 'correction', snapshot, reason })
  })
}

/** A pencabutan: the result no longer stands, and says why; what had been published stays to be seen. */
export async function withdraw(scope: Scope, slug: string, input: WithdrawalInput): Promise<Published> {
  const reading = readInput(withdrawalSchema, input)
  if (!reading.ok) return reading
  const { reason } = reading.value
  return transaction(scope, async (inner) => {
    const { row } = await forPublisher(inner, slug)
    const last = await lastVersion(inner, row)
    await updateSurvey(inner.db, row.id, { withdrawnAt: scope.now.toISOString() })
    const snapshot = readSnapshot(last.snapshot)
    return enter(inner, row, { version: last.version + 1, kind: 'withdrawal', snapshot, reason })
  })
}

/** One at a time for a survey, read behind the lock. */
async function forPublisher(inner: Scope<Transaction>, slug: string) {
  const known = await getSurveyRow(inner, slug)
  demand(inner, 'survey.publish', known)
  const actor = inner.actor?.accountId
  if (actor === known.createdBy || actor === known.handedInBy) throw new Refused('forbidden', 'own-work')
  const tally = await lockTally(inner.db, inner.engine, known.id)
  if (!tally) throw new Refused('conflict', 'not-handed-in')
  return { tally, row: await getSurveyRow(inner, slug) }
}

async function lastVersion(inner: Scope<Transaction>, row: PlacedSurveyRow): Promise<PublicationRow> {
  const last = (await listPublications(inner.db, row.id)).at(-1)
  if (!last || last.kind === 'withdrawal') throw new Refused('conflict', 'not-published')
  return last
}

const ENTRY_KINDS = { result: 'published', correction: 'corrected', withdrawal: 'withdrawn' } as const

async function enter(
  inner: Scope<Transaction>,
  row: PlacedSurveyRow,
  { version, kind, snapshot, reason }: Pick<PublicationRow, 'version' | 'kind' | 'reason'> & { snapshot: Snapshot },
): Promise<Published> {
  const digest = snapshotDigest(snapshot)
  const publishedAt = inner.now.toISOString()
  await insertPublication(inner.db, {
    id: newId(),
    surveyId: row.id,
    version,
    kind,
    reason,
    snapshot: JSON.stringify(snapshot),
    publishedBy: inner.actor?.accountId ?? '',
    publishedAt,
  })
  inner.record({
    kind: `survey.${ENTRY_KINDS[kind]}`,
    subject: row.id,
    fields: { version, digest, n: snapshot.n, ikm: snapshot.figures?.ikm ?? null, reason, publishedAt },
  })
  return { ok: true, version, digest }
}
