/** What answering needs to know at once: how far it has come, what still waits, and whom there is something to tell. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_tally')
    .addColumn('tally_of', 'text', (column) => column.primaryKey().notNull().references('consultation.id'))
    .addColumn('considered', 'integer', (column) => column.notNull())
    .addColumn('answered', 'integer', (column) => column.notNull())
    .addColumn('objected', 'integer', (column) => column.notNull())
    .execute()
  await sql`create index input_waiting on input (consultation_id, number) where outcome_id is null`.execute(db)
  await db.schema.createIndex('input_owner').on('input').columns(['consultation_id', 'owner_account']).execute()
  await db.schema.createIndex('input_tag_of').on('input_tag').column('tag').execute()
  await db.schema
    .createTable('input_news')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('news_of', 'text', (column) => column.notNull().references('input.id'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('digest', 'text')
    .execute()
  await sql`create index input_news_untold on input_news (news_of) where digest is null`.execute(db)
  await db.schema.createIndex('input_news_digest').on('input_news').column('digest').execute()
}
