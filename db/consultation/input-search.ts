/** Inputs found by their words, and by being alike. */
import { sql } from 'kysely'
import { chunks } from '../chunks.ts'
import type { Database, Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'

const ROWS_AT_ONCE = 500

export interface SearchableInput {
  inputId: string
  consultationId: string
  stems: string[]
  minhash: string | null
  bands: string[]
}

/** Every input's row begins with its consultation as a word, so that a search stays within it. */
function consultationWord(consultationId: string): string {
  return `c${consultationId}`
}

export async function insertSearchables(db: Transaction, inputs: SearchableInput[]): Promise<void> {
  for (const some of chunks(inputs, ROWS_AT_ONCE)) {
    const words = some.map(({ inputId, consultationId, stems }) => ({
      inputId,
      consultationId,
      stems: [consultationWord(consultationId), ...stems].join(' '),
    }))
    await db.insertInto('inputSearch').values(words).execute()
    const signatures = some.flatMap(({ inputId, minhash }) => (minhash === null ? [] : [{ inputId, minhash }]))
    if (signatures.length > 0) await db.insertInto('inputSignature').values(signatures).execute()
    const bands = some.flatMap(({ inputId, consultationId, bands }) =>
      bands.map((band) => ({ consultationId, band, inputId })),
    )
    for (const few of chunks(bands, ROWS_AT_ONCE)) await db.insertInto('inputBand').values(few).execute()
  }
}

/** Leaves nothing by which the text could be found again. */
export async function deleteSearchable(
  db: Transaction,
  { inputId, consultationId }: { inputId: string; consultationId: string },
): Promise<void> {
  await db.deleteFrom('inputSearch').where('inputId', '=', inputId).execute()
  await db.deleteFrom('inputSignature').where('inputId', '=', inputId).execute()
  // Through all bands of the consultation: rare, and an index for it would slow every input that comes in.
  await db.deleteFrom('inputBand').where('consultationId', '=', consultationId).where('inputId', '=', inputId).execute()
}

/**
 * Numbers of the shown inputs that have all the stems, the last one's beginning being enough; the latest first. Stems are
 * letters and digits alone.
 */
export async function searchInputs(
  db: Database,
  engine: Engine,
  consultationId: string,
  stems: string[],
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<number[]> {
  const found = engine === 'postgres' ? matchOnPostgres(consultationId, stems) : matchOnSqlite(consultationId, stems)
  const rows = await db
    .selectFrom('input')
    .innerJoin('moderated', (join) =>
      join.onRef('moderated.subjectId', '=', 'input.id').on('moderated.subjectKind', '=', 'input'),
    )
    .select('input.number')
    .where('input.consultationId', '=', consultationId)
    .where('moderated.state', '=', 'shown')
    // What a moderator covered must not be guessed by searching for it.
    .where('moderated.rendition', 'is', null)
    .where('input.id', 'in', found)
    .$if(before !== undefined, (query) => query.where('input.number', '<', before ?? 0))
    .orderBy('input.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ number }) => number)
}

function matchOnSqlite(consultationId: string, stems: string[]) {
  const words = [consultationWord(consultationId), ...stems].map((word) => `"${word}"`).join(' AND ')
  return sql<string>`(select input_id from input_words where input_words match ${`${words} *`})`
}

function matchOnPostgres(consultationId: string, stems: string[]) {
  const words = [consultationWord(consultationId), ...stems].map((word) => `'${word}'`).join(' & ')
  return sql<string>`(select input_id from input_search
    where to_tsvector('simple', stems) @@ to_tsquery('simple', ${`${words}:*`}))`
}

/** Inputs that may be alike, the latest first, with their signatures. */
export async function listAlikeCandidates(
  db: Database,
  consultationId: string,
  bands: string[],
  limit: number,
): Promise<{ inputId: string; number: number; blockId: string | null; minhash: string }[]> {
  return db
    .selectFrom('input')
    .innerJoin('inputSignature', 'inputSignature.inputId', 'input.id')
    .innerJoin('moderated', (join) =>
      join.onRef('moderated.subjectId', '=', 'input.id').on('moderated.subjectKind', '=', 'input'),
    )
    .leftJoin('inputSupport', 'inputSupport.inputId', 'input.id')
    .select(['input.id as inputId', 'input.number', 'input.blockId', 'inputSignature.minhash'])
    .where('input.id', 'in', (inner) =>
      inner
        .selectFrom('inputBand')
        .select('inputBand.inputId')
        .where('inputBand.consultationId', '=', consultationId)
        .where('inputBand.band', 'in', bands),
    )
    .where('moderated.state', '=', 'shown')
    .where('moderated.rendition', 'is', null)
    .where('inputSupport.inputId', 'is', null)
    .orderBy('input.number', 'desc')
    .limit(limit)
    .execute()
}

/** Signatures of a consultation's inputs behind a number, in their order; of one passage, or of all. */
export function listSignatures(
  db: Database,
  consultationId: string,
  { blockId, open, after, limit }: { blockId?: string | null; open: boolean; after: number; limit: number },
): Promise<{ id: string; number: number; minhash: string | null; supportedId: string | null }[]> {
  return db
    .selectFrom('input')
    .leftJoin('inputSignature', 'inputSignature.inputId', 'input.id')
    .leftJoin('inputSupport', 'inputSupport.inputId', 'input.id')
    .select(['input.id', 'input.number', 'inputSignature.minhash', 'inputSupport.supportedId'])
    .where('input.consultationId', '=', consultationId)
    .where('input.number', '>', after)
    .$if(blockId !== undefined, (query) => query.where('input.blockId', blockId === null ? 'is' : '=', blockId ?? null))
    .$if(open, (query) => query.where('input.outcomeId', 'is', null).where('input.bundleId', 'is', null))
    .orderBy('input.number')
    .limit(limit)
    .execute()
}
