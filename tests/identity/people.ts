import type { OpenDatabase } from '#db/database.ts'
import type { Actor } from '#server/access.ts'
import { addInstitution, type Institution } from '#server/directory/institutions.ts'
import { addRegion } from '#server/directory/regions.ts'
import { addUnit, type Unit } from '#server/directory/units.ts'
import { findActor } from '#server/identity/actors.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import type { InviteInput } from '#server/identity/schema.ts'
import { actorOfCookie } from '#server/identity/sessions.ts'
import { signIn, type SignInOutcome } from '#server/identity/sign-in.ts'
import { applyLink, ensureSetupLink } from '#server/identity/sign-in-links.ts'
import { scopeOf, type Scope } from '#server/scope.ts'

export const PASSWORD = 'empat kata yang panjang'
export const COOKIES = { secure: true }
export const START = new Date('2026-11-22T02:00:00Z')

export function after(minutes: number): Date {
  return new Date(START.getTime() + minutes * 60_000)
}

export function tokenOf(path: string): string {
  return path.split('/').at(-1)!
}

/** The cookie as a browser sends it back. */
export function sent(setCookie: string): string {
  return `bahasa=id%; ${setCookie.split(';')[0]}`
}

/** What a portal needs before anyone can be invited: its first administrator and one branch of the tree. */
export async function founded(database: OpenDatabase) {
  const open = scopeOf(database, { now: START })
  const link = await ensureSetupLink(open)
  const made = await applyLink(
    open,
    tokenOf(link!),
    { email: 'Kepala@Contoh.go.id', name: 'Kepala', password: PASSWORD },
    COOKIES,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const admin = await actorOf(database, made.accountId)
  const as = (actor: Actor | null, now = START): Scope => scopeOf(database, { actor, now })
  const { agency, clinic, counter } = await branch(as(admin))
  return { link: link!, admin, as, agency, clinic, counter }
}

async function branch(scope: Scope): Promise<{ agency: Institution; clinic: Institution; counter: Unit }> {
  const region = { name: 'Kabupaten Bungo', kind: 'kabupaten', code: '15.08', timezone: 'Asia/Jakarta' } as const
  await addRegion(scope, region)
  await addRegion(scope, { ...region, name: 'Kota Dumai', kind: 'kota', code: '14.72' })
  const agency = await addInstitution(scope, { region: '15.08', kind: 'agency', name: 'Dinas Kesehatan' })
  if (!agency.ok) throw new Error(JSON.stringify(agency.issues))
  const below = { region: '15.08', parent: agency.institution.id, kind: 'health_centre', name: 'Puskesmas' } as const
  const clinic = await addInstitution(scope, below)
  if (!clinic.ok) throw new Error(JSON.stringify(clinic.issues))
  const counter = await addUnit(scope, { institution: clinic.institution.id, name: 'Loket', sector: 'health' })
  if (!counter.ok) throw new Error(JSON.stringify(counter.issues))
  return { agency: agency.institution, clinic: clinic.institution, counter: counter.unit }
}

export async function actorOf(database: OpenDatabase, accountId: string, now = START): Promise<Actor> {
  const actor = await findActor(database.db, accountId, now)
  if (!actor) throw new Error('There is no such account.')
  return actor
}

/** Invited, with a password of their own. */
export async function member(scope: Scope, database: OpenDatabase, input: InviteInput): Promise<Actor> {
  const invited = await inviteAccount(scope, input)
  if (!invited.ok) throw new Error(JSON.stringify(invited.issues))
  const { accountId, link } = invited.invitation
  if (link) await applyLink(scope, tokenOf(link), { password: PASSWORD }, COOKIES)
  return actorOf(database, accountId)
}

export function signInAs(
  scope: Scope,
  email: string,
  password = PASSWORD,
  address = '203.0.113.7',
): Promise<SignInOutcome> {
  return signIn(scope, { email, password, address }, COOKIES)
}

/** A cookie of a new session. */
export async function cookieOf(scope: Scope, email: string): Promise<string> {
  const signedIn = await signInAs(scope, email)
  if (!signedIn.ok) throw new Error(signedIn.issues.form)
  return sent(signedIn.setCookie)
}

export async function whoIs({ db, now }: Scope, cookie: string): Promise<string | undefined> {
  return (await actorOfCookie(db, cookie, now, COOKIES))?.actor.accountId
}
