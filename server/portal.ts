/** The running portal: settings, the open database, kept pages, and a scope for each request. One per process. */
import { randomBytes } from 'node:crypto'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { getOrSetSetting } from '#db/portal/settings.ts'
import type { Actor } from './access.ts'
import { databaseFile, readConfig, type Config } from './config.ts'
import { makeDataFolder } from './data-folder.ts'
import { loadPortalKey, type PortalKey } from './portal-key.ts'
import { followFeed, type Feed } from './feed.ts'
import type { Resident } from './identity/resident-sessions.ts'
import { makeKeeper, type Keeper } from './kept-pages.ts'
import { scopeOf, type Scope } from './scope.ts'
import { openingFailure } from './unusable-settings.ts'

export interface Portal {
  config: Config
  database: OpenDatabase
  feed: Feed
  keeper: Keeper
  /** Shared by all nodes; signs the time a form was shown. */
  secret: string
  /** Outside the database; seals what a copy of it may not show. */
  key: PortalKey
  close(): Promise<void>
}

let running: Promise<Portal> | undefined

/** Opens the portal at first call; later calls get the same one. @throws ConfigError naming what can't be used */
export function portal(config?: Config): Promise<Portal> {
  running ??= openPortal(config ?? readConfig(process.env))
  return running
}

async function openPortal(config: Config): Promise<Portal> {
  try {
    return await startPortal(config)
  } catch (error) {
    throw openingFailure(error, config)
  }
}

async function startPortal(config: Config): Promise<Portal> {
  makeDataFolder(config)
  const database = openDatabase({
    url: config.databaseUrl,
    file: databaseFile(config),
    connections: config.databaseConnections,
  })
  await migrate(database)
  const secret = await getOrSetSetting(database.db, 'form-secret', randomBytes(32).toString('hex'))
  const key = loadPortalKey(config.dataDir)
  const feed = await followFeed(database.db)
  const close = async () => {
    feed.stop()
    await database.close()
  }
  return { config, database, feed, keeper: makeKeeper(feed, secret), secret, key, close }
}

export function requestScope(
  portal: Portal,
  actor: Actor | null,
  requestId: string,
  resident: Resident | null = null,
): Scope {
  return scopeOf(portal.database, { actor, resident, now: new Date(), requestId })
}
