/**
 * A backup is every table of the schema at one moment, written so that either engine can take it back:
 * `header` (format, migrations, engine, time), then for each table `table` and its rows as lists, then the closing line.
 * The head key is no part of it: it lives outside the database, and is kept outside the backup.
 */
import { z } from 'zod'
import { fillEmpty, walkRows, type Cell, type Filler } from '#db/copy.ts'
import type { Database, OpenDatabase } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { KNOWN_MIGRATIONS, listMigrations, migrate } from '#db/migrate.ts'
import { listTables } from '#db/schema.ts'
import { readSnapshot } from '#db/snapshot.ts'
import { BrokenFile, readSealed, writeSealed } from './sealed-lines.ts'

const VERSION = 1
const ROWS_AT_ONCE = 500

/** Told now and then how far it is. */
export type Progress = (table: string, rows: number) => void

/** Writes a backup while others go on writing to the database. @returns rows by table. */
export async function backUp(
  database: OpenDatabase,
  file: string,
  progress: Progress,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await readSnapshot(database, (db) => writeSealed(file, backupLines(db, database.engine, counts, progress)))
  return counts
}

async function* backupLines(
  db: Database,
  engine: Engine,
  counts: Record<string, number>,
  progress: Progress,
): AsyncGenerator<unknown> {
  const migrations = await listMigrations(db)
  yield { type: 'header', format: 'balai-backup', version: VERSION, migrations, engine, at: new Date().toISOString() }
  for (const table of await listTables(db, engine)) {
    yield { type: 'table', name: table.name, columns: table.columns }
    let rows = 0
    for await (const row of walkRows(db, table)) {
      yield row.map(packCell)
      rows += 1
      if (rows % 50_000 === 0) progress(table.name, rows)
    }
    counts[table.name] = rows
    progress(table.name, rows)
  }
}

/** Why a whole, readable backup can't be taken back here. */
export class NotRestorable extends Error {
  override name = 'NotRestorable'
  why: 'newer-backup' | 'newer-database'
  constructor(why: NotRestorable['why']) {
    super(why)
    this.why = why
  }
}

/**
 * Takes a backup back into an empty database, all or nothing, and brings it to the newest shape. @returns rows by table.
 * @throws BrokenFile, NotRestorable, or NotEmpty naming a table that holds rows.
 */
export async function restore(
  database: OpenDatabase,
  file: string,
  progress: Progress,
): Promise<Record<string, number>> {
  const { migrations } = await readHeader(file)
  if (migrations.some((name) => !KNOWN_MIGRATIONS.includes(name))) throw new NotRestorable('newer-backup')
  await migrate(database, { only: migrations })
  const applied = await listMigrations(database.db)
  if (applied.some((name) => !migrations.includes(name))) throw new NotRestorable('newer-database')
  const counts = await fillEmpty(database, (filler) => fillFrom(file, filler, progress))
  await migrate(database)
  return counts
}

const header = z.object({
  type: z.literal('header'),
  format: z.literal('balai-backup'),
  version: z.literal(VERSION),
  migrations: z.array(z.string()),
})

async function readHeader(file: string): Promise<z.infer<typeof header>> {
  for await (const value of readSealed(file)) {
    const reading = header.safeParse(value)
    if (reading.success) return reading.data
    break
  }
  throw new BrokenFile('foreign', 'This is no backup of this format.')
}

const tableLine = z.object({ type: z.literal('table'), name: z.string(), columns: z.array(z.string()) })
const rowLine = z.array(z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })]))
type PackedCell = z.infer<typeof rowLine>[number]

async function fillFrom(file: string, { tables, insert }: Filler, progress: Progress): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  let table: z.infer<typeof tableLine> | undefined
  let waiting: Cell[][] = []
  const flush = async () => {
    if (!table) return
    await insert(table.name, table.columns, waiting)
    const rows = (counts[table.name] ?? 0) + waiting.length
    counts[table.name] = rows
    waiting = []
    if (rows % 50_000 === 0) progress(table.name, rows)
  }
  for await (const value of readSealed(file)) {
    if (table && Array.isArray(value)) {
      waiting.push(readRow(value, table.columns.length))
      if (waiting.length === ROWS_AT_ONCE) await flush()
      continue
    }
    if (header.safeParse(value).success) continue
    await flush()
    table = readTable(value, tables)
  }
  await flush()
  return counts
}

function readTable(value: unknown, tables: Filler['tables']): z.infer<typeof tableLine> {
  const { data } = tableLine.safeParse(value)
  const known = tables.find(({ name }) => name === data?.name)
  if (data && known && data.columns.every((column) => known.columns.includes(column))) return data
  throw new BrokenFile('foreign', `The database has no place for: ${JSON.stringify(value).slice(0, 200)}`)
}

function readRow(value: unknown, length: number): Cell[] {
  const { data } = rowLine.length(length).safeParse(value)
  if (!data) throw new BrokenFile('foreign', `This is no row: ${JSON.stringify(value).slice(0, 200)}`)
  return data.map(unpackCell)
}

function packCell(cell: Cell): PackedCell {
  return cell instanceof Uint8Array ? { base64: Buffer.from(cell).toString('base64') } : cell
}

function unpackCell(cell: PackedCell): Cell {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell
}
