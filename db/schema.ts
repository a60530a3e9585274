/** What tables there are and how they are keyed, asked of the engine itself, so that a backup can't forget a table. */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { Engine } from './dialect.ts'

export interface TableShape {
  name: string
  columns: string[]
  /** Columns of the primary key, in its order. */
  key: string[]
}

/** Every table but `migration` and what an index for searching is made of, by name. @throws if one has no primary key: it could not be read page by page. */
export async function listTables(db: Database, engine: Engine): Promise<TableShape[]> {
  const columns = await (engine === 'sqlite' ? columnsOnSqlite(db) : columnsOnPostgres(db))
  const tables = Map.groupBy(columns, ({ table }) => table)
  return [...tables].map(([name, columns]) => {
    const inKey = columns.filter(({ keyPlace }) => keyPlace > 0).sort((a, b) => a.keyPlace - b.keyPlace)
    if (inKey.length === 0) throw new Error(`Table ${name} has no primary key.`)
    return { name, columns: columns.map(({ column }) => column), key: inKey.map(({ column }) => column) }
  })
}

interface ColumnShape {
  table: string
  column: string
  /** Place in the primary key from 1, or 0. */
  keyPlace: number
}

async function columnsOnSqlite(db: Database): Promise<ColumnShape[]> {
  const { rows } = await sql<ColumnShape>`
    select t.name as "table", c.name as "column", c.pk as "keyPlace"
    from pragma_table_list t, pragma_table_info(t.name) c
    where t.schema = 'main' and t.type = 'table' and t.name <> 'migration' and t.name not like 'sqlite\\_%' escape '\\'
    order by t.name, c.name`.execute(db.withoutPlugins())
  return rows
}

async function columnsOnPostgres(db: Database): Promise<ColumnShape[]> {
  const { rows } = await sql<ColumnShape>`
    select t.relname::text as "table", a.attname::text as "column",
      coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 as "keyPlace"
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace and t.relname <> 'migration'
    order by t.relname collate "C", a.attname collate "C"`.execute(db.withoutPlugins())
  return rows
}
