/** What a receipt of an input says: that it arrived, whether it is shown, what it was grouped with, and what came of it. */
import { findBundle, findOutcome } from '#db/consultation/input-answers.ts'
import { findConsultationById, type PlacedConsultation } from '#db/consultation/consultations.ts'
import { findInputByReceipt } from '#db/consultation/inputs.ts'
import { listObjections } from '#db/consultation/outcomes.ts'
import type { InputRow } from '#db/consultation/input-tables.ts'
import type { Database } from '#db/database.ts'
import { dayIn, type Zone } from '../directory/rules/days.ts'
import type { TraceFinder, TraceStep } from '../ledger/trace.ts'
import { shownTexts } from '../moderation/texts.ts'
import { namePassages } from './passage-names.ts'

export const traceInput: TraceFinder = async ({ db }, { hash }) => {
  const input = await findInputByReceipt(db, hash)
  const consultation = input && (await findConsultationById(db, input.consultationId))
  if (!consultation) return undefined
  const { number, blockId } = input
  const { slug, title, timezone, answerBy } = consultation
  const received = { date: dayIn(new Date(input.arrivedAt), timezone), what: 'input-received', values: { number } }
  const came = await cameOf(db, input, timezone)
  return {
    kind: 'input',
    title,
    page: blockId === null ? 'inputs' : 'block',
    params: { slug, block: blockId ?? '' },
    at: `?cursor=${number + 1}#masukan-${number}`,
    ...(input.outcomeId === null ? { answerBy } : {}),
    steps: [received, ...(await shownSteps(db, input)), ...came, ...waitingSteps(input, consultation)],
  }
}

async function shownSteps(db: Database, { id, erasedAt }: InputRow): Promise<TraceStep[]> {
  if (erasedAt !== null) return [{ date: null, what: 'input-erased', values: {} }]
  const shown = (await shownTexts(db, 'input', [id])).get(id)
  if (shown?.state === 'held') return [{ date: null, what: 'input-held', values: {} }]
  if (shown?.state === 'hidden') {
    return [{ date: null, what: 'input-hidden', values: { reason: shown.reasonCode ?? 'other' } }]
  }
  return shown?.masked ? [{ date: null, what: 'input-masked', values: {} }] : []
}

/** Its group, its answer, and the passage that it changed. */
async function cameOf(db: Database, input: InputRow, timezone: Zone): Promise<TraceStep[]> {
  const steps: TraceStep[] = []
  const bundle = input.bundleId === null ? undefined : await findBundle(db, input.bundleId)
  if (bundle) {
    const { title, inputs, madeAt } = bundle
    const date = dayIn(new Date(madeAt), timezone)
    steps.push({ date, what: 'input-grouped', values: { title, count: inputs } })
  }
  const outcome = input.outcomeId === null ? undefined : await findOutcome(db, input.outcomeId)
  if (!outcome) return steps
  const objection = await objectionSteps(db, input, timezone)
  const date = dayIn(new Date(outcome.answeredAt), timezone)
  steps.push(...objection.before)
  steps.push({ date, what: 'input-answered', values: { hasil: outcome.hasil, reason: outcome.reason } })
  steps.push(...objection.after)
  if (outcome.blockId !== null && outcome.versionId !== null) {
    const names = await namePassages(db, input.consultationId)
    const { name } = names.in(outcome.versionId, outcome.blockId) ?? { name: { id: '', en: '' } }
    const version = names.versions.get(outcome.versionId) ?? 0
    steps.push({ date, what: 'input-changed', values: { label: name.id, labelEn: name.en, version } })
  }
  return steps
}

/** The writer's objection, before the answer that it led to or after the one that it is about. */
async function objectionSteps(
  db: Database,
  { id }: InputRow,
  timezone: Zone,
): Promise<{ before: TraceStep[]; after: TraceStep[] }> {
  const [objection] = await listObjections(db, [id])
  if (!objection) return { before: [], after: [] }
  const { at, settlement, settledAt, note } = objection
  const objected = { date: dayIn(new Date(at), timezone), what: 'input-objected', values: {} }
  if (settlement === 'answered-again') return { before: [objected], after: [] }
  if (settlement === null || settledAt === null) return { before: [], after: [objected] }
  const date = dayIn(new Date(settledAt), timezone)
  return { before: [], after: [objected, { date, what: 'input-confirmed', values: { note: note ?? '' } }] }
}

function waitingSteps({ outcomeId }: InputRow, { answerBy }: Pick<PlacedConsultation, 'answerBy'>): TraceStep[] {
  return outcomeId === null ? [{ date: null, what: 'input-waiting', values: { answerBy } }] : []
}
