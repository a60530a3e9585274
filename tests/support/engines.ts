/** Runs a suite on both engines, each time in a fresh, migrated database of its own. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { migrate } from '#db/migrate.ts'

/** `database()` is only to be called inside tests and hooks. */
export function onEachEngine(name: string, suite: (database: () => OpenDatabase, engine: Engine) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} (${engine})`, () => {
      let opened: TestDatabase
      beforeAll(async () => {
        opened = await openTestDatabase(engine)
      })
      afterAll(() => opened.dispose())
      suite(() => opened.database, engine)
    })
  }
}

export interface TestDatabase {
  database: OpenDatabase
  /** What a server process needs to open the same database. */
  env: { DATA_DIR: string; DATABASE_URL?: string }
  dispose(): Promise<void>
}

export async function openTestDatabase(engine: Engine, { connections = 5 } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-test-'))
  const url = engine === 'postgres' ? await createPostgresDatabase() : undefined
  const database = openDatabase({ url, file: join(folder, 'balai.db'), connections })
  // What this process writes is read by others at once, and needs to outlive no cut of the power.
  if (engine === 'sqlite') await sql`pragma synchronous = off`.execute(database.db)
  await migrate(database)
  const dispose = async () => {
    await database.close()
    if (url) await dropPostgresDatabase(url)
    rmSync(folder, { recursive: true, force: true })
  }
  return { database, env: url ? { DATA_DIR: folder, DATABASE_URL: url } : { DATA_DIR: folder }, dispose }
}

async function createPostgresDatabase(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onPostgres(`create database ${name}`)
  return `${inject('postgresUrl')}/${name}`
}

function dropPostgresDatabase(url: string): Promise<void> {
  return onPostgres(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
}

async function onPostgres(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
