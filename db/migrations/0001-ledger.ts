import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('on_date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .execute()
  await db.schema.createIndex('entry_subject').on('entry').columns(['subject', 'seq']).execute()
  await db.schema.createIndex('entry_on_date').on('entry').columns(['on_date', 'seq']).execute()
  await db.schema
    .createTable('entry_field')
    .addColumn('seq', 'integer', (column) => column.notNull().references('entry.seq'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('salt', 'text')
    .addColumn('value', 'text')
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('open', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_field_key', ['seq', 'name'])
    .execute()
  await db.schema
    .createTable('head')
    .addColumn('on_date', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .execute()
  await (engine === 'sqlite' ? refuseChangesOnSqlite(db) : refuseChangesOnPostgres(db))
}

async function refuseChangesOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const act of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger entry_no_${act} before ${act} on entry begin select raise(abort, 'the ledger is append-only'); end`,
      )
      .execute(db)
  }
}

async function refuseChangesOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create function refuse_ledger_change() returns trigger language plpgsql as
       $$ begin raise exception 'the ledger is append-only'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger entry_append_only before update or delete or truncate on entry
       for each statement execute function refuse_ledger_change()`,
    )
    .execute(db)
}
