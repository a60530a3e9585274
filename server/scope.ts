/**
 * Scope is the first argument of every use case: the database to act in, who acts, and when.
 * `transaction` gives a scope inside one transaction; what it records enters the ledger just before commit.
 */
import type { Database, Transaction } from '#db/database.ts'
import type { Engine } from '#db/dialect.ts'
import { withoutSecondConnection } from '#db/dialect.ts'
import type { Actor } from './access.ts'
import type { Resident } from './identity/resident-sessions.ts'
import { appendEntries, type PublicAct } from './ledger/append.ts'

export interface Scope<DB extends Database = Database> {
  db: DB
  engine: Engine
  /** Who acts; null is a resident or anyone else without a role. */
  actor: Actor | null
  /** Whose account a resident is signed in to; no role comes of it. */
  resident: Resident | null
  now: Date
  requestId: string
  /** Notes a public act for the ledger. Only inside `transaction`. */
  record(act: PublicAct): void
}

let appends = 0

/** How often this process has appended to the ledger: tells whether an act changed what strangers see. */
export function countAppends(): number {
  return appends
}

/** Runs `act` in one transaction; on any throw nothing of it stays. */
export function transaction<T>(scope: Scope, act: (scope: Scope<Transaction>) => Promise<T>): Promise<T> {
  const acts: PublicAct[] = []
  const done = scope.db.transaction().execute((db) =>
    withoutSecondConnection(async () => {
      const result = await act({ ...scope, db, record: (publicAct) => void acts.push(publicAct) })
      if (acts.length > 0) await appendEntries(db, scope.engine, acts, scope.now)
      return result
    }),
  )
  return done.finally(() => (appends += acts.length > 0 ? 1 : 0))
}

/** A scope of its own for work that no request asked for: a job, a command, the demonstration. */
export function scopeOf(
  { db, engine }: { db: Database; engine: Engine },
  {
    actor = null,
    resident = null,
    now = new Date(),
    requestId = '-',
  }: Partial<Pick<Scope, 'actor' | 'resident' | 'now' | 'requestId'>> = {},
): Scope {
  return { db, engine, actor, resident, now, requestId, record: refuseOutsideTransaction }
}

function refuseOutsideTransaction(): never {
  throw new Error('A public act is recorded inside transaction(scope, …).')
}
