/** Opens the portal's database for a command. */
import { existsSync, mkdirSync } from 'node:fs'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { KNOWN_MIGRATIONS, listMigrations, migrate } from '#db/migrate.ts'
import { ConfigError, databaseFile, readConfig, type Config } from '../config.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { Misused } from './io.ts'

export interface CommandPortal {
  config: Config
  database: OpenDatabase
  /** Without an actor: who may run a command may read the data folder anyway. */
  scope: Scope
}

/**
 * Runs `act` on the portal that the environment names and closes it.
 * `make` makes a missing database, `migrate` brings it to the newest shape; else both must be so already, unless `anyShape`.
 * @throws Misused saying which setting to change, or which command to run first.
 */
export async function withPortal<T>(
  {
    make = false,
    migrate: bringUp = false,
    anyShape = false,
  }: { make?: boolean; migrate?: boolean; anyShape?: boolean },
  act: (portal: CommandPortal) => Promise<T>,
): Promise<T> {
  const config = readConfigOrMisused()
  const file = databaseFile(config)
  if (!config.databaseUrl && !make && !existsSync(file)) {
    throw new Misused(`Belum ada basis data di ${config.dataDir}. Setel DATA_DIR, atau DATABASE_URL untuk PostgreSQL.`)
  }
  if (!config.databaseUrl && make) mkdirSync(config.dataDir, { recursive: true })
  const database = openDatabase({ url: config.databaseUrl, file, connections: config.databaseConnections })
  try {
    if (bringUp) await migrate(database)
    else if (!anyShape) await refuseOldShape(database)
    return await act({ config, database, scope: scopeOf(database) })
  } catch (error) {
    throw isUnreachable(error) ? new Misused(`PostgreSQL di DATABASE_URL tidak bisa dipakai: ${error.message}`) : error
  } finally {
    await database.close()
  }
}

function readConfigOrMisused(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    throw error instanceof ConfigError ? new Misused(error.message) : error
  }
}

async function refuseOldShape({ db }: OpenDatabase): Promise<void> {
  const applied = await listMigrations(db).catch((error: unknown) => {
    throw isNoTable(error) ? new Misused('Basis data masih kosong. Jalankan dulu: npm run balai -- migrate') : error
  })
  if (KNOWN_MIGRATIONS.some((name) => !applied.includes(name))) {
    throw new Misused('Bentuk basis data belum terbaru. Cadangkan, lalu jalankan: npm run balai -- migrate')
  }
}

/** SQLite says so in words, PostgreSQL by the code of an undefined table. */
function isNoTable(error: unknown): boolean {
  return error instanceof Error && (/no such table/.test(error.message) || ('code' in error && error.code === '42P01'))
}

/** No server at the address, no such database, or a wrong user or password. */
function isUnreachable(error: unknown): error is Error {
  const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '3D000', '28000', '28P01']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
