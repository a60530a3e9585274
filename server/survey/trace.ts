/** What a receipt of a survey answer says: that it is there and counted. Never what was answered, and never when it came. */
import { findBatch } from '#db/survey/batches.ts'
import { listPublications } from '#db/survey/publications.ts'
import { findReceipt } from '#db/survey/receipts.ts'
import { findVoidedReceipt } from '#db/survey/desk.ts'
import { findSurveyById } from '#db/survey/surveys.ts'
import type { Database } from '#db/database.ts'
import { dateInJakarta } from '../ledger/chain.ts'
import type { Trace, TraceFinder, TraceStep } from '../ledger/trace.ts'

export const traceSurveyAnswer: TraceFinder = async ({ db }, { hash }) => {
  const receipt = await findReceipt(db, hash)
  const survey = receipt && (await findSurveyById(db, receipt.receiptOf))
  if (!survey) return traceVoided(db, hash)
  const batch = receipt.countedIn ? await findBatch(db, receipt.countedIn) : undefined
  const sealed: TraceStep = batch
    ? { date: batch.sealedOn, what: 'sealed', values: { batch: batch.number } }
    : { date: null, what: 'waiting', values: {} }
  const publications = (await listPublications(db, survey.id)).map(({ kind, publishedAt }): TraceStep => ({
    date: dateInJakarta(new Date(publishedAt)),
    what: PUBLICATION_STEPS[kind],
    values: {},
  }))
  return {
    kind: 'survey-answer',
    title: survey.title,
    // Not the survey itself: while it is open that would ask for a second answer.
    page: 'surveyResults',
    params: { slug: survey.slug },
    steps: [{ date: null, what: 'received', values: {} }, sealed, ...publications],
  }
}

/** The receipt of a sheet whose entry was taken back: that it was, and why. */
async function traceVoided(db: Database, hash: string): Promise<Trace | undefined> {
  const voided = await findVoidedReceipt(db, hash)
  const survey = voided && (await findSurveyById(db, voided.voidOf))
  if (!survey) return undefined
  return {
    kind: 'survey-answer',
    title: survey.title,
    page: 'survey',
    params: { slug: survey.slug },
    steps: [{ date: voided.voidedOn, what: `voided-${voided.reason}`, values: {} }],
  }
}

const PUBLICATION_STEPS = { result: 'published', correction: 'corrected', withdrawal: 'withdrawn' } as const
