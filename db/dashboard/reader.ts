import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database, Tables } from '../database.ts'

/** The database as the dashboard sees it: its type has no way to write. */
export type Reader = ReadonlyKysely<Tables>

/** Only the type changes; Kysely itself asks for this cast. */
export function readerOf(db: Database): Reader {
  return db as unknown as Reader
}
