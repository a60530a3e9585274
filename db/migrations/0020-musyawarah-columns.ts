import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely'

export const needed = (column: ColumnDefinitionBuilder) => column.notNull()

/** A table that begins with an id and the meeting that its rows are of. */
export function ofMeeting<T extends string>(db: Kysely<unknown>, name: T): CreateTableBuilder<T, 'id' | 'meeting_id'> {
  return db.schema
    .createTable(name)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull().references('meeting.id'))
}
