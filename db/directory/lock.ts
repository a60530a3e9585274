import { sql } from 'kysely'
import type { Transaction } from '../database.ts'
import type { Engine } from '../dialect.ts'

const DIRECTORY_LOCK = 7_203_013

/**
 * Whoever holds it is the only one to change the directory, until the transaction ends: slugs, codes and what stands above
 * are asked for behind it. A transaction on SQLite already holds the only write lock.
 */
export async function lockDirectory(db: Transaction, engine: Engine): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${DIRECTORY_LOCK})`.execute(db)
}
