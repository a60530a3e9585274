/** What a session must not be made to do: act for another site, be another's, lead elsewhere, or outlive its role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccountByEmail } from '#db/identity/accounts.ts'
import { listGrantsOfAccount } from '#db/identity/role-grants.ts'
import { makeMachineToken, revokeMachineToken } from '#server/identity/machine-tokens.ts'
import { revokeRole } from '#server/identity/roles.ts'
import { PAGES, pathTo, type PageName } from '#server/paths.ts'
import { scopeOf } from '#server/scope.ts'
import { emailOf, settle, type Town } from '../access/town.ts'
import { portalAdmin } from '../directory/actors.ts'
import { actorOf, PASSWORD } from '../identity/people.ts'
import { startPortal, visitorOf, type TestPortal } from '../support/portal.ts'

const FOREIGN = 'https://jahat.example'
/** What a browser says of where a post comes from, when it doesn't come from one of our pages. */
const FROM_ELSEWHERE = [{ origin: FOREIGN }, { origin: 'null' }]
const OFFICER = emailOf('officer', 'own')
/** Where a browser could be led by what stands in `next`. */
const ELSEWHERE = [
  `${FOREIGN}/`,
  '//jahat.example/',
  '/\\jahat.example',
  '\\\\jahat.example',
  '/\t/jahat.example',
  '/%09/jahat.example',
  'https:jahat.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/..//jahat.example',
  '/.//jahat.example',
  '///jahat.example',
  '@jahat.example',
  '.jahat.example',
]

describe.each(['sqlite', 'postgres'] as const)('a session (%s)', (engine) => {
  let portal: TestPortal
  let town: Town
  beforeAll(async () => {
    portal = await startPortal(engine, { fill: async (database) => (town = await settle(database)) })
  })
  afterAll(() => portal?.stop())
  const officer = async (email = OFFICER) => {
    const visitor = visitorOf(portal)
    await visitor.signIn(email, PASSWORD)
    return visitor
  }
  const accountOf = async (email: string) => (await findAccountByEmail(portal.database.db, email))?.id ?? ''

  test('does nothing that another site makes its browser post, on any page', async () => {
    const visitor = await officer()
    const params = { slug: town.draft.slug, code: town.open.shortCode, token: 'x', part: 'scores' }
    const fields = { step: 'open', sure: '1', form: 'unit', act: 'end', name: 'Dari luar' }
    for (const page of Object.keys(PAGES) as PageName[]) {
      for (const headers of FROM_ELSEWHERE) {
        const reply = await visitor.post(pathTo('id', page, params), fields, headers)
        expect([reply.status, page]).toEqual([403, page])
      }
    }
    expect((await visitor.get(`/survei/kelola/${town.draft.slug}`)).status).toBe(200)
    expect((await visitorOf(portal).get(`/survei/${town.draft.slug}`)).status).toBe(404)
  })

  test('is never the one that somebody planted', async () => {
    const planted = 'a'.repeat(40)
    const visitor = visitorOf(portal)
    const reply = await visitor.post(
      '/masuk',
      { email: OFFICER, password: PASSWORD },
      { cookie: `balai_session=${planted}` },
    )
    expect(reply.status).toBe(303)
    expect(reply.headers.get('set-cookie')).toMatch(/^balai_session=(?!a{40})[a-z2-7]{40}; HttpOnly; .*SameSite=Lax/)
    const thief = await visitorOf(portal).get('/akun', { cookie: `balai_session=${planted}` })
    expect(thief.status).toBe(401)
    // Nor does a name in an address make one.
    expect((await visitorOf(portal).get(`/akun?balai_session=${planted}`)).status).toBe(401)
  })

  test('leads nowhere else after signing in, whatever the address asks for', async () => {
    for (const next of ELSEWHERE) {
      for (const path of [`/masuk?next=${encodeURIComponent(next)}`, `/masuk?next=${next.replaceAll(' ', '%20')}`]) {
        const reply = await visitorOf(portal).post(path, { email: OFFICER, password: PASSWORD, next })
        const address = new URL(reply.headers.get('location') ?? '', portal.url)
        expect([reply.status, address.origin, next]).toEqual([303, portal.url, next])
      }
    }
    const { headers } = await visitorOf(portal).get(`/s/${town.open.shortCode}`, { host: 'jahat.example' })
    expect(headers.get('location') ?? '').not.toContain('jahat')
  })

  test('ends, wherever it is open, when a role is taken away', async () => {
    const [phone, desk] = [await officer(), await officer()]
    expect((await phone.get('/survei/kelola')).status).toBe(200)
    const accountId = await accountOf(OFFICER)
    const admin = scopeOf(portal.database, { actor: portalAdmin })
    const [grant] = await listGrantsOfAccount(portal.database.db, accountId)
    expect(await revokeRole(admin, grant?.id ?? '')).toMatchObject({ ok: true })
    for (const visitor of [phone, desk]) {
      expect((await visitor.get('/survei/kelola')).status).toBe(401)
      expect((await visitor.post(`/survei/kelola/${town.draft.slug}`, { step: 'open', sure: '1' })).status).toBe(401)
    }
    expect((await visitorOf(portal).get(`/survei/${town.draft.slug}`)).status).toBe(404)
  })

  test('of a machine ends with its token, at once', async () => {
    const actor = await actorOf(portal.database, await accountOf(emailOf('officer', 'foreign')))
    const scope = scopeOf(portal.database, { actor })
    const made = await makeMachineToken(scope, {
      name: 'Program',
      grant: `officer|region:${actor.grants[0]?.scopeId}`,
      days: 1,
    })
    if (!made.ok) throw new Error(JSON.stringify(made.issues))
    const ask = () => visitorOf(portal).get('/api/v1/survey?staff=true', { authorization: `Bearer ${made.token}` })
    expect((await ask()).status).toBe(200)
    await revokeMachineToken(scope, made.view.id)
    const reply = await ask()
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
    const stored = JSON.stringify(await portal.database.db.selectFrom('machineToken').selectAll().execute())
    expect(stored).not.toContain(made.token)
  })
})
