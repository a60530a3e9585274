/** The running portal: settings, the open database, and a scope for each request. One per process. */
import { mkdirSync } from 'node:fs'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import type { Actor } from './access.ts'
import { databaseFile, readConfig, type Config } from './config.ts'
import { scopeOf, type Scope } from './scope.ts'

export interface Portal {
  config: Config
  database: OpenDatabase
  close(): Promise<void>
}

let running: Promise<Portal> | undefined

/** Opens the portal at first call; later calls get the same one. */
export function portal(config?: Config): Promise<Portal> {
  running ??= openPortal(config ?? readConfig(process.env))
  return running
}

async function openPortal(config: Config): Promise<Portal> {
  mkdirSync(config.dataDir, { recursive: true })
  const database = openDatabase({
    url: config.databaseUrl,
    file: databaseFile(config),
    connections: config.databaseConnections,
  })
  await migrate(database)
  return { config, database, close: () => database.close() }
}

export function requestScope(portal: Portal, actor: Actor | null, requestId: string): Scope {
  return scopeOf(portal.database, { actor, now: new Date(), requestId })
}
