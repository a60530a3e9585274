import type { Kysely } from 'kysely'

/**
 * Roles get a start and an end, accounts a second step. Sessions are made anew: those of before knew no second step, so
 * everyone signs in once more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('role_grant').addColumn('starts_at', 'text').execute()
  await db.schema.alterTable('role_grant').addColumn('ends_at', 'text').execute()
  await db.schema.dropTable('session').execute()
  await db.schema
    .createTable('session')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('lacks', 'text')
    .addColumn('offered_secret', 'text')
    .execute()
  await db.schema.createIndex('session_account').on('session').column('account_id').execute()
  await createSecondStep(db)
}

async function createSecondStep(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account_totp')
    .addColumn('account_id', 'text', (column) => column.primaryKey().references('account.id'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('last_step', 'integer', (column) => column.notNull())
    .addColumn('set_up_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('recovery_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .execute()
  await db.schema.createIndex('recovery_code_account').on('recovery_code').column('account_id').execute()
  await db.schema
    .createTable('totp_reset')
    .addColumn('account_id', 'text', (column) => column.primaryKey().references('account.id'))
    .addColumn('asked_by', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .execute()
}
