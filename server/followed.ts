/** What can be followed by mail, by its kind: how it is called now, and where it stands. */
import type { Database } from '#db/database.ts'
import { findCommitmentById } from '#db/commitment/commitments.ts'
import type { PageName } from './paths.ts'
import { findPolicyName } from './policy/policies.ts'

export interface Followed {
  title: string
  page: PageName
  slug: string
}

type FindFollowed = (db: Database, id: string) => Promise<Followed | undefined>

export const followed = {
  commitment: async (db, id) => {
    const found = await findCommitmentById(db, id)
    return found && { title: found.what, page: 'commitment', slug: found.slug }
  },
  policy: async (db, id) => {
    const found = await findPolicyName({ db }, id)
    return found && { ...found, page: 'policy' }
  },
} satisfies Record<string, FindFollowed>

export type FollowedKind = keyof typeof followed
