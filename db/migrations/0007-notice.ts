import type { Kysely } from 'kysely'

/** Mail that waits to be sent, who gets each day's head, and which node does a job at the moment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('once', 'text', (column) => column.unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('handed_at', 'text')
    .execute()
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'due_at']).execute()
  await db.schema
    .createTable('head_subscription')
    .addColumn('account_id', 'text', (column) => column.primaryKey().references('account.id'))
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('told_until', 'text', (column) => column.notNull())
    .execute()
}
