/** An officer of the whole portal, signed in, for pages that only staff see. */
import type { OpenDatabase } from '#db/database.ts'
import { cookieOf, member } from '../identity/people.ts'
import { actAs } from './world.ts'

export async function officerCookie(database: OpenDatabase, email: string): Promise<string> {
  const admin = actAs(database, 'admin')
  const grant = { role: 'officer', scopeKind: 'portal', scopeId: null } as const
  await member(admin, database, { email, name: 'Petugas', ...grant })
  return cookieOf({ ...admin, actor: null }, email)
}
