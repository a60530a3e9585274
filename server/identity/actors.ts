import type { Database } from '#db/database.ts'
import { findAccountById } from '#db/identity/accounts.ts'
import { listGrantsOfAccount } from '#db/identity/role-grants.ts'
import type { Actor } from '../access.ts'
import { termState } from './rules/term.ts'

/** An account with the roles it holds at this moment, as `may` asks for it; undefined when there is none or it is disabled. */
export async function findActor(db: Database, accountId: string, now: Date): Promise<Actor | undefined> {
  const account = await findAccountById(db, accountId)
  if (!account || account.disabled) return undefined
  const rows = (await listGrantsOfAccount(db, accountId)).filter((row) => termState(row, now) === 'held')
  const grants = rows.map(({ role, scopeKind, scopeId }) => ({ role, scopeKind, scopeId }))
  return { accountId, name: account.name, grants }
}
