import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createEntries(db)
  await createHeads(db)
  for (const statement of engine === 'sqlite' ? guardsOnSqlite() : guardsOnPostgres())
    await sql.raw(statement).execute(db)
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('seq', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('on_date', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull().unique())
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
}

async function createHeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('head')
    .addColumn('on_date', 'text', (column) => column.primaryKey().notNull())
    .addColumn('seq', 'integer', (column) => column.notNull().references('entry.seq'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .execute()
}

const REFUSAL = 'the ledger is append-only'

/**
 * On SQLite `insert or replace` removes the old row without firing delete triggers, so an insert over an old key is refused too.
 * Of a field only two things may change: it may be opened, and its value and salt may be erased together.
 */
function guardsOnSqlite(): string[] {
  const guard = (name: string, when: string) =>
    `create trigger ${name} ${when} begin select raise(abort, '${REFUSAL}'); end`
  return [
    guard('entry_no_update', 'before update on entry'),
    guard('entry_no_delete', 'before delete on entry'),
    guard(
      'entry_no_replace',
      `before insert on entry when exists (select 1 from entry
         where seq = new.seq or hash = new.hash or previous = new.previous)`,
    ),
    guard('head_no_update', 'before update on head'),
    guard('head_no_delete', 'before delete on head'),
    guard('head_no_replace', 'before insert on head when exists (select 1 from head where on_date = new.on_date)'),
    guard('entry_field_no_delete', 'before delete on entry_field'),
    guard(
      'entry_field_no_replace',
      'before insert on entry_field when exists (select 1 from entry_field where seq = new.seq and name = new.name)',
    ),
    guard(
      'entry_field_no_update',
      `before update on entry_field when new.seq is not old.seq or new.name is not old.name
         or new.digest is not old.digest or new.open < old.open
         or not ((new.salt is old.salt and new.value is old.value) or (new.salt is null and new.value is null))`,
    ),
  ]
}

function guardsOnPostgres(): string[] {
  const guard = (table: string, acts: string) =>
    `create trigger ${table}_append_only before ${acts} on ${table} for each statement execute function refuse_ledger_change()`
  return [
    `create function refuse_ledger_change() returns trigger language plpgsql as
       $$ begin raise exception '${REFUSAL}'; end $$`,
    guard('entry', 'update or delete or truncate'),
    guard('head', 'update or delete or truncate'),
    guard('entry_field', 'delete or truncate'),
    `create trigger entry_field_narrow before update on entry_field for each row
       when (new.seq is distinct from old.seq or new.name is distinct from old.name
         or new.digest is distinct from old.digest or new.open < old.open
         or not ((new.salt is not distinct from old.salt and new.value is not distinct from old.value)
           or (new.salt is null and new.value is null)))
       execute function refuse_ledger_change()`,
  ]
}
