import type { Kysely } from 'kysely'

/** Filters of the desk of those who answer, each under a name that its account gave it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_filter')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('consultation_id', 'text', (column) => column.notNull().references('consultation.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('filter', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_filter_key', ['account_id', 'consultation_id', 'name'])
    .execute()
}
