/** What the ledger holds of one kind of act on a consultation, and what the rows hold: for the one who checks. */
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import type { ObjectionRow } from './answer-tables.ts'

/** Entries of a kind about a subject after `seq`, in their order, with their fields; an erased field is missing. */
export async function pageOfActs(
  db: Database,
  subject: string,
  kind: string,
  { after, limit }: { after: number; limit: number },
): Promise<{ seq: number; fields: Record<string, string> }[]> {
  const entries = await db
    .selectFrom('entry')
    .select('seq')
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  if (entries.length === 0) return []
  const seqs = entries.map(({ seq }) => seq)
  const rows = await db.selectFrom('entryField').select(['seq', 'name', 'value']).where('seq', 'in', seqs).execute()
  const bySeq = Map.groupBy(rows, ({ seq }) => seq)
  return seqs.map((seq) => ({
    seq,
    fields: Object.fromEntries(
      (bySeq.get(seq) ?? []).flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
    ),
  }))
}

/** Consultations that have anything to answer, or were closed, by id. */
export function pageOfAnswered(
  db: Database,
  after: string,
  limit: number,
): Promise<{ id: string; slug: string; closedAt: string | null; closingReason: string | null }[]> {
  return db
    .selectFrom('consultation')
    .select(['id', 'slug', 'closedAt', 'closingReason'])
    .where('announcedAt', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Inputs that name an answer which isn't there, or which was given in another consultation. */
export async function listStrayAnswers(db: Database, consultationId: string, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('input')
    .leftJoin('outcome', 'outcome.id', 'input.outcomeId')
    .select('input.number')
    .where('input.consultationId', '=', consultationId)
    .where('input.outcomeId', 'is not', null)
    .where((eb) =>
      eb.or([eb('outcome.id', 'is', null), sql<boolean>`outcome.consultation_id <> input.consultation_id`]),
    )
    .orderBy('input.number')
    .limit(limit)
    .execute()
  return rows.map(({ number }) => number)
}

/** By id. */
export function pageOfObjections(
  db: Database,
  consultationId: string,
  { after, limit }: { after: string; limit: number },
): Promise<(ObjectionRow & { number: number })[]> {
  return db
    .selectFrom('objection')
    .innerJoin('input', 'input.id', 'objection.inputId')
    .selectAll('objection')
    .select('input.number')
    .where('input.consultationId', '=', consultationId)
    .where('objection.id', '>', after)
    .orderBy('objection.id')
    .limit(limit)
    .execute()
}
