/**
 * What inputs are found by stands in one row each: storing one touched nine pages in places of their own for its bands and
 * its signature. Bands are words that are looked up like any other, and a signature is bytes.
 */
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

const ROWS_AT_ONCE = 500

interface Tables {
  input_search: { input_id: string; consultation_id: string; stems: string; bands: string; minhash: Uint8Array | null }
  input_signature: { input_id: string; minhash: string }
}

export async function up(anyDb: Kysely<unknown>, engine: Engine): Promise<void> {
  const db = anyDb as Kysely<Tables>
  await db.schema
    .alterTable('input_search')
    .addColumn('bands', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('input_search')
    .addColumn('minhash', engine === 'sqlite' ? sql`blob` : 'bytea')
    .execute()
  await carryBands(db)
  await (engine === 'sqlite' ? carrySignaturesOnSqlite(db) : carrySignaturesOnPostgres(db))
  await db.schema.dropTable('input_band').execute()
  await db.schema.dropTable('input_signature').execute()
  await (engine === 'sqlite' ? indexOnSqlite(db) : indexOnPostgres(db))
}

/** "0.k3f9z" becomes the word b0k3f9z, behind the consultation's own word. */
async function carryBands(db: Kysely<Tables>): Promise<void> {
  await sql`update input_search set bands = 'c' || consultation_id || ' ' || banded.words
    from (select input_id, string_agg('b' || replace(band, '.', ''), ' ' order by band) as words
      from input_band group by input_id) as banded
    where banded.input_id = input_search.input_id`.execute(db)
}

/** From base 64, which SQLite can't read, to the bytes that it stood for. */
async function carrySignaturesOnSqlite(db: Kysely<Tables>): Promise<void> {
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('input_signature')
      .selectAll()
      .where('input_id', '>', last)
      .orderBy('input_id')
      .limit(ROWS_AT_ONCE)
      .execute()
    if (rows.length === 0) return
    for (const { input_id, minhash } of rows) {
      const bytes = Buffer.from(minhash, 'base64')
      await db.updateTable('input_search').set({ minhash: bytes }).where('input_id', '=', input_id).execute()
    }
    last = rows.at(-1)?.input_id ?? ''
  }
}

async function carrySignaturesOnPostgres(db: Kysely<Tables>): Promise<void> {
  await sql`update input_search set minhash = decode(signed.minhash, 'base64')
    from input_signature as signed where signed.input_id = input_search.input_id`.execute(db)
}

/** As before, with a column more. What is deleted is overwritten in the index too. */
async function indexOnSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`drop trigger input_search_added`.execute(db)
  await sql`drop table input_words`.execute(db)
  await sql`create virtual table input_words
    using fts5 (input_id unindexed, stems, bands, tokenize = 'unicode61 remove_diacritics 0')`.execute(db)
  await sql`insert into input_words (input_words, rank) values ('secure-delete', 1)`.execute(db)
  await sql`insert into input_words (input_id, stems, bands) select input_id, stems, bands from input_search`.execute(
    db,
  )
  await sql`create trigger input_search_added after insert on input_search begin
    insert into input_words (input_id, stems, bands) values (new.input_id, new.stems, new.bands);
  end`.execute(db)
}

async function indexOnPostgres(db: Kysely<Tables>): Promise<void> {
  await sql`create index input_search_bands on input_search using gin (to_tsvector('simple', bands))`.execute(db)
}
