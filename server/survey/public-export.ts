/** What strangers may take away of surveys: batches, receipt hashes, publications. Never an answer. */
import { listBatches } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import { listReceiptHashesIn } from '#db/survey/receipts.ts'
import { findSurveyById, listOpenedSurveys } from '#db/survey/surveys.ts'
import type { BatchRow } from '#db/survey/tables.ts'
import type { Database } from '#db/database.ts'
import type { Json } from '../ledger/jcs.ts'
import type { Exporter, ExportRecord } from '../ledger/verification.ts'
import { factsOf } from './facts.ts'
import { readIntegers } from './movement.ts'
import { readSnapshot } from './snapshot.ts'

const HASHES_AT_ONCE = 1000

/** `survey` · `batch` · `receipts` (hashes in order, in pages) · `publication`. */
export const exportSurveys: Exporter = async function* (db) {
  for (const id of await listOpenedSurveys(db)) {
    const row = await findSurveyById(db, id)
    if (!row) continue
    const { slug, title, period, firstDay, lastDay, weight, region, unit, service, instrument } = factsOf(
      row,
      new Date(0),
    )
    const names = { region: region.name, unit: unit.name, service: service?.name ?? null }
    yield { type: 'survey', id, slug, title, period, firstDay, lastDay, weight, ...names, instrument: instrument.hash }
    for (const batch of await listBatches(db, id)) {
      yield publicBatch(id, batch)
      yield* receiptPages(db, id, batch)
    }
    for (const { version, kind, reason, publishedAt, snapshot } of await listPublications(db, id)) {
      const result = readSnapshot(snapshot) as unknown as Json
      yield { type: 'publication', survey: id, version, kind, reason, publishedAt, snapshot: result }
    }
  }
}

function publicBatch(survey: string, batch: BatchRow): ExportRecord {
  const { number, source, sealedOn: on, answers, receipts, receiptsRoot, answersRoot } = batch
  const movement = batch.opened === 1 ? readIntegers(batch.movement) : null
  return { type: 'batch', survey, number, source, on, answers, receipts, receiptsRoot, answersRoot, movement }
}

async function* receiptPages(db: Database, survey: string, { id, number }: BatchRow): AsyncGenerator<ExportRecord> {
  let after: string | undefined
  for (;;) {
    const hashes = await listReceiptHashesIn(db, id, { after, limit: HASHES_AT_ONCE })
    if (hashes.length > 0) yield { type: 'receipts', survey, batch: number, hashes }
    if (hashes.length < HASHES_AT_ONCE) return
    after = hashes.at(-1)
  }
}
