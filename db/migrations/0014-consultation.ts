/**
 * Public consultation: needs, drafts in blocks and their versions, inputs and what came of them. What belongs to modules
 * on the left (policies, files, stakeholder groups, accounts) is named by its id alone.
 */
import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'
import { createBundles, createOrganisations, createOutcomes } from './0014-consultation-answers.ts'

const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull()
const needed = (column: ColumnDefinitionBuilder) => column.notNull()
const none = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0)
const ofConsultation = (column: ColumnDefinitionBuilder) => column.notNull().references('consultation.id')

export async function up(db: Kysely<unknown>): Promise<void> {
  await createConsultations(db)
  await createNeeds(db)
  await createDrafts(db)
  await createInputs(db)
  await createBundles(db)
  await createOutcomes(db)
  await createOrganisations(db)
}

async function createConsultations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consultation')
    .addColumn('id', 'text', key)
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', needed)
    .addColumn('summary', 'text', needed)
    .addColumn('about', 'text', needed)
    .addColumn('policy_id', 'text')
    .addColumn('need_none_reason', 'text')
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('institution_id', 'text', (column) => column.references('institution.id'))
    .addColumn('unit_ids', 'text', needed)
    .addColumn('groups', 'text', needed)
    .addColumn('premoderated', 'integer', none)
    .addColumn('answer_by', 'text', needed)
    .addColumn('inputs_taken', 'integer', none)
    .addColumn('preview_key', 'text', needed)
    .addColumn('copied_from', 'text')
    .addColumn('created_by', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('announced_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('closing_reason', 'text')
    .addColumn('closed_by', 'text')
    .execute()
  await db.schema.createIndex('consultation_region').on('consultation').columns(['region_code', 'answer_by']).execute()
  await db.schema.createIndex('consultation_policy').on('consultation').column('policy_id').execute()
  await db.schema
    .createTable('consultation_phase')
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('phase', 'text', needed)
    .addColumn('starts_on', 'text', needed)
    .addColumn('ends_on', 'text')
    .addPrimaryKeyConstraint('consultation_phase_key', ['consultation_id', 'phase'])
    .execute()
  await db.schema
    .createTable('consultation_date_change')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('what', 'text', needed)
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('reason', 'text', needed)
    .addColumn('by_account', 'text', needed)
    .addColumn('at', 'text', needed)
    .execute()
  await db.schema
    .createIndex('consultation_date_change_of')
    .on('consultation_date_change')
    .columns(['consultation_id', 'at'])
    .execute()
  await db.schema
    .createTable('consultation_file')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('file_hash', 'text', needed)
    .addColumn('name', 'text', needed)
    .addColumn('position', 'integer', needed)
    .addUniqueConstraint('consultation_file_once', ['consultation_id', 'file_hash'])
    .execute()
}

async function createNeeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('need')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('statement', 'text', needed)
    .addColumn('position', 'integer', needed)
    .execute()
  await db.schema.createIndex('need_of').on('need').columns(['consultation_id', 'position']).execute()
  await db.schema
    .createTable('need_stance')
    .addColumn('id', 'text', key)
    .addColumn('need_id', 'text', (column) => column.notNull().references('need.id'))
    .addColumn('stance', 'text', needed)
    .addColumn('reason', 'text')
    .addColumn('receipt_hash', 'text', (column) => column.notNull().unique())
    .addColumn('tag', 'text')
    .addColumn('arrived_at', 'text', needed)
    .execute()
  await db.schema.createIndex('need_stance_of').on('need_stance').columns(['need_id', 'stance', 'arrived_at']).execute()
  await db.schema
    .createTable('consultation_need')
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('need_id', 'text', (column) => column.notNull().references('need.id'))
    .addPrimaryKeyConstraint('consultation_need_key', ['consultation_id', 'need_id'])
    .execute()
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_version')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('number', 'integer', needed)
    .addColumn('note', 'text', needed)
    .addColumn('published_at', 'text')
    .addColumn('published_by', 'text')
    .addUniqueConstraint('draft_version_number', ['consultation_id', 'number'])
    .execute()
  // One that is being written, at most.
  await sql`create unique index draft_version_open on draft_version (consultation_id) where published_at is null`.execute(
    db,
  )
  await db.schema
    .createTable('draft_block')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .execute()
  await db.schema.createIndex('draft_block_of').on('draft_block').column('consultation_id').execute()
  await db.schema
    .createTable('block_text')
    .addColumn('version_id', 'text', (column) => column.notNull().references('draft_version.id'))
    .addColumn('block_id', 'text', (column) => column.notNull().references('draft_block.id'))
    .addColumn('position', 'integer', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('label', 'text', needed)
    .addColumn('text', 'text', needed)
    .addColumn('text_hash', 'text', needed)
    .addPrimaryKeyConstraint('block_text_key', ['version_id', 'position'])
    .addUniqueConstraint('block_text_once', ['version_id', 'block_id'])
    .execute()
  await db.schema.createIndex('block_text_of').on('block_text').column('block_id').execute()
}

async function createInputs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('input')
    .addColumn('id', 'text', key)
    .addColumn('consultation_id', 'text', ofConsultation)
    .addColumn('number', 'integer', needed)
    .addColumn('block_id', 'text', (column) => column.references('draft_block.id'))
    .addColumn('version_id', 'text', (column) => column.references('draft_version.id'))
    .addColumn('quoted', 'text')
    .addColumn('stance', 'text')
    .addColumn('text', 'text', needed)
    .addColumn('proposal', 'text')
    .addColumn('group_id', 'text')
    .addColumn('file_hash', 'text')
    .addColumn('file_name', 'text')
    .addColumn('via', 'text', needed)
    .addColumn('entered_by', 'text')
    .addColumn('provenance', 'text')
    .addColumn('organisation_id', 'text')
    .addColumn('email', 'text')
    .addColumn('account_id', 'text')
    .addColumn('owner_account', 'text')
    .addColumn('receipt_hash', 'text', (column) => column.notNull().unique())
    .addColumn('tag', 'text')
    .addColumn('arrived_at', 'text', needed)
    .addColumn('bundle_id', 'text')
    .addColumn('outcome_id', 'text')
    .addColumn('erased_at', 'text')
    .addUniqueConstraint('input_number', ['consultation_id', 'number'])
    .execute()
  await db.schema.createIndex('input_block').on('input').columns(['consultation_id', 'block_id', 'number']).execute()
  await db.schema.createIndex('input_bundle').on('input').column('bundle_id').execute()
  await db.schema.createIndex('input_outcome').on('input').columns(['consultation_id', 'outcome_id']).execute()
  await sql`create index input_account on input (account_id) where account_id is not null`.execute(db)
  await db.schema
    .createTable('input_tag')
    .addColumn('input_id', 'text', (column) => column.notNull().references('input.id'))
    .addColumn('tag', 'text', needed)
    .addPrimaryKeyConstraint('input_tag_key', ['input_id', 'tag'])
    .execute()
  await db.schema
    .createTable('input_note')
    .addColumn('id', 'text', key)
    .addColumn('input_id', 'text', (column) => column.notNull().references('input.id'))
    .addColumn('note', 'text', needed)
    .addColumn('by_account', 'text', needed)
    .addColumn('at', 'text', needed)
    .execute()
  await db.schema.createIndex('input_note_of').on('input_note').column('input_id').execute()
}
