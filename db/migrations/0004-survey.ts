import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createInstruments(db)
  await createSurveys(db)
  await createAnswers(db, engine)
  await createBatches(db)
  await createPublications(db)
  if (engine === 'postgres') await createIntake(db)
}

/**
 * Takes answers in behind the shared half of the intake's lock, in one call: each statement of a function sees what was
 * committed before it, so a survey handed in while the lock was waited for takes nothing more.
 */
async function createIntake(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create function take_answers(locks bigint[], arrivals jsonb) returns setof text language plpgsql as $$
       declare fresh text[];
       begin
         perform pg_advisory_xact_lock_shared(key) from unnest(locks) as key;
         with stored as (
           insert into receipt (hash, receipt_of, tag)
           select a.hash, a.survey, a.tag
           from jsonb_to_recordset(arrivals) as a(hash text, survey text, tag text)
           join survey s on s.id = a.survey and s.handed_in_at is null
           order by a.hash
           on conflict do nothing
           returning receipt.hash
         ) select array_agg(stored.hash) into fresh from stored;
         insert into answer (id, answered_survey, scores, profile, comment)
         select a.id, a.survey, a.scores, a.profile, a.comment
         from jsonb_to_recordset(arrivals)
           as a(hash text, id text, survey text, scores text, profile text, comment text)
         where a.hash = any(fresh)
         order by a.id;
         return query select unnest(fresh);
       end $$`,
    )
    .execute(db)
}

async function createInstruments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instrument')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull().unique())
    .addUniqueConstraint('instrument_version', ['key', 'version'])
    .execute()
}

async function createSurveys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('short_code', 'text', (column) => column.notNull().unique())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('service_id', 'text', (column) => column.references('service.id'))
    .addColumn('instrument_id', 'text', (column) => column.notNull().references('instrument.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .addColumn('served', 'integer')
    .addColumn('sample_mode', 'text', (column) => column.notNull())
    .addColumn('weight', 'text', (column) => column.notNull())
    .addColumn('show_while_open', 'integer', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('opened_at', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('handed_in_by', 'text')
    .addColumn('handed_in_at', 'text')
    .addColumn('published_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .execute()
  await db.schema.createIndex('survey_unit').on('survey').columns(['unit_id', 'starts_at']).execute()
  await db.schema.createIndex('survey_region').on('survey').columns(['region_code', 'ends_at']).execute()
}

async function createAnswers(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const clustered = <T extends string>(table: CreateTableBuilder<T>) =>
    engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
  await clustered(
    db.schema
      .createTable('answer')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('answered_survey', 'text', (column) => column.notNull())
      .addColumn('sealed_in', 'text')
      .addColumn('scores', 'text', (column) => column.notNull())
      .addColumn('profile', 'text')
      .addColumn('comment', 'text')
      .addColumn('salts', 'text')
      .addColumn('erased', 'text')
      .addColumn('commitment', 'text'),
  ).execute()
  await clustered(
    db.schema
      .createTable('receipt')
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('receipt_of', 'text', (column) => column.notNull())
      .addColumn('counted_in', 'text')
      .addColumn('tag', 'text'),
  ).execute()
  // Only what waits is indexed: the sealed millions cost the intake nothing.
  await sql`create index answer_waiting on answer (answered_survey) where sealed_in is null`.execute(db)
  await sql`create index receipt_waiting on receipt (receipt_of) where counted_in is null`.execute(db)
  await sql`create index answer_sealed on answer (sealed_in, commitment) where sealed_in is not null`.execute(db)
  // Files for the public leave in orders of their own: scores by random id over all batches, comments by commitment.
  await sql`create index answer_scores on answer (answered_survey, id) where sealed_in is not null`.execute(db)
  // Of sealed rows alone: an index keeps for a while where a row once stood, and so whether it had a comment.
  await sql`create index answer_comments on answer (answered_survey, commitment)
    where comment is not null and sealed_in is not null`.execute(db)
  await sql`create index receipt_counted on receipt (counted_in, hash) where counted_in is not null`.execute(db)
}

async function createBatches(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('batch')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('sealed_on', 'text')
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addColumn('receipts', 'integer', (column) => column.notNull())
    .addColumn('receipts_root', 'text', (column) => column.notNull())
    .addColumn('answers_root', 'text', (column) => column.notNull())
    .addColumn('movement', 'text', (column) => column.notNull())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('opened', 'integer', (column) => column.notNull())
    .addColumn('touched_at', 'text')
    .execute()
  await db.schema.createIndex('batch_survey').on('batch').columns(['survey_id', 'number']).execute()
  await db.schema
    .createTable('tally')
    .addColumn('survey_id', 'text', (column) => column.primaryKey().references('survey.id'))
    .addColumn('answers', 'integer', (column) => column.notNull())
    .addColumn('batches', 'integer', (column) => column.notNull())
    .addColumn('integers', 'text', (column) => column.notNull())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('shown_answers', 'integer', (column) => column.notNull())
    .addColumn('shown_integers', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('answer_import')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('file_hash', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('batch_id', 'text', (column) => column.notNull())
    .addColumn('imported_by', 'text', (column) => column.notNull())
    .addColumn('imported_on', 'text', (column) => column.notNull())
    .addUniqueConstraint('answer_import_once', ['survey_id', 'file_hash'])
    .execute()
}

async function createPublications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publication')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('publication_version', ['survey_id', 'version'])
    .execute()
}
