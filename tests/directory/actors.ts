import type { Actor } from '#server/access.ts'
import type { Role, ScopeKind } from '#db/identity/tables.ts'

/** Someone who holds one role in one place. */
export function actorWith(role: Role, scopeKind: ScopeKind, scopeId: string | null = null): Actor {
  return { accountId: `${role}-${scopeKind}-${scopeId}`, name: 'Contoh', grants: [{ role, scopeKind, scopeId }] }
}

export const portalAdmin = actorWith('admin', 'portal')
