/**
 * Answers from a file: read through once to check every line, then stored in small steps in a batch that counts for nothing
 * until one last transaction seals it. The same file is stored once; one that was cut off is swept away.
 */
import { createHash } from 'node:crypto'
import { countAnswersIn, deleteSomeAnswersIn, insertAnswers } from '#db/survey/answers.ts'
import * as batches from '#db/survey/batches.ts'
import { findImport, insertImport } from '#db/survey/imports.ts'
import type { PlacedSurveyRow } from '#db/survey/surveys.ts'
import { Refused } from '../errors.ts'
import { newId } from '../ids.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import { transaction, type Scope } from '../scope.ts'
import { isRefused, readAnswers, type AnswerFileOptions, type AnswerRow, type RefusedLine } from './answer-file.ts'
import { sealAnswer } from './answer-seal.ts'
import { answersRoot } from './batch-walk.ts'
import { LONGEST_COMMENT } from './instruments.ts'
import { startMovement, type Movement } from './movement.ts'
import { writeScores } from './rules/scores.ts'
import { cleaned } from './schema.ts'
import { bound, enterBatch } from './sealing.ts'
import { demand, getSurveyRow } from './surveys.ts'

export interface ImportFile {
  name: string
  /** The file from its beginning; asked for twice. */
  read(): AsyncIterable<Uint8Array>
}

export interface ImportOptions extends Pick<AnswerFileOptions, 'order'> {
  /** Store the good lines although others are refused. */
  skip?: boolean
  onProgress?: (progress: { stored: number; rows: number }) => void
}

export interface RefusedLines {
  /** The first thousand. */
  rejected: { line: number; reason: string }[]
  rejectedCount: number
}

export type Import =
  | ({ kind: 'imported'; rows: number; batch: number } & RefusedLines)
  | { kind: 'already'; rows: number; importedOn: string }
  /** Nothing of the file is stored. `no-rows`: there is no line to store. */
  | ({ kind: 'refused'; reason: 'bad-lines' | 'no-rows' } & RefusedLines)

const ROWS_AT_ONCE = 500
const MOST_REJECTED = 1000
const CUT_OFF_AFTER = 10 * 60_000

/**
 * From opening until hand-in, also after the last day. @throws Refused not-found, forbidden, conflict (not-open, handed-in)
 */
export async function importAnswers(
  scope: Scope,
  slug: string,
  file: ImportFile,
  { order = 'regulation', skip = false, onProgress }: ImportOptions = {},
): Promise<Import> {
  const survey = await getSurveyRow(scope, slug)
  demand(scope, 'survey.import', survey)
  refuseUnlessCollecting(survey)
  await sweepCutOffImports(scope)
  const { hash, rows, whole, ...refused } = await check(file, order)
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

async function check(file: ImportFile, order: AnswerFileOptions['order'] & string) {
  const hash = createHash('sha256')
  const rejected: RefusedLines['rejected'] = []
  const found = { rows: 0, rejectedCount: 0, whole: false }
  for await (const row of fileRows(hashed(file.read(), hash), order)) {
    if (!isRefused(row)) found.rows++
    else {
      found.rejectedCount++
      found.whole ||= row.whole === true
      if (rejected.length < MOST_REJECTED) rejected.push({ line: row.line, reason: row.reason })
    }
  }
  return { ...found, rejected, hash: hash.digest('hex') }
}

async function store(
  scope: Scope,
  survey: PlacedSurveyRow,
  { batchId, file, order }: { batchId: string; file: ImportFile; order: AnswerFileOptions['order'] & string },
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
      mayShow,
    })
    await insertImport(db, {
      ...{ id: newId(), surveyId, fileHash: hash, fileName: file.name, rows, batchId },
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

/** The file's rows; a comment that is too long is a refused line like any other. */
async function* fileRows(
  source: AsyncIterable<Uint8Array>,
  order: AnswerFileOptions['order'] & string,
): AsyncGenerator<AnswerRow | RefusedLine> {
  for await (const row of readAnswers(source, { order })) {
    if (isRefused(row) || row.comment === undefined) yield row
    else {
      const comment = cleaned(row.comment)
      const reason = `Saran lebih panjang dari ${LONGEST_COMMENT} huruf.`
      if ([...comment].length > LONGEST_COMMENT) yield { line: row.line, reason }
      else yield { line: row.line, scores: row.scores, ...(comment ? { comment } : {}) }
    }
  }
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}

async function* inChunks(rows: AsyncIterable<AnswerRow | RefusedLine>): AsyncGenerator<AnswerRow[]> {
  let chunk: AnswerRow[] = []
  for await (const row of rows) {
    if (isRefused(row)) continue
    chunk.push(row)
    if (chunk.length < ROWS_AT_ONCE) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function arriving(id: string, surveyId: string) {
  return {
    ...{
      id,
      surveyId,
      number: 0,
      source: 'import' as const,
      sealedOn: null,
      answers: 0,
      receipts: 0,
      opened: 0 as const,
    },
    ...{ receiptsRoot: '', answersRoot: '', movement: '', profile: '', touchedAt: new Date().toISOString() },
  }
}
