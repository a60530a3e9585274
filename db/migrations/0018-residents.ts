/**
 * Accounts of residents, apart from those of staff; the language in which writers are told what came of their words; and
 * the names of organisations among the texts that moderators look at.
 */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccounts(db)
  await db.schema.alterTable('input').addColumn('locale', 'text').execute()
  await db.schema.alterTable('moderated').addColumn('author_locale', 'text').execute()
  await db.schema.alterTable('account').addColumn('locale', 'text').execute()
  await sql`create index input_of_account on input (account_id, arrived_at, id) where account_id is not null`.execute(
    db,
  )
  // Before the bytes of a file go, everything that could hold them is asked.
  await sql`create index input_file on input (file_hash) where file_hash is not null`.execute(db)
  await handOverNames(db)
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('resident')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('resident_session')
    .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('resident_id', 'text', (column) => column.notNull().references('resident.id'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('resident_session_of').on('resident_session').column('resident_id').execute()
  await db.schema
    .createTable('resident_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('resident_link_of').on('resident_link').column('email').execute()
}

/** Names that are shown already stay shown, and can be reported from now on. */
async function handOverNames(db: Kysely<unknown>): Promise<void> {
  await sql`insert into moderated
    (id, subject_kind, subject_id, region_code, institution_path, text, path, title, state, author_email, arrived_at)
    select organisation.id, 'organisation', organisation.id, consultation.region_code, institution.path, organisation.name,
      '/konsultasi/' || consultation.slug || '/masukan', consultation.title, 'shown', organisation.email,
      organisation.submitted_at
    from organisation
    join consultation on consultation.id = organisation.consultation_id
    left join institution on institution.id = consultation.institution_id
    where organisation.submitted_at is not null`.execute(db)
}
