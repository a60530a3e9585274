/**
 * What SQLite and PostgreSQL don't do alike, in one place.
 *
 * A transaction on SQLite begins IMMEDIATE: a deferred one that reads and then writes fails at once with SQLITE_BUSY,
 * whatever the busy timeout. `synchronous` is FULL at every opening, because a receipt promises that the answer is on disk.
 * Taking a second connection inside a transaction is refused on both engines: with a full pool it would wait for itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely'
import pg from 'pg'
import { preparingOnce } from './prepared.ts'

export type Engine = 'sqlite' | 'postgres'

const insideTransaction = new AsyncLocalStorage<true>()

/** Runs `act` so that asking for any further connection fails instead of waiting. */
export function withoutSecondConnection<T>(act: () => Promise<T>): Promise<T> {
  return insideTransaction.run(true, act)
}

function refuseSecondConnection(): void {
  if (insideTransaction.getStore()) throw new Error('A transaction is open: use its scope.db, not a second connection.')
}

export function sqliteDialect(file: string, { readonly = false } = {}): Dialect {
  const database = new SqliteDatabase(file, { readonly })
  database.pragma('busy_timeout = 10000')
  database.pragma('foreign_keys = ON')
  if (readonly) {
    // Long reads pass each page once.
    database.pragma('cache_size = -2000')
  } else {
    database.pragma('journal_mode = WAL')
    // Rows have random keys, so that their order says nothing: room for pages saves writing each many times over.
    database.pragma('cache_size = -8000')
    database.pragma('wal_autocheckpoint = 8000')
    database.pragma('synchronous = FULL')
    // What is deleted or rewritten (an answer before its batch is sealed) is overwritten in the file too.
    database.pragma('secure_delete = ON')
  }
  const config = { database }
  const dialect = new SqliteDialect(config)
  return {
    ...partsOf(dialect),
    createAdapter: () => new QueueingSqliteAdapter(),
    createDriver: () => new ImmediateSqliteDriver(database),
  }
}

export function postgresDialect(url: string, { connections = 10 } = {}): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 })
  // A connection that the server closes is replaced at the next query. The query that was under way reports its own failure;
  // the same told as an event that nobody hears, of an idle connection or of one in use, would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const config = { pool }
  const dialect = new PostgresDialect(config)
  return { ...partsOf(dialect), createDriver: () => new GuardedPostgresDriver(config) }
}

function partsOf(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

const LONGEST_TURN_MS = 10

/** Kysely's own queue for the single connection would wait before we can refuse, so the queue is here. */
class QueueingSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class ImmediateSqliteDriver extends SqliteDriver implements Driver {
  #database: SqliteDatabase.Database
  #waiting: (() => void)[] = []
  #taken = false
  #turnedAt = 0

  constructor(database: SqliteDatabase.Database) {
    super({ database: preparingOnce(database) })
    this.#database = database
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    refuseSecondConnection()
    await this.#letOthersTurn()
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    return super.acquireConnection()
  }
  /** SQLite answers at once, so long work on it would never let the event loop turn, and nobody else would be served. */
  async #letOthersTurn(): Promise<void> {
    if (performance.now() - this.#turnedAt < LONGEST_TURN_MS) return
    await setImmediate()
    this.#turnedAt = performance.now()
  }

  override async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  /** On a full disk SQLite has rolled back by itself; another rollback would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class GuardedPostgresDriver extends PostgresDriver implements Driver {
  override async acquireConnection(
    ...options: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    refuseSecondConnection()
    return super.acquireConnection(...options)
  }
}
