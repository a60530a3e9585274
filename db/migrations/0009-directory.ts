import type { Kysely } from 'kysely'

/** What is corrected carries a version, what is closed stays; and imports of a region's tree, each with what it did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['region', 'institution', 'unit', 'service']) {
    await db.schema
      .alterTable(table)
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
  }
  for (const table of ['institution', 'unit', 'service']) {
    await db.schema.alterTable(table).addColumn('closed_at', 'text').execute()
    await db.schema.alterTable(table).addColumn('closed_note', 'text').execute()
  }
  for (const table of ['institution', 'unit']) await db.schema.alterTable(table).addColumn('code', 'text').execute()
  await db.schema.alterTable('service').addColumn('standard_parts', 'text').execute()
  await db.schema
    .createTable('tree_import')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('steps', 'text', (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('imported_by', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addColumn('undone_by', 'text')
    .addColumn('undone_at', 'text')
    .execute()
  await db.schema.createIndex('tree_import_region').on('tree_import').columns(['region_code', 'imported_at']).execute()
}
