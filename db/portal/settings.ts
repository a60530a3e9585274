import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** The setting's value; `fresh` is stored first when there is none, once for all nodes. */
export async function getOrSetSetting(db: Database, name: string, fresh: string): Promise<string> {
  await db
    .insertInto('setting')
    .values({ name, value: fresh })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirstOrThrow()
  return row.value
}

export async function findSetting(db: Database, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export async function setSetting(db: Database, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Throws when the database doesn't answer. */
export async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db)
}
