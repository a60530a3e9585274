/** SQLite reads the text of a statement anew each time it is asked to prepare it; here each text is prepared once. */
import type SqliteDatabase from 'better-sqlite3'
import type { SqliteDatabase as KyselyDatabase } from 'kysely'
import { LRUCache } from 'lru-cache'

const STATEMENTS_KEPT = 300
/** A text as long as this stores many rows at once, and of how many rows changes from time to time. */
const LONGEST_KEPT = 4000
const SHAPES_TABLES = /^\s*(create|alter|drop)\b/i

/** The database as Kysely needs it: one question at a time, so that a kept statement is never in use when it is asked for. */
export function preparingOnce(database: SqliteDatabase.Database): KyselyDatabase {
  const kept = new LRUCache<string, SqliteDatabase.Statement<unknown[]>>({ max: STATEMENTS_KEPT })
  return {
    prepare(text) {
      if (SHAPES_TABLES.test(text)) kept.clear()
      const known = kept.get(text)
      if (known) return known
      const statement = database.prepare<unknown[]>(text)
      if (text.length <= LONGEST_KEPT) kept.set(text, statement)
      return statement
    },
    close: () => void database.close(),
  }
}
