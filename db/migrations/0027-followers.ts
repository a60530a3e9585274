import type { Kysely } from 'kysely'

/** Who wants to hear by mail what becomes of something public: of a policy, of a commitment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('follower')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.unique())
    .addColumn('confirmed_at', 'text')
    .execute()
  await db.schema
    .createIndex('follower_once')
    .on('follower')
    .columns(['kind', 'subject_id', 'email'])
    .unique()
    .execute()
}
