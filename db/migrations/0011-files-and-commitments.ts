/** Files by what is in them; and what was promised, with everything that happened to it since. */
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createFiles(db, engine)
  await createCommitments(db)
}

async function createFiles(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable('file')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('mime', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('file_part')
    .addColumn('file_hash', 'text', (column) => column.notNull().references('file.hash'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('bytes', engine === 'sqlite' ? sql`blob` : 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_part_key', ['file_hash', 'number'])
    .execute()
}

async function createCommitments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('commitment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('source_kind', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('source_title', 'text', (column) => column.notNull())
    .addColumn('source_path', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('institution_id', 'text', (column) => column.references('institution.id'))
    .addColumn('unit_id', 'text', (column) => column.references('unit.id'))
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('budget', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('commitment_source').on('commitment').columns(['source_kind', 'source_id']).execute()
  await db.schema.createIndex('commitment_region').on('commitment').columns(['region_code', 'due_on']).execute()
  await db.schema.createIndex('commitment_unit').on('commitment').columns(['unit_id', 'due_on']).execute()
  await db.schema
    .createTable('commitment_event')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('commitment_id', 'text', (column) => column.notNull().references('commitment.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('reason_code', 'text')
    .addColumn('evidence_text', 'text')
    .addColumn('evidence_url', 'text')
    .addColumn('evidence_file', 'text', (column) => column.references('file.hash'))
    .addColumn('evidence_file_name', 'text')
    .addColumn('due_before', 'text')
    .addColumn('due_after', 'text')
    .addColumn('by_account', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addUniqueConstraint('commitment_event_number', ['commitment_id', 'number'])
    .execute()
}
