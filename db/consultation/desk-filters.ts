/** What somebody who answers wants to look at again, by the name they gave it. */
import type { Database, Transaction } from '../database.ts'
import type { DeskFilterRow } from './tables.ts'

type Keeper = Pick<DeskFilterRow, 'accountId' | 'consultationId'>

export function listDeskFilters(
  db: Database,
  { accountId, consultationId }: Keeper,
): Promise<Pick<DeskFilterRow, 'name' | 'filter'>[]> {
  return db
    .selectFrom('deskFilter')
    .select(['name', 'filter'])
    .where('accountId', '=', accountId)
    .where('consultationId', '=', consultationId)
    .orderBy('name')
    .execute()
}

/** A name that is there already gets the new filter. */
export async function keepDeskFilter(db: Transaction, row: DeskFilterRow): Promise<void> {
  await db
    .insertInto('deskFilter')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['accountId', 'consultationId', 'name']).doUpdateSet({ filter: row.filter }),
    )
    .execute()
}

export async function deleteDeskFilter(
  db: Database,
  { accountId, consultationId }: Keeper,
  name: string,
): Promise<void> {
  await db
    .deleteFrom('deskFilter')
    .where('accountId', '=', accountId)
    .where('consultationId', '=', consultationId)
    .where('name', '=', name)
    .execute()
}
