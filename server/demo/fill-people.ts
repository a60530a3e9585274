import { findRegionBySlug } from '#db/directory/regions.ts'
import { inviteAccount } from '../identity/roles.ts'
import { applyLink } from '../identity/sign-in-links.ts'
import type { Scope } from '../scope.ts'
import { granted } from './fill-places.ts'
import { DEMO_PASSWORD, PEOPLE } from './people.ts'

export async function fillPeople(scope: Scope): Promise<void> {
  for (const { email, name, role, region } of PEOPLE) {
    const code = region ? (await findRegionBySlug(scope.db, region))?.code : undefined
    const { invitation } = granted(
      await inviteAccount(scope, { email, name, role, scopeKind: code ? 'region' : 'portal', scopeId: code ?? null }),
    )
    const token = invitation.link?.split('/').at(-1) ?? ''
    granted(await applyLink(scope, token, { password: DEMO_PASSWORD }, { secure: false }))
  }
}
