/** The whole database as one type, and how it is opened. */
import { CamelCasePlugin, Kysely, sql, type Transaction as KyselyTransaction } from 'kysely'
import type { CommitmentTables } from './commitment/tables.ts'
import type { ConsultationTables } from './consultation/tables.ts'
import type { DirectoryTables } from './directory/tables.ts'
import { postgresDialect, sqliteDialect, type Engine } from './dialect.ts'
import type { FileTables } from './file/tables.ts'
import type { IdentityTables } from './identity/tables.ts'
import type { LedgerTables } from './ledger/tables.ts'
import type { ModerationTables } from './moderation/tables.ts'
import type { MusyawarahTables } from './musyawarah/tables.ts'
import type { NoticeTables } from './notice/tables.ts'
import type { PolicyTables } from './policy/tables.ts'
import type { PortalTables } from './portal/tables.ts'
import type { SurveyTables } from './survey/tables.ts'

export interface Tables
  extends
    LedgerTables,
    DirectoryTables,
    IdentityTables,
    NoticeTables,
    ModerationTables,
    PortalTables,
    FileTables,
    SurveyTables,
    CommitmentTables,
    PolicyTables,
    ConsultationTables,
    MusyawarahTables {}

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

/** `url` names a PostgreSQL; without it `file` is the SQLite file. */
export interface DatabaseAddress {
  url?: string | undefined
  file: string
}

export interface OpenDatabase {
  engine: Engine
  db: Database
  /** A second connection for long reads (export, backup, verify). On SQLite it can't write and never blocks writers. */
  reader: Database
  close(): Promise<void>
}

/** The SQLite file is made if it is missing. */
export function openDatabase({
  url,
  file,
  connections,
}: {
  url?: string | undefined
  file: string
  connections?: number | undefined
}): OpenDatabase {
  const engine: Engine = url ? 'postgres' : 'sqlite'
  const db = kyselyOn(url ? postgresDialect(url, { connections }) : sqliteDialect(file))
  const reader = url ? db : openReader({ file })
  addresses.set(db, { url, file })
  let closed: Promise<void> | undefined
  return { engine, db, reader, close: () => (closed ??= closeAll(db, reader)) }
}

/** Kysely closes nothing that was never asked; an open reader would keep SQLite from folding its journal into the file. */
async function closeAll(db: Database, reader: Database): Promise<void> {
  if (reader !== db) {
    await sql`select 1`.execute(reader)
    await reader.destroy()
  }
  await db.destroy()
}

const addresses = new WeakMap<Database, DatabaseAddress>()

/** Where an open database lies, for a thread of its own to open it again. @throws for a transaction: it lies nowhere else. */
export function addressOf(db: Database): DatabaseAddress {
  const address = addresses.get(db)
  if (!address) throw new Error('Only an open database has an address.')
  return address
}

/** One connection for reading. On SQLite it can't write and never blocks writers. */
export function openReader({ url, file }: DatabaseAddress): Database {
  return kyselyOn(url ? postgresDialect(url, { connections: 1 }) : sqliteDialect(file, { readonly: true }))
}

function kyselyOn(dialect: ReturnType<typeof sqliteDialect>): Database {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}
