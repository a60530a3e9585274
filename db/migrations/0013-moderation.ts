/** Stakeholder groups, and what is decided about texts that the public reads. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createGroups(db)
  await createTexts(db)
  await createActs(db)
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stakeholder_group')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('name_id', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('region_code', 'text', (column) => column.references('region.code'))
    .addColumn('retired_on', 'text')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await db.schema.createIndex('stakeholder_group_region').on('stakeholder_group').column('region_code').execute()
  await db.schema
    .createTable('group_set_aside')
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('group_id', 'text', (column) => column.notNull().references('stakeholder_group.id'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_set_aside_key', ['region_code', 'group_id'])
    .execute()
  await db.schema
    .createTable('stakeholder_group_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('stakeholder_group.id'))
    .addColumn('region_code', 'text', (column) => column.references('region.code'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('by_account', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('stakeholder_group_change_at')
    .on('stakeholder_group_change')
    .columns(['at', 'id'])
    .execute()
  for (const [position, [key, id, en]] of FIRST_GROUPS.entries()) {
    await sql`insert into stakeholder_group (id, key, name_id, name_en, position)
      values (${key}, ${key}, ${id}, ${en}, ${position + 1})`.execute(db)
  }
}

const FIRST_GROUPS = [
  ['residents', 'Warga', 'Residents'],
  ['service-users', 'Pengguna layanan', 'Service users'],
  ['civil-servants', 'ASN dan organisasinya', 'Civil servants and their bodies'],
  ['professional', 'Organisasi profesi', 'Professional organisations'],
  ['experts', 'Akademisi dan ahli', 'Academics and experts'],
  ['civil-society', 'Organisasi masyarakat sipil', 'Civil society organisations'],
  ['media', 'Media', 'Media'],
  ['business', 'Dunia usaha', 'Business'],
  ['observers', 'Pengamat dan pihak ketiga independen', 'Observers and independent third parties'],
] as const

/** A row for each text the public may read: small, and in the index of what waits only while it waits. */
async function createTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('moderated')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('institution_path', 'text')
    .addColumn('unit_id', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('rendition', 'text')
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('held_for', 'text')
    .addColumn('author_code', 'text')
    .addColumn('author_email', 'text')
    .addColumn('arrived_at', 'text', (column) => column.notNull())
    .addColumn('promised_by', 'text')
    .addColumn('waiting', 'text')
    .addColumn('waiting_since', 'text')
    .addColumn('reports', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('erased_at', 'text')
    .addUniqueConstraint('moderated_subject', ['subject_kind', 'subject_id'])
    .execute()
  await sql`create index moderated_waiting on moderated (waiting_since, id) where waiting is not null`.execute(db)
  await sql`create index moderated_author on moderated (author_code) where author_code is not null`.execute(db)
}

async function createActs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('text_report')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('moderated_id', 'text', (column) => column.notNull().references('moderated.id'))
    .addColumn('region_code', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .execute()
  await db.schema.createIndex('text_report_of').on('text_report').column('moderated_id').execute()
  await db.schema.createIndex('text_report_at').on('text_report').column('at').execute()
  await db.schema
    .createTable('verdict')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('moderated_id', 'text', (column) => column.notNull().references('moderated.id'))
    .addColumn('region_code', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('note', 'text')
    .addColumn('waited_for', 'text')
    .addColumn('waited_minutes', 'integer')
    .addColumn('by_account', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('verdict_of').on('verdict').columns(['moderated_id', 'at']).execute()
  await db.schema.createIndex('verdict_at').on('verdict').columns(['at', 'id']).execute()
  await db.schema
    .createTable('review')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('moderated_id', 'text', (column) => column.notNull().references('moderated.id'))
    .addColumn('verdict_id', 'text', (column) => column.notNull().unique().references('verdict.id'))
    .addColumn('region_code', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('promised_by', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('note', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .execute()
  await db.schema.createIndex('review_of').on('review').column('moderated_id').execute()
  await db.schema.createIndex('review_asked').on('review').column('asked_at').execute()
}
