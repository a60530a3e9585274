/**
 * Loaded before the program (`--import`): writes every statement that a request has SQLite carry out into the file
 * BALAI_QUERIES, a line of JSON each. What the portal asks by itself, in its jobs, is left out.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import { Server } from 'node:http'
import SqliteDatabase from 'better-sqlite3'

const file = process.env.BALAI_QUERIES ?? ''
const answering = new AsyncLocalStorage<true>()

const { emit } = Server.prototype
Server.prototype.emit = function emitWithin(this: Server, ...event: Parameters<typeof emit>) {
  const go = () => emit.apply(this, event)
  return String(event[0]) === 'request' ? answering.run(true, go) : go()
} as typeof emit

const statements = Object.getPrototypeOf(new SqliteDatabase(':memory:').prepare('select 1')) as SqliteDatabase.Statement
for (const way of ['all', 'run', 'iterate'] as const) {
  const ask = statements[way] as (...parameters: unknown[]) => unknown
  statements[way] = function tell(this: SqliteDatabase.Statement, ...parameters: unknown[]) {
    if (answering.getStore()) appendFileSync(file, `${JSON.stringify(this.source)}\n`)
    return ask.apply(this, parameters)
  } as never
}
