import { chunks } from '../chunks.ts'
import type { Database } from '../database.ts'
import type { ScopeKind } from './tables.ts'

const AT_ONCE = 500

/** The first of these places in which a role was ever given or a token is kept. */
export async function findScopeInUse(db: Database, kind: ScopeKind, scopeIds: string[]): Promise<string | undefined> {
  for (const some of chunks(scopeIds, AT_ONCE)) {
    for (const table of ['roleGrant', 'machineToken'] as const) {
      const row = await db
        .selectFrom(table)
        .select('scopeId')
        .where('scopeKind', '=', kind)
        .where('scopeId', 'in', some)
        .limit(1)
        .executeTakeFirst()
      if (row?.scopeId) return row.scopeId
    }
  }
  return undefined
}
