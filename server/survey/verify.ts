/** The auditor's walk over surveys: everything sealed is what was sealed, and every figure recounts. */
import { listSubjectsOf } from '#db/ledger/entries.ts'
import { listBatchesOfAnswers } from '#db/survey/answers.ts'
import { findTally, listAllBatchIds, listBatches } from '#db/survey/batches.ts'
import { getInstrument } from '#db/survey/instruments.ts'
import { listPublications } from '#db/survey/publications.ts'
import { listBatchesOfReceipts } from '#db/survey/receipts.ts'
import { findSurveyById, listOpenedSurveys, type PlacedSurveyRow } from '#db/survey/surveys.ts'
import type { TallyRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { sha256 } from '../ledger/commitments.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import type { Count, Problem, Verifier } from '../ledger/verification.ts'
import { addMovement, readIntegers, type Movement } from './movement.ts'
import { listRecordedActs, type RecordedAct } from './recorded-acts.ts'
import type { ProfileTally } from './rules/profile.ts'
import { emptyTallyRow, viewOf, type SurveyView } from './surveys.ts'
import { checkBatch } from './verify-batch.ts'
import { checkMarks } from './verify-marks.ts'
import { checkPublications } from './verify-publications.ts'
import { readably } from './verify-readably.ts'

export const verifySurveys: Verifier = async function* (db, count) {
  for (const id of await listOpenedSurveys(db)) {
    const row = await findSurveyById(db, id)
    if (row) yield* readably('survey', row.slug, checkSurvey(db, row, count))
  }
  yield* checkHidden(db)
  yield* checkStrays(db)
}

async function* checkSurvey(db: Database, row: PlacedSurveyRow, count: Count): AsyncGenerator<Problem> {
  const survey = await viewOf({ db, actor: null, now: new Date(0) }, row)
  const acts = await listRecordedActs(db, row.id)
  yield* checkQuestionnaire(db, survey, row.instrumentId, acts)
  for (const batch of await listBatches(db, row.id)) {
    yield* readably('batch', `${row.slug}/${batch.number}`, checkBatch(db, survey, batch, acts))
    count('batches')
    count('answers', batch.answers)
    count('receipts', batch.receipts)
  }
  yield* readably('tally', row.slug, checkTally(db, survey, acts))
  count('tallies')
  yield* readably('tally', row.slug, checkMarks(db, survey, acts))
  yield* checkPublications(db, survey, acts, count)
  yield* checkState(db, row, acts)
}

/** The questionnaire, the weight and the period are those with which the survey was opened, or last changed in the open. */
async function* checkQuestionnaire(
  db: Database,
  survey: SurveyView,
  instrumentId: string,
  acts: RecordedAct[],
): AsyncGenerator<Problem> {
  const { content, contentHash } = await getInstrument(db, instrumentId)
  const found = sha256(jcs(JSON.parse(content) as Json))
  if (found !== contentHash) {
    yield { kind: 'instrument', id: survey.slug, what: 'instrument-changed', expected: contentHash, found }
  }
  const lastChange = acts.findLast(({ fields }) => fields.lastDay !== undefined)?.fields
  const recorded: Record<string, Json | undefined> = {
    ...acts.find(({ kind }) => kind === 'survey.opened')?.fields,
    lastDay: lastChange?.lastDay,
  }
  const { title, period, firstDay, lastDay, weight } = survey
  const now: Record<string, Json> = { title, period, firstDay, lastDay, weight, instrument: contentHash }
  for (const [name, value] of Object.entries(now)) {
    const expected = recorded[name]
    if (expected !== value) {
      yield { ...at('survey', survey.slug, 'survey-opened'), expected: String(expected), found: String(value) }
    }
  }
}

/** The tally is the sum of the batches' movements, and there are as many batches as the ledger has sealings. */
async function* checkTally(db: Database, survey: SurveyView, acts: RecordedAct[]): AsyncGenerator<Problem> {
  const tally = await findTally(db, survey.id)
  const batches = await listBatches(db, survey.id)
  const sealings = acts.filter(({ kind }) => kind === 'survey.sealed').length
  if (batches.length !== sealings) {
    yield { ...at('batch', survey.slug, 'batch-missing'), expected: String(sealings), found: String(batches.length) }
  }
  let sum = emptyTallyRow(survey.id)
  const steps = [shownOf(sum)]
  for (const { movement, profile, number } of batches) {
    const part: Movement = { integers: readIntegers(movement), profile: JSON.parse(profile) as ProfileTally }
    sum = addMovement({ ...sum, batches: number }, part, false)
    steps.push(shownOf({ shownAnswers: sum.answers, shownIntegers: sum.integers }))
  }
  const figures = ({ answers, batches, integers, profile }: typeof sum) =>
    jcs({ answers, batches, integers: readIntegers(integers), profile: JSON.parse(profile) as Json })
  if (!tally) yield at('tally', survey.slug, 'tally-missing')
  else if (figures(tally) !== figures(sum)) {
    const [expected, found] = [sum, tally].map((one) => `${one.answers} · ${sha256(figures(one)).slice(0, 12)}`)
    yield { ...at('tally', survey.slug, 'tally-sum'), ...(expected && found ? { expected, found } : {}) }
  } else if (!steps.includes(shownOf(tally))) yield at('tally', survey.slug, 'tally-shown')
}

/** What may be shown while the survey is open; always the sum up to some batch. */
function shownOf({ shownAnswers, shownIntegers }: Pick<TallyRow, 'shownAnswers' | 'shownIntegers'>): string {
  return jcs([shownAnswers, readIntegers(shownIntegers)])
}

/** The survey says of itself, by its own columns, what was done with it: nothing published can be taken out of sight. */
async function* checkState(db: Database, row: PlacedSurveyRow, acts: RecordedAct[]): AsyncGenerator<Problem> {
  const publications = await listPublications(db, row.id)
  const first = publications.at(0)?.publishedAt ?? null
  const withdrawn = publications.find(({ kind }) => kind === 'withdrawal')?.publishedAt ?? null
  const handedIn = acts.some(({ kind }) => kind === 'survey.handed-in')
  for (const [expected, found] of [
    [first, row.publishedAt],
    [withdrawn, row.withdrawnAt],
    [String(handedIn), String(row.handedInAt !== null)],
  ]) {
    if (expected !== found) {
      yield { ...at('survey', row.slug, 'survey-state'), expected: String(expected), found: String(found) }
    }
  }
}

/** Every survey that was opened is still there, and open to the walk above. */
async function* checkHidden(db: Database): AsyncGenerator<Problem> {
  const seen = new Set(await listOpenedSurveys(db))
  for (const id of await listSubjectsOf(db, 'survey.opened')) {
    if (!seen.has(id)) yield at('survey', (await findSurveyById(db, id))?.slug ?? id, 'survey-missing')
  }
}

/** No sealed answer and no counted receipt names a batch that isn't there. */
async function* checkStrays(db: Database): AsyncGenerator<Problem> {
  const batches = new Set(await listAllBatchIds(db))
  const strays = (ids: string[]) => ids.filter((id) => !batches.has(id))
  for (const id of strays(await listBatchesOfAnswers(db))) yield at('answer', id, 'answer-stray')
  for (const id of strays(await listBatchesOfReceipts(db))) yield at('receipt', id, 'receipt-stray')
}

function at(kind: string, id: string, what: string): Problem {
  return { kind, id, what }
}
