/** Opens the portal's database for a command. */
import { existsSync } from 'node:fs'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { KNOWN_MIGRATIONS, listMigrations, migrate } from '#db/migrate.ts'
import { ConfigError, databaseFile, readConfig, type Config } from '../config.ts'
import { makeDataFolder } from '../data-folder.ts'
import { scopeOf, type Scope } from '../scope.ts'
import { openingFailure } from '../unusable-settings.ts'
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
  const database = openOrMisused(config, make)
  try {
    if (bringUp) await migrate(database)
    else if (!anyShape) await refuseOldShape(database)
    return await act({ config, database, scope: scopeOf(database) })
  } catch (error) {
    throw misusedFor(error, config)
  } finally {
    await database.close()
  }
}

function openOrMisused(config: Config, make: boolean): OpenDatabase {
  try {
    if (make && !config.databaseUrl) makeDataFolder(config)
    const { databaseUrl: url, databaseConnections: connections } = config
    return openDatabase({ ...(url ? { url } : {}), file: databaseFile(config), connections })
  } catch (error) {
    throw misusedFor(openingFailure(error, config), config)
  }
}

/** A file that a command names is no setting: once the database is open, only PostgreSQL's own refusals are. */
function misusedFor(error: unknown, config: Config): unknown {
  const isFile = error instanceof Error && 'path' in error
  const failure = isFile ? error : openingFailure(error, config)
  return failure instanceof ConfigError ? new Misused(failure.message) : failure
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
