/** Acts in the hall under the key of their sender, so that one sent twice is done once; texts that were put together; photographs. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_act')
    .addColumn('meeting_id', 'text', (column) => column.notNull().references('meeting.id'))
    .addColumn('client_key', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meeting_act_key', ['meeting_id', 'client_key'])
    .execute()
  await db.schema.alterTable('minute_text').addColumn('merged', 'text').execute()
  await db.schema.alterTable('meeting_file').addColumn('caption', 'text').execute()
}
