/** What can be followed by mail, by its kind: how it is called now, and where it stands. */
import type { Database } from '#db/database.ts'
import type { PageName } from './paths.ts'
import { findPolicyName } from './policy/policies.ts'

export interface Followed {
  title: string
  page: PageName
  slug: string
}

type FindFollowed = (db: Database, id: string) => Promise<Followed | undefined>

export const followed = {
  policy: async (db, id) => {
    const found = await findPolicyName({ db }, id)
    return found && { ...found, page: 'policy' }
  },
} satisfies Record<string, FindFollowed>

export type FollowedKind = keyof typeof followed
