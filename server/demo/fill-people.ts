import { findRegionBySlug } from '#db/directory/regions.ts'
import { makeResidentLink, signInByLink } from '../identity/resident-sign-in.ts'
import { residentOfCookie, type Resident } from '../identity/resident-sessions.ts'
import { inviteAccount } from '../identity/roles.ts'
import { applyLink } from '../identity/sign-in-links.ts'
import { transaction, type Scope } from '../scope.ts'
import { granted } from './fill-places.ts'
import { DEMO_PASSWORD, DEMO_RESIDENT, PEOPLE } from './people.ts'

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

/** The resident, signed in as by the link of a mail; the account is made with the first. */
export async function demoResident(anyone: Scope): Promise<Resident> {
  const asked = { email: DEMO_RESIDENT, askingHash: '' }
  const { token } = await transaction(anyone, (within) => makeResidentLink(within, asked))
  const cookies = { secure: false }
  const signedIn = await signInByLink(anyone, token, { locale: 'id', cookies })
  const session = await residentOfCookie(anyone.db, signedIn?.setCookie.split(';')[0], anyone.now, cookies)
  if (!session) throw new Error(`${DEMO_RESIDENT} could not sign in.`)
  return session.resident
}
