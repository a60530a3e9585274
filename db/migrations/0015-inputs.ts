/**
 * What inputs are found by: their stems, and bands under which alike ones meet; and who supports whom. All but the last is
 * made from the inputs and goes with them.
 */
import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const clustered = <T extends string>(table: CreateTableBuilder<T>) =>
    engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
  await db.schema
    .createTable('input_search')
    .addColumn('input_id', 'text', (column) => column.primaryKey().notNull().references('input.id'))
    .addColumn('consultation_id', 'text', (column) => column.notNull().references('consultation.id'))
    .addColumn('stems', 'text', (column) => column.notNull())
    .execute()
  await (engine === 'sqlite' ? indexStemsOnSqlite(db) : indexStemsOnPostgres(db))
  await db.schema
    .createTable('input_signature')
    .addColumn('input_id', 'text', (column) => column.primaryKey().notNull().references('input.id'))
    .addColumn('minhash', 'text', (column) => column.notNull())
    .execute()
  await clustered(
    db.schema
      .createTable('input_band')
      .addColumn('consultation_id', 'text', (column) => column.notNull())
      .addColumn('band', 'text', (column) => column.notNull())
      .addColumn('input_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('input_band_key', ['consultation_id', 'band', 'input_id']),
  ).execute()
  await db.schema
    .createTable('input_support')
    .addColumn('input_id', 'text', (column) => column.primaryKey().notNull().references('input.id'))
    .addColumn('supported_id', 'text', (column) => column.notNull().references('input.id'))
    .execute()
  await db.schema.createIndex('input_support_of').on('input_support').column('supported_id').execute()
}

/** The stems are words already: split at spaces, and nothing more. What is deleted is overwritten in the index too. */
async function indexStemsOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table input_words using fts5 (input_id unindexed, stems, tokenize = 'unicode61 remove_diacritics 0')`.execute(
    db,
  )
  await sql`insert into input_words (input_words, rank) values ('secure-delete', 1)`.execute(db)
  await sql`create trigger input_search_added after insert on input_search begin
    insert into input_words (input_id, stems) values (new.input_id, new.stems);
  end`.execute(db)
  await sql`create trigger input_search_gone after delete on input_search begin
    delete from input_words where input_id = old.input_id;
  end`.execute(db)
}

async function indexStemsOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create index input_search_words on input_search using gin (to_tsvector('simple', stems))`.execute(db)
}
