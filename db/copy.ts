/** Whole tables out of one database and into another, whichever engine either has. */
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database, OpenDatabase } from './database.ts'
import { withoutSecondConnection, type Engine } from './dialect.ts'
import { listTables, type TableShape } from './schema.ts'

/** A value as both engines give and take it. */
export type Cell = string | number | null | Uint8Array

type AnyTables = Record<string, Record<string, Cell>>

const ROWS_AT_ONCE = 500

/** Filled by a migration: rows that nobody has changed give way, and a change of them stands in a table of its own. */
const BEGUN_WITH = ['stakeholder_group', 'rules_of_order']

/** Rows of a table in order of its key, a page at a time; cells in the order of `table.columns`. */
export async function* walkRows(db: Database, table: TableShape): AsyncGenerator<Cell[]> {
  const plain = db.withoutPlugins() as unknown as Kysely<AnyTables>
  const key = sql.join(table.key.map((column) => sql.ref(column)))
  let last: Cell[] | undefined
  for (;;) {
    let query = plain.selectFrom(table.name).select(table.columns).limit(ROWS_AT_ONCE)
    for (const column of table.key) query = query.orderBy(column)
    if (last) query = query.where(sql<boolean>`(${key}) > (${sql.join(last)})`)
    const rows = await query.execute()
    for (const row of rows) yield table.columns.map((column) => row[column] ?? null)
    const end = rows.at(-1)
    if (!end || rows.length < ROWS_AT_ONCE) return
    last = table.key.map((column) => end[column] ?? null)
  }
}

export interface Filler {
  tables: TableShape[]
  /** `columns` names the cells' order, which need not be the table's own. */
  insert(table: string, columns: string[], rows: Cell[][]): Promise<void>
}

export class NotEmpty extends Error {
  override name = 'NotEmpty'
}

/**
 * Fills an empty database, all or nothing. Rows may come in any order: references are checked at the end.
 * Guards stay on: what is put in is put in as by anyone.
 * @throws NotEmpty naming a table that holds rows.
 */
export function fillEmpty<T>({ db, engine }: OpenDatabase, fill: (filler: Filler) => Promise<T>): Promise<T> {
  return db.transaction().execute((transaction) =>
    withoutSecondConnection(async () => {
      const tables = await listTables(transaction, engine)
      const plain = transaction.withoutPlugins() as unknown as Transaction<AnyTables>
      await refuseFull(plain, tables)
      const settle = await deferReferences(plain, engine)
      const result = await fill({ tables, insert: (table, columns, rows) => insertRows(plain, table, columns, rows) })
      await settle()
      return result
    }),
  )
}

async function refuseFull(db: Transaction<AnyTables>, tables: TableShape[]): Promise<void> {
  for (const { name } of tables) {
    if (BEGUN_WITH.includes(name)) continue
    const row = await db
      .selectFrom(name)
      .select(sql<number>`1`.as('one'))
      .limit(1)
      .executeTakeFirst()
    if (row) throw new NotEmpty(name)
  }
  for (const { name } of tables) if (BEGUN_WITH.includes(name)) await db.deleteFrom(name).execute()
}

async function insertRows(db: Transaction<AnyTables>, table: string, columns: string[], rows: Cell[][]): Promise<void> {
  if (rows.length === 0) return
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))
  await db.insertInto(table).values(records).execute()
}

/** Puts off the check of references to the end of the transaction. @returns what ends that, to be run before commit. */
async function deferReferences(db: Transaction<AnyTables>, engine: Engine): Promise<() => Promise<void>> {
  if (engine === 'sqlite') {
    await sql`pragma defer_foreign_keys = on`.execute(db)
    return async () => undefined
  }
  const references = await listReferences(db)
  const alter = async (how: 'deferrable initially deferred' | 'not deferrable') => {
    for (const { table, name } of references) {
      await sql`alter table ${sql.table(table)} alter constraint ${sql.ref(name)} ${sql.raw(how)}`.execute(db)
    }
  }
  await alter('deferrable initially deferred')
  return async () => {
    await sql`set constraints all immediate`.execute(db)
    await alter('not deferrable')
  }
}

async function listReferences(db: Transaction<AnyTables>): Promise<{ table: string; name: string }[]> {
  const { rows } = await sql<{ table: string; name: string }>`
    select t.relname::text as "table", c.conname::text as "name"
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace and not c.condeferrable`.execute(db)
  return rows
}
