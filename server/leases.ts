/** One node at a time does a job: it holds the job's lease in the database, and whoever dies with it holds it no longer than told. */
import { deleteLease, takeLease } from '#db/portal/leases.ts'
import { newId } from './ids.ts'
import type { Scope } from './scope.ts'

/** Names this process among the nodes. */
export const THIS_NODE = newId()

/** Whether it is this holder's for so many seconds from now on; asked again, it is drawn out. */
export function holdLease(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  name: string,
  seconds: number,
  holder = THIS_NODE,
): Promise<boolean> {
  const until = new Date(now.getTime() + seconds * 1000).toISOString()
  return takeLease(db, { name, holder, until }, now.toISOString())
}

export function endLease({ db }: Pick<Scope, 'db'>, name: string, holder = THIS_NODE): Promise<void> {
  return deleteLease(db, name, holder)
}
