/** Answers from the counter: sheets of paper and who entered them, marks of how an answer came, and what was voided. */
import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema.alterTable('answer').addColumn('mark', 'text').execute()
  await db.schema.alterTable('tally').addColumn('marks', 'text').execute()
  await db.schema.alterTable('tally').addColumn('unflagged', 'text').execute()
  await createSheets(db, engine)
  await createTotals(db)
  if (engine === 'postgres') await replaceIntake(db)
}

async function createSheets(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const clustered = <T extends string>(table: CreateTableBuilder<T>) =>
    engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
  await clustered(
    db.schema
      .createTable('slip')
      .addColumn('sheet', 'text', (column) => column.primaryKey().notNull())
      .addColumn('slip_of', 'text', (column) => column.notNull().references('survey.id')),
  ).execute()
  await db.schema.createIndex('slip_survey').on('slip').column('slip_of').execute()
  await clustered(
    db.schema
      .createTable('desk_entry')
      .addColumn('sheet', 'text', (column) => column.primaryKey().notNull())
      .addColumn('desk_of', 'text', (column) => column.notNull().references('survey.id'))
      .addColumn('waiting_answer', 'text', (column) => column.notNull())
      .addColumn('waiting_receipt', 'text', (column) => column.notNull())
      .addColumn('held_on', 'text', (column) => column.notNull()),
  ).execute()
  await db.schema.createIndex('desk_entry_survey').on('desk_entry').column('desk_of').execute()
  await db.schema.createIndex('desk_entry_answer').on('desk_entry').column('waiting_answer').execute()
  await db.schema.createIndex('desk_entry_receipt').on('desk_entry').column('waiting_receipt').execute()
}

async function createTotals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_total')
    .addColumn('total_of', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_on', 'text', (column) => column.notNull())
    .addColumn('entered', 'integer', (column) => column.notNull())
    .addColumn('read_out', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_total_key', ['total_of', 'entered_by', 'entered_on'])
    .execute()
  await db.schema
    .createTable('voided_sheet')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('void_of', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('sheet', 'text', (column) => column.notNull())
    .addColumn('voided_receipt', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('voided_by', 'text', (column) => column.notNull())
    .addColumn('voided_on', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('voided_sheet_survey').on('voided_sheet').column('void_of').execute()
  await db.schema.createIndex('voided_sheet_receipt').on('voided_sheet').column('voided_receipt').execute()
}

/** As it was, and with the mark that an answer bears until it is sealed. */
async function replaceIntake(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create or replace function take_answers(locks bigint[], arrivals jsonb) returns setof text language plpgsql as $$
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
         insert into answer (id, answered_survey, scores, profile, comment, mark)
         select a.id, a.survey, a.scores, a.profile, a.comment, a.mark
         from jsonb_to_recordset(arrivals)
           as a(hash text, id text, survey text, scores text, profile text, comment text, mark text)
         where a.hash = any(fresh)
         order by a.id;
         return query select unnest(fresh);
       end $$`,
    )
    .execute(db)
}
