/** Every route for staff, with the token of each role in its own place and a foreign one, with a session, and with nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { findAccountByEmail } from '#db/identity/accounts.ts'
import { makeMachineToken } from '#server/identity/machine-tokens.ts'
import { scopeOf } from '#server/scope.ts'
import { actorOf, PASSWORD } from '../identity/people.ts'
import { startPortal, visitorOf, type TestPortal, type Visitor } from '../support/portal.ts'
import { STAFF_ROUTES, type StaffRoute } from './staff-routes.ts'
import { emailOf, ROLES, settle, type Town } from './town.ts'

const SIDES = ['own', 'foreign'] as const
const HOLDERS = SIDES.flatMap((side) => ROLES.map((role) => ({ side, role, name: `${side} ${role}` })))

async function tokenOf(database: OpenDatabase, { side, role }: (typeof HOLDERS)[number]): Promise<string> {
  const account = await findAccountByEmail(database.db, emailOf(role, side))
  const actor = await actorOf(database, account?.id ?? '')
  const [{ scopeId } = { scopeId: null }] = actor.grants
  const outcome = await makeMachineToken(scopeOf(database, { actor }), {
    name: 'Program',
    grant: `${role}|region:${scopeId}`,
    days: 1,
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
  return outcome.token
}

for (const engine of ['sqlite', 'postgres'] as const) {
  describe(`the walk with tokens (${engine})`, () => {
    let portal: TestPortal
    let town: Town
    let tokens: string[]
    let stranger: Visitor

    beforeAll(async () => {
      portal = await startPortal(engine, { fill: async (database) => (town = await settle(database)) })
      tokens = []
      for (const holder of HOLDERS) tokens.push(await tokenOf(portal.database, holder))
      stranger = visitorOf(portal)
    })
    afterAll(() => portal?.stop())

    function slugFor(path: string, of: 'open' | 'draft'): string {
      if (path.startsWith('/directory/regions')) return 'kabupaten-bungo'
      if (path.startsWith('/directory/institutions')) return 'dinas-dukcapil'
      if (path.startsWith('/commitment')) return town.commitment
      if (path.startsWith('/policy')) return town.policy
      if (path.startsWith('/consultation')) return town.consultation.slug
      if (path.startsWith('/musyawarah')) return town.meetings[of]
      return path.startsWith('/directory') ? town.unit.slug : town[of].slug
    }

    function ask({ route, of = 'open', at, headers: own, body }: StaffRoute, token?: string, visitor = stranger) {
      const [method = '', path = ''] = route.split(' ')
      const { slug = slugFor(path, of), id = 'tiada' } = at?.(town) ?? {}
      const address = path
        .replace(':slug', slug)
        .replace(':service', town.service)
        .replace(':part', 'scores')
        .replace(':id', id)
        .replace(':bundle', 'tiada')
        .replace(':survey', town.open.slug)
        .replace(':number', '9')
      const sent = body?.(town)
      const headers = {
        ...own,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(sent === undefined ? {} : { 'content-type': typeof sent === 'string' ? 'text/csv' : 'application/json' }),
      }
      const text = typeof sent === 'object' ? JSON.stringify(sent) : sent
      return visitor.send(method, `/api/v1${address}`, { headers, ...(text === undefined ? {} : { body: text }) })
    }

    test.each(STAFF_ROUTES)('$route', async (line) => {
      const listed = line.tokens.split(' ').map(Number)
      const wanted = HOLDERS.map(({ name }, i) => [name, listed.length === 1 ? listed[0] : listed[i]])
      const got = []
      for (const [i, { name }] of HOLDERS.entries()) got.push([name, (await ask(line, tokens[i])).status])
      expect(got).toEqual(wanted)
    })

    test.each(STAFF_ROUTES)('$route is closed to strangers, to sessions and to what is no token', async (line) => {
      const bare = await ask(line)
      expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      const forged = await ask(line, `balai_${'x'.repeat(43)}`)
      expect([forged.status, forged.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
    })

    test('a session opens none of them', async () => {
      const admin = visitorOf(portal)
      await admin.signIn(emailOf('admin', 'own'), PASSWORD)
      for (const line of STAFF_ROUTES) expect((await ask(line, undefined, admin)).status, line.route).toBe(401)
    })

    test('what a token asks for is kept for nobody else', async () => {
      const headers = { authorization: `Bearer ${tokens[0]}` }
      const mine = await stranger.get('/api/v1/survey?staff=true', headers)
      expect(mine.text).toContain(town.draft.slug)
      expect(mine.headers.get('cache-control')).toBe('no-store')
      expect((await stranger.get('/api/v1/survey?staff=true')).status).toBe(401)
      const foreign = await stranger.get('/api/v1/survey?staff=true', { authorization: `Bearer ${tokens[5]}` })
      expect(JSON.parse(foreign.text).items).toEqual([])
    })

    test('other sites may read what a stranger may, and nothing else', async () => {
      const origin = { origin: 'https://dinas.example' }
      const open = await stranger.get('/api/v1/survey', origin)
      expect(open.headers.get('access-control-allow-origin')).toBe('*')
      expect(open.headers.get('access-control-allow-credentials')).toBeNull()
      const own = await stranger.get('/api/v1/identity/me', { ...origin, authorization: `Bearer ${tokens[0]}` })
      expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, null])
      const leave = await stranger.send('OPTIONS', `/api/v1/survey/${town.open.slug}/answers`, {
        headers: {
          ...origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
      expect(leave.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
      expect(leave.headers.get('access-control-allow-headers')).toBe('if-none-match')
    })
  })
}
