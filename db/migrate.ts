/** Brings a database to the newest shape. Runs under a lock, so that nodes that start together don't migrate twice. */
import { sql, type Kysely } from 'kysely'
import type { Database, OpenDatabase } from './database.ts'
import { withoutSecondConnection } from './dialect.ts'
import { migrations } from './migrations/index.ts'

const MIGRATION_LOCK = 7_203_011

/**
 * Applies what is missing, all or nothing, and names what it applied. With `only`, nothing but the migrations it names:
 * a backup of an older program is restored into the shape it was taken in.
 * @throws if the database was written by a newer program than this one.
 */
export function migrate({ db, engine }: OpenDatabase, { only }: { only?: string[] } = {}): Promise<string[]> {
  const plain = db.withoutPlugins() as unknown as Kysely<MigrationTables>
  return plain.transaction().execute((transaction) =>
    withoutSecondConnection(async () => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
      await sql`create table if not exists migration (name text primary key, applied_at text not null)`.execute(
        transaction,
      )
      const applied = new Set(await listApplied(transaction))
      const unknown = [...applied].filter((name) => !(name in migrations))
      if (unknown.length > 0) throw new Error(`The database is newer than this program: ${unknown.join(', ')}`)
      const missing = Object.entries(migrations).filter(
        ([name]) => !applied.has(name) && (!only || only.includes(name)),
      )
      for (const [name, { up }] of missing) {
        await up(transaction as unknown as Kysely<unknown>, engine)
        await transaction.insertInto('migration').values({ name, applied_at: new Date().toISOString() }).execute()
      }
      return missing.map(([name]) => name)
    }),
  )
}

/** Every migration this program knows, in order. */
export const KNOWN_MIGRATIONS = Object.keys(migrations)

/** Names of the migrations a migrated database has, in order. */
export async function listMigrations(db: Database): Promise<string[]> {
  return listApplied(db.withoutPlugins() as unknown as Kysely<MigrationTables>)
}

interface MigrationTables {
  migration: { name: string; applied_at: string }
}

async function listApplied(db: Kysely<MigrationTables>): Promise<string[]> {
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute()
  return rows.map((row) => row.name)
}
