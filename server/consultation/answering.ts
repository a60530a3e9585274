/** Every input gets an answer: its outcome with a reason in plain words, and what it changed. Recorded, and told to its writer. */
import * as bundles from '#db/consultation/bundles.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import { insertOutcome, setOutcome, settleObjections } from '#db/consultation/outcomes.ts'
import type { OutcomeRow } from '#db/consultation/answer-tables.ts'
import { moveAnswerTally, type Touched } from '#db/consultation/answer-tally.ts'
import { listOwnPassages } from '#db/consultation/passages-answered.ts'
import { listVersions } from '#db/consultation/versions.ts'
import type { Transaction } from '#db/database.ts'
import { makeCommitment } from '../commitment/commitments.ts'
import { dayIn } from '../directory/rules/days.ts'
import { Refused } from '../errors.ts'
import { readInput, type Issues, type Outcome } from '../forms.ts'
import { newId } from '../ids.ts'
import { pathTo } from '../paths.ts'
import { transaction, type Scope } from '../scope.ts'
import { noteNews } from './answer-news.ts'
import { answerSchema, numbersSchema, type Answer, type AnswerInput } from './answer-schema.ts'
import { counted, inputsOf, openConsultationFor } from './answering-place.ts'
import { bundleInputs, liveBundle } from './bundles.ts'
import { beginningOf, takesUp } from './rules/outcomes.ts'

/** What is answered: some inputs by their numbers, or all of a group. Several inputs at once become a group. */
export type Answered = { inputs: unknown } | { bundle: string }

/**
 * Issues: see `answerSchema`; changedBlock, changedVersion: unknown, both, not-taken-up; promise, promiseBy: required,
 * before-today, not-taken-up; inputs: choose, too-many. @throws Refused not-found, forbidden, conflict
 */
export async function answer(
  scope: Scope,
  slug: string,
  answered: Answered,
  input: AnswerInput,
): Promise<Outcome<{ outcome: string; inputs: number }>> {
  const consultation = await openConsultationFor(scope, slug, 'consultation.answer')
  const reading = readInput(answerSchema, input)
  const chosen = 'inputs' in answered ? numbersSchema.safeParse(answered.inputs) : undefined
  const issues: Issues = {
    ...(reading.ok ? await issuesOfAnswer(scope, consultation, reading.value) : reading.issues),
    ...(chosen && !chosen.success ? { inputs: chosen.error.issues[0]?.message ?? 'choose' } : {}),
  }
  if (!reading.ok || Object.keys(issues).length > 0) return { ok: false, issues, values: reading.values }
  return transaction(scope, async (inner) => {
    const consultation = await openConsultationFor(inner, slug, 'consultation.answer')
    const target = await targetOf(inner, consultation, 'bundle' in answered ? answered : { inputs: chosen?.data ?? [] })
    const made = await giveAnswer(inner, consultation, target, reading.value)
    return { ok: true as const, ...made }
  })
}

interface Target {
  touched: Touched
  ids: string[]
  single: InputRow | null
  bundle: { id: string; title: string } | null
}

async function targetOf(
  scope: Scope<Transaction>,
  consultation: PlacedConsultation,
  answered: { inputs: number[] } | { bundle: string },
): Promise<Target> {
  if ('bundle' in answered) return bundleTarget(scope, await liveBundle(scope, consultation.id, answered.bundle))
  const rows = await inputsOf(scope, consultation.id, answered.inputs)
  const [only] = rows
  if (rows.length === 1 && only) return { touched: { ids: [only.id] }, ids: [only.id], single: only, bundle: null }
  const title = beginningOf(only?.text || `#${only?.number}`, 100)
  const id = await bundleInputs(scope, consultation, title, rows)
  return bundleTarget(scope, { id, title })
}

async function bundleTarget(scope: Scope, bundle: { id: string; title: string }): Promise<Target> {
  const ids = await bundles.listIdsOfBundle(scope.db, bundle.id)
  if (ids.length === 0) throw new Refused('conflict', 'bundle-empty')
  return { touched: { bundleId: bundle.id }, ids, single: null, bundle }
}

