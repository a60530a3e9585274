import type { Kysely } from 'kysely'

/** Public policies: what they are, what happened to them, how they are explained, and how they were evaluated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policy')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('topics', 'text', (column) => column.notNull())
    .addColumn('initiator', 'text', (column) => column.notNull())
    .addColumn('enactor', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('institution_id', 'text', (column) => column.references('institution.id'))
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('evaluation_due_on', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('policy_region').on('policy').column('region_code').execute()
  await db.schema
    .createTable('policy_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policy.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('legal_number', 'text')
    .addColumn('note', 'text')
    .addColumn('by_account', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addUniqueConstraint('policy_event_number', ['policy_id', 'number'])
    .execute()
  await createExplanations(db)
  await createEvaluations(db)
}

async function createExplanations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policy_stage')
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policy.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('explanation', 'text', (column) => column.notNull())
    .addColumn('watched_by', 'text')
    .addPrimaryKeyConstraint('policy_stage_key', ['policy_id', 'position'])
    .execute()
  await db.schema
    .createTable('policy_question')
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policy.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('policy_question_key', ['policy_id', 'position'])
    .execute()
}

async function createEvaluations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policy_survey')
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policy.id'))
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('moment', 'text', (column) => column.notNull())
    .addColumn('by_account', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('policy_survey_key', ['policy_id', 'survey_id'])
    .execute()
  await db.schema
    .createTable('policy_evaluation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('policy_id', 'text', (column) => column.notNull().references('policy.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text')
    .addColumn('finding', 'text')
    .addColumn('evidence_url', 'text')
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addUniqueConstraint('policy_evaluation_number', ['policy_id', 'number'])
    .execute()
}
