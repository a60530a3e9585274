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
  bands: string[]
  minhash: Uint8Array | null
}

/** Words of an input's row begin with its consultation as one, so that a search stays within it. */
function consultationWord(consultationId: string): string {
  return `c${consultationId}`
}

export async function insertSearchables(db: Transaction, inputs: SearchableInput[]): Promise<void> {
  const rows = inputs.map(({ inputId, consultationId, stems, bands, minhash }) => {
    const word = consultationWord(consultationId)
    return {
      inputId,
      consultationId,
      stems: [word, ...stems].join(' '),
      bands: bands.length > 0 ? [word, ...bands].join(' ') : '',
      minhash,
    }
  })
  for (const some of chunks(rows, ROWS_AT_ONCE)) await db.insertInto('inputSearch').values(some).execute()
}

/** Leaves nothing by which the text could be found again. */
export async function deleteSearchable(db: Transaction, inputId: string): Promise<void> {
  await db.deleteFrom('inputSearch').where('inputId', '=', inputId).execute()
}

/** What is looked for: in which consultation, which stems, behind which number, and how many. */
interface Sought {
  consultationId: string
  stems: string[]
  before?: number | undefined
  limit: number
}

/** A word that thousands hold fills a page from so many of the latest; the index would find all of them first. */
const LATEST = 500

/**
 * Numbers of the shown inputs that have all the stems, the last one's beginning being enough; the latest first. Stems are
 * letters and digits alone.
 */
export async function searchInputs(db: Database, engine: Engine, sought: Sought): Promise<number[]> {
  const { consultationId, stems, before } = sought
  const end = before ?? (await lastNumber(db, consultationId)) + 1
  const among = findable(db, sought).where('input.number', '>=', end - LATEST)
  const latest = await among
    .innerJoin('inputSearch', 'inputSearch.inputId', 'input.id')
    .where((eb) => eb.and(stems.map(holdsStem)))
    .execute()
  const rows =
    latest.length === sought.limit
      ? latest
      : await findable(db, sought)
          .where('input.id', 'in', matching(engine, consultationId, stems))
          .execute()
  return rows.map(({ number }) => number)
}

function findable(db: Database, { consultationId, before, limit }: Sought) {
  return (
    db
      .selectFrom('input')
      .innerJoin('moderated', (join) =>
        join.onRef('moderated.subjectId', '=', 'input.id').on('moderated.subjectKind', '=', 'input'),
      )
      .select('input.number')
      .where('input.consultationId', '=', consultationId)
      .where('moderated.state', '=', 'shown')
      // What a moderator covered must not be guessed by searching for it.
      .where('moderated.rendition', 'is', null)
      .$if(before !== undefined, (query) => query.where('input.number', '<', before ?? 0))
      .orderBy('input.number', 'desc')
      .limit(limit)
  )
}

async function lastNumber(db: Database, consultationId: string): Promise<number> {
  const row = await db
    .selectFrom('input')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('consultationId', '=', consultationId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Asked of one row, as the index would find it: the last stem may go on. */
function holdsStem(stem: string, index: number, { length }: string[]) {
  return sql<boolean>`input_search.stems || ' ' like ${`% ${stem}${index === length - 1 ? '' : ' '}%`}`
}

function matching(engine: Engine, consultationId: string, stems: string[]) {
  return engine === 'postgres' ? matchOnPostgres(consultationId, stems) : matchOnSqlite(consultationId, stems)
}

function matchOnSqlite(consultationId: string, stems: string[]) {
  const words = [consultationWord(consultationId), ...stems].map((word) => `"${word}"`).join(' AND ')
  return sql<string>`(select input_id from input_words where input_words match ${`stems : (${words} *)`})`
}

function matchOnPostgres(consultationId: string, stems: string[]) {
  const words = [consultationWord(consultationId), ...stems].map((word) => `'${word}'`).join(' & ')
  return sql<string>`(select input_id from input_search
    where to_tsvector('simple', stems) @@ to_tsquery('simple', ${`${words}:*`}))`
}

/** Those that share a band. */
function meetingIn(engine: Engine, consultationId: string, bands: string[]) {
  const word = consultationWord(consultationId)
  return engine === 'postgres'
    ? sql<string>`(select input_id from input_search
        where to_tsvector('simple', bands) @@ to_tsquery('simple', ${`${word} & (${bands.join(' | ')})`}))`
    : sql<string>`(select input_id from input_words
        where input_words match ${`bands : (${word} AND (${bands.join(' OR ')}))`})`
}

/** Inputs that may be alike, the latest first, with their signatures. */
export async function listAlikeCandidates(
  db: Database,
  engine: Engine,
  consultationId: string,
  bands: string[],
  limit: number,
): Promise<{ inputId: string; number: number; blockId: string | null; minhash: Uint8Array | null }[]> {
  return db
    .selectFrom('input')
    .innerJoin('inputSearch', 'inputSearch.inputId', 'input.id')
    .innerJoin('moderated', (join) =>
      join.onRef('moderated.subjectId', '=', 'input.id').on('moderated.subjectKind', '=', 'input'),
    )
    .leftJoin('inputSupport', 'inputSupport.inputId', 'input.id')
    .select(['input.id as inputId', 'input.number', 'input.blockId', 'inputSearch.minhash'])
    .where('input.id', 'in', meetingIn(engine, consultationId, bands))
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
): Promise<{ id: string; number: number; minhash: Uint8Array | null; supportedId: string | null }[]> {
  return db
    .selectFrom('input')
    .leftJoin('inputSearch', 'inputSearch.inputId', 'input.id')
    .leftJoin('inputSupport', 'inputSupport.inputId', 'input.id')
    .select(['input.id', 'input.number', 'inputSearch.minhash', 'inputSupport.supportedId'])
    .where('input.consultationId', '=', consultationId)
    .where('input.number', '>', after)
    .$if(blockId !== undefined, (query) => query.where('input.blockId', blockId === null ? 'is' : '=', blockId ?? null))
    .$if(open, (query) => query.where('input.outcomeId', 'is', null).where('input.bundleId', 'is', null))
    .orderBy('input.number')
    .limit(limit)
    .execute()
}
