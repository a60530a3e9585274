/** What comes after a meeting, and triggers under which a signed record can't be changed by way of the program. */
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'
import { needed, ofMeeting } from './0020-musyawarah-columns.ts'

export async function createRecords(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await ofMeeting(db, 'correction')
    .addColumn('number', 'integer', needed)
    .addColumn('attendance_id', 'text', (column) => column.notNull().references('attendance.id'))
    .addColumn('item_id', 'text', (column) => column.references('agenda_item.id'))
    .addColumn('text', 'text', needed)
    .addColumn('outcome', 'text')
    .addColumn('reason', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('at', 'text', needed)
    .addUniqueConstraint('correction_number', ['meeting_id', 'number'])
    .execute()
  await ofMeeting(db, 'dissent')
    .addColumn('number', 'integer', needed)
    .addColumn('decision_id', 'text', (column) => column.references('decision.id'))
    .addColumn('attendance_id', 'text', (column) => column.references('attendance.id'))
    .addColumn('who', 'text', needed)
    .addColumn('text', 'text', needed)
    .addColumn('at', 'text', needed)
    .addUniqueConstraint('dissent_number', ['meeting_id', 'number'])
    .execute()
  await createRecord(db)
  for (const statement of engine === 'sqlite' ? guardsOnSqlite() : guardsOnPostgres()) {
    await sql.raw(statement).execute(db)
  }
}

async function createRecord(db: Kysely<unknown>): Promise<void> {
  await ofMeeting(db, 'meeting_record')
    .addColumn('part', 'integer', needed)
    .addColumn('number', 'text', needed)
    .addColumn('signed_on', 'text', needed)
    .addColumn('data', 'text', needed)
    .addColumn('data_hash', 'text', needed)
    .addColumn('file_hash', 'text', needed)
    .addColumn('file_name', 'text', needed)
    .addColumn('locked_by', 'text', needed)
    .addColumn('locked_at', 'text', needed)
    .addUniqueConstraint('meeting_record_part', ['meeting_id', 'part'])
    .execute()
  await db.schema
    .createTable('record_signature')
    .addColumn('record_id', 'text', (column) => column.notNull().references('meeting_record.id'))
    .addColumn('position', 'integer', needed)
    .addColumn('office', 'text', needed)
    .addColumn('name', 'text', needed)
    .addPrimaryKeyConstraint('record_signature_key', ['record_id', 'position'])
    .execute()
  await db.schema
    .createTable('record_mask')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('record_id', 'text', (column) => column.notNull().references('meeting_record.id'))
    .addColumn('field', 'text', needed)
    .addColumn('shown', 'text', needed)
    .addColumn('reason', 'text', needed)
    .addColumn('by_account', 'text', needed)
    .addColumn('at', 'text', needed)
    .execute()
}

const REFUSAL = 'a signed record is never changed'
const LOCKED = ['meeting_record', 'record_signature']

/** As for the ledger: on SQLite `insert or replace` fires no trigger of deleting, so an insert over an old key is refused. */
function guardsOnSqlite(): string[] {
  const refuse = `begin select raise(abort, '${REFUSAL}'); end`
  return [
    ...LOCKED.flatMap((table) => [
      `create trigger ${table}_no_update before update on ${table} ${refuse}`,
      `create trigger ${table}_no_delete before delete on ${table} ${refuse}`,
    ]),
    `create trigger meeting_record_no_replace before insert on meeting_record when exists (select 1 from meeting_record
       where id = new.id or (meeting_id = new.meeting_id and part = new.part)) ${refuse}`,
    `create trigger record_signature_no_replace before insert on record_signature when exists (select 1
       from record_signature where record_id = new.record_id and position = new.position) ${refuse}`,
  ]
}

function guardsOnPostgres(): string[] {
  return [
    `create function refuse_record_change() returns trigger language plpgsql
       as $$ begin raise exception '${REFUSAL}'; end $$`,
    ...LOCKED.map(
      (table) => `create trigger ${table}_no_change before update or delete or truncate on ${table}
       for each statement execute function refuse_record_change()`,
    ),
  ]
}
