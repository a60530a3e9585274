/** Whether a database holds the demonstration: whole, half filled by a start that was cut off, or something real. */
import { isAnyAccount } from '#db/identity/accounts.ts'
import { findSetting, setSetting } from '#db/portal/settings.ts'
import type { Database } from '#db/database.ts'

const NAME = 'demonstration'

export type DemoState = 'empty' | 'filling' | 'filled' | 'real'

export async function demoStateOf(db: Database): Promise<DemoState> {
  const stamp = await findSetting(db, NAME)
  if (stamp === 'filling' || stamp === 'filled') return stamp
  return (await isAnyAccount(db)) ? 'real' : 'empty'
}

export function stampDemo(db: Database, state: 'filling' | 'filled'): Promise<void> {
  return setSetting(db, NAME, state)
}
