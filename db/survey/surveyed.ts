import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'

const AT_ONCE = 500

/** The first of these units or services that a survey is about, drafts included. */
export async function findSurveyed(db: Database, column: 'unitId' | 'serviceId', ids: string[]) {
  for (const some of chunks(ids, AT_ONCE)) {
    const row = await db.selectFrom('survey').select(column).where(column, 'in', some).limit(1).executeTakeFirst()
    if (row?.[column]) return row[column]
  }
  return undefined
}
