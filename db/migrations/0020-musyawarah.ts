/**
 * Meetings: rules of order, invitations, what happens in the hall, and the signed record. What belongs to modules on the
 * left (files, stakeholder groups, accounts, commitments) and to neighbours is named by its id alone.
 */
import { sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'
import { needed, ofMeeting } from './0020-musyawarah-columns.ts'
import { createHall } from './0020-musyawarah-hall.ts'
import { createRecords } from './0020-musyawarah-record.ts'
import { FIRST_RULES } from './0020-musyawarah-rules.ts'

const none = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0)

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createRules(db)
  await createMeetings(db)
  await createPlans(db)
  await createHall(db)
  await createRecords(db, engine)
}

async function createRules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rules_of_order')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('region_code', 'text', (column) => column.references('region.code'))
    .addColumn('name', 'text', needed)
    .addColumn('rules', 'text', needed)
    .addColumn('position', 'integer', needed)
    .addColumn('retired_on', 'text')
    .execute()
  await db.schema.createIndex('rules_of_order_region').on('rules_of_order').column('region_code').execute()
  for (const [position, { id, name, ...rules }] of FIRST_RULES.entries()) {
    await sql`insert into rules_of_order (id, name, rules, position)
      values (${id}, ${name}, ${JSON.stringify(rules)}, ${position + 1})`.execute(db)
  }
}

async function createMeetings(db: Kysely<unknown>): Promise<void> {
  const required = ['kind', 'title', 'basis', 'convener', 'venue', 'starts_at', 'chair', 'minute_taker']
  const lists = ['resource_persons', 'letter_copies', 'rules', 'created_by', 'created_at']
  const letter = ['directions', 'link', 'letter_number', 'letter_nature', 'letter_annex', 'provenance']
  const about = ['about_kind', 'about_id', 'about_title', 'about_path']
  const course = ['announced_at', 'postponed_at', 'opened_at', 'quorum', 'closed_at', 'minutes_sent_at']
  const end = ['corrections_until', 'signed_at', 'cancelled_at', 'cancel_reason']
  let table = db.schema
    .createTable('meeting')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('institution_id', 'text', (column) => column.references('institution.id'))
    .addColumn('unit_id', 'text', (column) => column.references('unit.id'))
    .addColumn('rules_id', 'text', (column) => column.notNull().references('rules_of_order.id'))
    .addColumn('step', 'integer', none)
    .addColumn('proposals_taken', 'integer', none)
    .addColumn('decisions_taken', 'integer', none)
  for (const name of [...required, ...lists]) table = table.addColumn(name, 'text', needed)
  for (const name of [...letter, ...about, ...course, ...end]) table = table.addColumn(name, 'text')
  await table.execute()
  await db.schema.createIndex('meeting_start').on('meeting').columns(['starts_at', 'id']).execute()
  await db.schema.createIndex('meeting_region').on('meeting').columns(['region_code', 'starts_at', 'id']).execute()
}

async function createPlans(db: Kysely<unknown>): Promise<void> {
  await ofMeeting(db, 'meeting_change')
    .addColumn('what', 'text', needed)
    .addColumn('before', 'text', needed)
    .addColumn('after', 'text', needed)
    .addColumn('quorum', 'text')
    .addColumn('reason', 'text', needed)
    .addColumn('by_account', 'text', needed)
    .addColumn('at', 'text', needed)
    .execute()
  await ofMeeting(db, 'agenda_item')
    .addColumn('position', 'integer', needed)
    .addColumn('title', 'text', needed)
    .execute()
  await ofMeeting(db, 'meeting_file')
    .addColumn('item_id', 'text', (column) => column.references('agenda_item.id'))
    .addColumn('file_hash', 'text', needed)
    .addColumn('name', 'text', needed)
    .addColumn('what', 'text', needed)
    .addColumn('position', 'integer', needed)
    .execute()
  await ofMeeting(db, 'invitee')
    .addColumn('position', 'integer', needed)
    .addColumn('name', 'text', needed)
    .addColumn('office', 'text')
    .addColumn('group_id', 'text')
    .addColumn('standing', 'text', needed)
    .addColumn('sex', 'text')
    .addColumn('access_needs', 'text')
    .addColumn('email', 'text')
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('reply', 'text')
    .addColumn('replied_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .execute()
  for (const name of ['meeting_change', 'agenda_item', 'meeting_file', 'invitee']) {
    await db.schema.createIndex(`${name}_meeting`).on(name).column('meeting_id').execute()
  }
}
