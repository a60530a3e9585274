/** Whether a batch still is what was sealed: each answer, each receipt, what they added up to, and the ledger's entry. */
import { findForeignReceipt } from '#db/survey/receipts.ts'
import type { BatchRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import { jcs, type Json } from '../ledger/jcs.ts'
import { growMerkle } from '../ledger/merkle.ts'
import type { Problem } from '../ledger/verification.ts'
import { commitmentOfRow } from './answer-seal.ts'
import { walkAnswers, walkReceiptHashes } from './batch-walk.ts'
import { startMovement, type Movement } from './movement.ts'
import type { RecordedAct } from './recorded-acts.ts'

type Survey = { id: string; slug: string }

export async function* checkBatch(
  db: Database,
  survey: Survey,
  batch: BatchRow,
  acts: RecordedAct[],
): AsyncGenerator<Problem> {
  const id = `${survey.slug}/${batch.number}`
  const wrong = (what: string, expected: unknown, found: unknown): Problem => ({
    kind: 'batch',
    id,
    what,
    expected: String(expected),
    found: String(found),
  })
  const answers = yield* recountAnswers(db, survey, batch)
  if (answers.count !== batch.answers) yield wrong('batch-answers-count', batch.answers, answers.count)
  if (answers.root !== batch.answersRoot) yield wrong('batch-answers', batch.answersRoot, answers.root)
  const movement = jcs(answers.movement as unknown as Json)
  const stored = `{"integers":${batch.movement},"profile":${jcs(JSON.parse(batch.profile) as Json)}}`
  if (movement !== stored) yield wrong('batch-movement', stored, movement)
  const receipts = growMerkle()
  let counted = 0
  for await (const hash of walkReceiptHashes(db, batch.id)) {
    receipts.add(hash)
    counted++
  }
  if (counted !== batch.receipts) yield wrong('batch-receipts-count', batch.receipts, counted)
  if (receipts.root() !== batch.receiptsRoot) yield wrong('batch-receipts', batch.receiptsRoot, receipts.root())
  const foreign = await findForeignReceipt(db, batch.id, survey.id)
  if (foreign) yield { kind: 'receipt', id: `${id}/${foreign}`, what: 'receipt-survey' }
  yield* checkSealing(batch, id, acts)
}

/** Yields each answer that isn't the one that was sealed; returns what the rows come to. */
async function* recountAnswers(
  db: Database,
  survey: Survey,
  batch: BatchRow,
): AsyncGenerator<Problem, { count: number; root: string; movement: Movement }> {
  const tree = growMerkle()
  const movement = startMovement()
  let count = 0
  for await (const row of walkAnswers(db, batch.id)) {
    const found = commitmentOfRow(row)
    if (found !== row.commitment || row.answeredSurvey !== survey.id) {
      const id = `${survey.slug}/${batch.number}/${row.id}`
      yield { kind: 'answer', id, what: 'answer-changed', expected: row.commitment ?? '', found: found ?? '' }
      continue
    }
    tree.add(row.commitment ?? '')
    movement.add(row)
    count++
  }
  return { count, root: tree.root(), movement: movement.end() }
}

/** The batch's row says what the ledger's entry says. */
function* checkSealing(batch: BatchRow, id: string, acts: RecordedAct[]): Generator<Problem> {
  const sealing = acts.find(({ kind, fields }) => kind === 'survey.sealed' && fields.batch === batch.number)
  if (!sealing) return yield { kind: 'batch', id, what: 'batch-unrecorded' }
  const { number, source, answers, receipts, receiptsRoot, answersRoot } = batch
  const row: Record<string, Json> = {
    batch: number,
    source,
    count: answers,
    receipts,
    receiptsRoot,
    answersRoot,
    movement: JSON.parse(batch.movement) as Json,
    profile: JSON.parse(batch.profile) as Json,
  }
  for (const [name, value] of Object.entries(row)) {
    const recorded = sealing.fields[name]
    if (recorded === undefined || jcs(recorded) !== jcs(value)) {
      yield {
        kind: 'batch',
        id: `${id}/${name}`,
        what: 'batch-entry',
        expected: jcs(recorded ?? null),
        found: jcs(value),
      }
    }
  }
}