async function giveAnswer(
  scope: Scope<Transaction>,
  consultation: PlacedConsultation,
  target: Target,
  given: Answer,
): Promise<{ outcome: string; inputs: number }> {
  const versions = await listVersions(scope.db, consultation.id)
  const version = versions.find(({ number }) => number === given.changedVersion)
  const { single, bundle, touched, ids } = target
  const replaces = single ? single.outcomeId : await bundles.findAnswerOfBundle(scope.db, bundle?.id ?? '')
  const row: OutcomeRow = {
    id: newId(),
    consultationId: consultation.id,
    inputId: single?.id ?? null,
    bundleId: bundle?.id ?? null,
    hasil: given.hasil,
    reason: given.reason,
    ownerAccount: single?.ownerAccount ?? scope.actor?.accountId ?? '',
    answeredBy: scope.actor?.accountId ?? '',
    answeredAt: scope.now.toISOString(),
    blockId: version ? given.changedBlock : null,
    versionId: version?.id ?? null,
    commitmentId: null,
    replaces: replaces ?? null,
    confirmsOf: null,
  }
  row.commitmentId = await promiseOf(scope, consultation, row, given)
  await insertOutcome(scope.db, row)
  await counted(scope, consultation.id, touched, () => setOutcome(scope.db, touched, row.id))
  await settleAnew(scope, consultation, ids)
  await noteNews(scope, touched, row.versionId ? 'changed' : 'answered')
  recordAnswer(scope, row, { number: single?.number ?? null, inputs: ids.length, version: version?.number ?? null })
  return { outcome: row.id, inputs: ids.length }
}

async function settleAnew(scope: Scope<Transaction>, { id }: PlacedConsultation, ids: string[]): Promise<void> {
  const settled = await settleObjections(scope.db, ids, {
    settledAt: scope.now.toISOString(),
    settledBy: scope.actor?.accountId ?? '',
    settlement: 'answered-again',
    note: null,
  })
  await moveAnswerTally(scope.db, id, { considered: 0, answered: 0, objected: -settled.length })
}

/** What the ledger says of an answer; the one who checks makes the same of the row. */
export function answerFields(
  row: OutcomeRow,
  { number, version }: { number: number | null; version: number | null },
): Record<string, string | number | null> {
  const { id: outcome, bundleId: bundle, hasil, reason, blockId: block, commitmentId: commitment, replaces } = row
  return { outcome, input: number, bundle, hasil, reason, block, version, commitment, replaces }
}

function recordAnswer(
  scope: Scope<Transaction>,
  row: OutcomeRow,
  { inputs, ...said }: { number: number | null; inputs: number; version: number | null },
): void {
  const fields = { ...answerFields(row, said), inputs }
  scope.record({ kind: 'consultation.answered', subject: row.consultationId, fields })
}

async function promiseOf(
  scope: Scope<Transaction>,
  consultation: PlacedConsultation,
  { id, reason }: OutcomeRow,
  { promise, promiseBy }: Answer,
): Promise<string | null> {
  if (!promise || !promiseBy) return null
  const { slug, title, regionCode, institutionId, institutionName, regionName, unitIds } = consultation
  const [unitId = null, ...others] = unitIds
  const made = await makeCommitment(scope, {
    what: promise,
    why: reason,
    source: { kind: 'outcome', id, title, path: pathTo('id', 'consultationAnswers', { slug }) },
    place: { regionCode, institutionId, unitId: others.length > 0 ? null : unitId },
    owner: institutionName ?? regionName,
    dueOn: promiseBy,
  })
  return made.id
}

async function issuesOfAnswer(scope: Scope, consultation: PlacedConsultation, given: Answer): Promise<Issues> {
  const { hasil, changedBlock, changedVersion, promise, promiseBy } = given
  const issues: Issues = {}
  const taken = takesUp(hasil)
  if ((changedBlock === null) !== (changedVersion === null))
    issues[changedBlock === null ? 'changedBlock' : 'changedVersion'] = 'both'
  else if (changedBlock !== null && !taken) issues.changedBlock = 'not-taken-up'
  else if (changedBlock !== null)
    Object.assign(issues, await issuesOfChange(scope, consultation.id, changedBlock, changedVersion))
  if (promise === null && promiseBy === null) return issues
  if (!taken) issues.promise = 'not-taken-up'
  else if (promise === null || promise.length < SHORTEST_PROMISE) issues.promise = 'too-short'
  if (promiseBy === null) issues.promiseBy = 'required'
  else if (promiseBy < dayIn(scope.now, consultation.timezone)) issues.promiseBy = 'before-today'
  return issues
}

const SHORTEST_PROMISE = 10

async function issuesOfChange(
  scope: Scope,
  consultationId: string,
  block: string,
  number: number | null,
): Promise<Issues> {
  const versions = await listVersions(scope.db, consultationId)
  if (!versions.some((version) => version.number === number && version.publishedAt))
    return { changedVersion: 'unknown' }
  const known = await listOwnPassages(scope.db, consultationId, [block])
  return known.length > 0 ? {} : { changedBlock: 'unknown' }
}
