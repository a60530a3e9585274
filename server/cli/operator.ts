import type { Actor } from '../access.ts'

/** Whoever may run commands on the server may do what an administrator may. */
export const OPERATOR: Actor = {
  accountId: 'command-line',
  name: 'Operator',
  grants: [{ role: 'admin', scopeKind: 'portal', scopeId: null }],
}
