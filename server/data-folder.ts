/** The data folder and what is made in it: only the account that runs the portal reads answers, sessions and keys. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { databaseFile, type Config } from './config.ts'

export function makeDataFolder(config: Config): void {
  makeFolder(config.dataDir)
  // SQLite gives its journal the rights of the file.
  if (!config.databaseUrl) closeSync(openSync(databaseFile(config), 'a', 0o600))
}

// Folder by folder: `recursive` never ends where a folder can't be made at all, as under /proc.
function makeFolder(folder: string): void {
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, 0o700)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
