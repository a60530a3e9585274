/** Long reads that see one moment, while others go on writing. */
import { sql } from 'kysely'
import type { Database, OpenDatabase } from './database.ts'
import { withoutSecondConnection } from './dialect.ts'

/** Runs `read` on one moment of the database. Read through the `db` it is handed; nothing can be written through it. */
export function readSnapshot<T>({ engine, reader }: OpenDatabase, read: (db: Database) => Promise<T>): Promise<T> {
  const guarded = (db: Database) => withoutSecondConnection(() => read(db))
  if (engine === 'postgres') {
    return reader.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(guarded)
  }
  return reader.connection().execute(async (db) => {
    await sql`begin deferred`.execute(db)
    try {
      return await guarded(db)
    } finally {
      await sql`rollback`.execute(db)
    }
  })
}
