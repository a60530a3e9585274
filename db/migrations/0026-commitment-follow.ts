/** "This isn't done": what people say of a promise and what its owner answers; steps and cost; and who was reminded of what. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['steps', 'cost']) {
    await db.schema.alterTable('commitment').addColumn(column, 'text').execute()
  }
  await db.schema
    .createTable('commitment_dispute')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('commitment_id', 'text', (column) => column.notNull().references('commitment.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('receipt_hash', 'text', (column) => column.notNull().unique())
    .addColumn('tag', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addUniqueConstraint('commitment_dispute_number', ['commitment_id', 'number'])
    .execute()
  await db.schema
    .createTable('commitment_reminder')
    .addColumn('commitment_id', 'text', (column) => column.notNull().references('commitment.id'))
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('moment', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('commitment_reminder_key', ['commitment_id', 'due_on', 'moment'])
    .execute()
}
