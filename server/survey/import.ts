/**
 * Answers from a file: read through once to check every line, then stored in small steps in a batch that counts for nothing
 * until one last transaction seals it. The same file is stored once; one that was cut off is swept away.
 */
import { countAnswersIn, deleteSomeAnswersIn, insertAnswers } from '#db/survey/answers.ts'
import * as batches from '#db/survey/batches.ts'
import { findImport, insertImport } from '#db/survey/imports.ts'
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import { Refused } from '../errors.ts'
import { newId } from '../ids.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import { transaction, type Scope } from '../scope.ts'
import { sealAnswer } from './answer-seal.ts'
import { answersRoot } from './batch-walk.ts'
import { checkFile, fileRows, inChunks, ROWS_AT_ONCE, type ImportFile, type RefusedLines } from './import-file.ts'
import { startMovement, type Movement } from './movement.ts'
import type { ElementOrder } from './rules/elements.ts'
import { writeScores } from './rules/scores.ts'
import { cleaned } from './schema.ts'
import { bound, enterBatch } from './sealing.ts'
import { demand, getSurveyRow, viewOf } from './surveys.ts'

export interface ImportOptions {
  /** What U8 and U9 stand for in the file; what the survey declares, unless said otherwise. */
  order?: ElementOrder
  /** Store the good lines although others are refused. */
  skip?: boolean
  onProgress?: (progress: { stored: number; rows: number }) => void
}

export type Import =
  | ({ kind: 'imported'; rows: number; batch: number } & RefusedLines)
  | { kind: 'already'; rows: number; importedOn: string }
  /** Nothing of the file is stored. `no-rows`: there is no line to store. */
  | ({ kind: 'refused'; reason: 'bad-lines' | 'no-rows' } & RefusedLines)

const LONGEST_NAME = 200
const CUT_OFF_AFTER = 10 * 60_000

/**
 * From opening until hand-in, also after the last day. @throws Refused not-found, forbidden, conflict (not-open, handed-in)
 */
export async function importAnswers(
  scope: Scope,
  slug: string,
  file: ImportFile,
  { order: declared, skip = false, onProgress }: ImportOptions = {},
): Promise<Import> {
  const survey = await getSurveyRow(scope, slug)
  demand(scope, 'survey.import', survey)
  refuseUnlessCollecting(survey)
  await sweepCutOffImports(scope)
  const order = declared ?? (await viewOf(scope, survey)).content.order
  const { hash, rows, whole, ...refused } = await checkFile(file, order)
  const before = await findImport(scope.db, survey.id, hash)
  if (before) return { kind: 'already', rows: before.rows, importedOn: before.importedOn }
  if (whole || (refused.rejectedCount > 0 && !skip)) return { kind: 'refused', reason: 'bad-lines', ...refused }
  if (rows === 0) return { kind: 'refused', reason: 'no-rows', ...refused }
  const batchId = newId()
  try {
    const movement = await store(scope, survey, { batchId, file, order }, (stored) => onProgress?.({ stored, rows }))
    return await finish(scope, slug, { batchId, file, hash, movement, refused })
  } catch (error) {
    await removeBatch(scope, batchId)
    throw error
  }
}

/** Removes what imports that were cut off left behind. It counted for nothing. Says how many there were. */
export async function sweepCutOffImports(scope: Scope): Promise<number> {
  const before = new Date(Date.now() - CUT_OFF_AFTER).toISOString()
  const left = await batches.listCutOffBatches(scope.db, before)
  for (const { id } of left) await removeBatch(scope, id)
  return left.length
}

function refuseUnlessCollecting(survey: PlacedSurveyRow): void {
  if (!survey.openedAt) throw new Refused('conflict', 'not-open')
  if (survey.handedInAt) throw new Refused('conflict', 'handed-in')
}

async function store(
  scope: Scope,
  survey: PlacedSurveyRow,
  { batchId, file, order }: { batchId: string; file: ImportFile; order: ElementOrder },
  onStored: (rows: number) => void,
): Promise<Movement> {
  const movement = startMovement()
  let stored = 0
  await batches.insertBatch(scope.db, arriving(batchId, survey.id))
  for await (const rows of inChunks(fileRows(file.read(), order))) {
    const answers = rows.map(({ scores, comment }) => {
      const answer = { answeredSurvey: survey.id, scores: writeScores(scores), profile: null, comment: comment ?? null }
      movement.add(answer)
      return sealAnswer(answer, batchId)
    })
    await transaction(scope, async ({ db }) => {
      if (!(await batches.touchBatch(db, batchId, new Date().toISOString()))) throw new Refused('conflict', 'swept')
      await insertAnswers(
        db,
        answers.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      )
    })
    stored += answers.length
    onStored(stored)
  }
  return movement.end()
}

interface Stored {
  batchId: string
  file: ImportFile
  hash: string
  movement: Movement
  refused: RefusedLines
}

async function finish(scope: Scope, slug: string, { batchId, file, hash, movement, refused }: Stored): Promise<Import> {
  const rows = await countAnswersIn(scope.db, batchId)
  const answers = { count: rows, root: await answersRoot(scope.db, batchId) }
  const done = await transaction(scope, async (inner): Promise<Import> => {
    const { db, engine } = inner
    const { id: surveyId } = await getSurveyRow(inner, slug)
    const tally = await batches.lockTally(db, engine, surveyId)
    // Read behind the lock: hand-in and another import of the same file take it too.
    refuseUnlessCollecting(await getSurveyRow(inner, slug))
    const before = await findImport(db, surveyId, hash)
    if (before) return { kind: 'already', rows: before.rows, importedOn: before.importedOn }
    if (!tally || !(await batches.deleteUnsealedBatch(db, batchId))) throw new Refused('conflict', 'swept')
    const mayShow = false
    const receipts = bound([])
    const batch = await enterBatch(inner, tally, {
      id: batchId,
      source: 'import',
      answers,
      receipts,
      movement,
      marks: { channels: { file: rows }, flags: {}, unflagged: movement.integers },
      mayShow,
    })
    await insertImport(db, {
      id: newId(),
      surveyId,
      fileHash: hash,
      fileName: cleaned(file.name).slice(0, LONGEST_NAME),
      rows,
      batchId,
      importedBy: scope.actor?.accountId ?? '',
      importedOn: dateInJakarta(scope.now),
    })
    return { kind: 'imported', rows, batch, ...refused }
  })
  if (done.kind === 'already') await removeBatch(scope, batchId)
  return done
}

/** Step by step, so that nobody waits long; the batch goes first, so that nothing more can arrive in it. */
async function removeBatch(scope: Scope, batchId: string): Promise<void> {
  if (!(await batches.deleteUnsealedBatch(scope.db, batchId))) return
  while ((await deleteSomeAnswersIn(scope.db, batchId, ROWS_AT_ONCE)) > 0);
}

function arriving(id: string, surveyId: string) {
  return {
    id,
    surveyId,
    number: 0,
    source: 'import' as const,
    sealedOn: null,
    answers: 0,
    receipts: 0,
    opened: 0 as const,
    receiptsRoot: '',
    answersRoot: '',
    movement: '',
    profile: '',
    touchedAt: new Date().toISOString(),
  }
}
