import type { Insertable } from 'kysely'
import type { Database } from '../database.ts'
import type { InstrumentRow, InstrumentTable } from './tables.ts'

export function findInstrumentByHash(db: Database, contentHash: string): Promise<InstrumentRow | undefined> {
  return db.selectFrom('instrument').selectAll().where('contentHash', '=', contentHash).executeTakeFirst()
}

export function getInstrument(db: Database, id: string): Promise<InstrumentRow> {
  return db.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function listInstrumentVersions(db: Database, key: string): Promise<number[]> {
  const rows = await db.selectFrom('instrument').select('version').where('key', '=', key).execute()
  return rows.map((row) => row.version)
}

export async function insertInstrument(db: Database, instrument: Insertable<InstrumentTable>): Promise<void> {
  await db.insertInto('instrument').values(instrument).execute()
}
