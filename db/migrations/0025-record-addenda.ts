/** Delegates whom a meeting sends on; and masks of a signed record, which are added to and never changed. */
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'
import { needed, ofMeeting } from './0020-musyawarah-columns.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await ofMeeting(db, 'delegate')
    .addColumn('number', 'integer', needed)
    .addColumn('name', 'text', needed)
    .addColumn('office', 'text')
    .addColumn('group_id', 'text')
    .addColumn('sex', 'text')
    .addColumn('named', 'integer', needed)
    .addColumn('at', 'text', needed)
    .addUniqueConstraint('delegate_number', ['meeting_id', 'number'])
    .execute()
  await db.schema.createIndex('record_mask_record').on('record_mask').column('record_id').execute()
  for (const statement of engine === 'sqlite' ? GUARDS_ON_SQLITE : GUARDS_ON_POSTGRES) {
    await sql.raw(statement).execute(db)
  }
}

const REFUSE = `begin select raise(abort, 'a signed record is never changed'); end`

const GUARDS_ON_SQLITE = [
  `create trigger record_mask_no_update before update on record_mask ${REFUSE}`,
  `create trigger record_mask_no_delete before delete on record_mask ${REFUSE}`,
  `create trigger record_mask_no_replace before insert on record_mask
     when exists (select 1 from record_mask where id = new.id) ${REFUSE}`,
]

const GUARDS_ON_POSTGRES = [
  `create trigger record_mask_no_change before update or delete or truncate on record_mask
     for each statement execute function refuse_record_change()`,
]
