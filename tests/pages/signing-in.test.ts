/** Signing in as it goes over the wire: what each step opens, which session it gives, and where it leads. */
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import type { Role } from '#db/identity/tables.ts'
import { addRegion } from '#server/directory/regions.ts'
import { scopeOf } from '#server/scope.ts'
import { portalAdmin } from '../directory/actors.ts'
import { member, PASSWORD } from '../identity/people.ts'
import { onEachPortal, visitorOf, type Visitor } from '../support/portal.ts'
import { takeSecondStep } from '../support/second-step.ts'

const STAFF: [string, Role][] = [
  ['petugas', 'officer'],
  ['pengesah', 'publisher'],
  ['tamu', 'publisher'],
  ['pindah', 'publisher'],
]

async function fill(database: OpenDatabase): Promise<void> {
  const admin = scopeOf(database, { actor: portalAdmin })
  await addRegion(admin, { code: '15.08', name: 'Kabupaten Bungo', kind: 'kabupaten', timezone: 'Asia/Jakarta' })
  for (const [name, role] of STAFF) {
    await member(admin, database, { email: `${name}@contoh.go.id`, name, role, scope: 'region:15.08' })
  }
}

onEachPortal('signing in', fill, (portal) => {
  const cookieOf = (headers: Headers) => /balai_session=([a-z2-7]*)/.exec(headers.get('set-cookie') ?? '')?.[1]
  const givePassword = (visitor: Visitor, name: string, fields: Record<string, string> = {}, cookie?: string) =>
    visitor.post(
      '/masuk',
      { email: `${name}@contoh.go.id`, password: PASSWORD, ...fields },
      cookie ? { cookie: `balai_session=${cookie}` } : {},
    )
  const takeStep = (visitor: Visitor, name: string, path: string) =>
    takeSecondStep({ url: portal().url, ...visitor }, `${name}@contoh.go.id`, path)

  test('leads a publisher to set a phone up, and opens nothing else until that is done', async () => {
    const visitor = visitorOf(portal())
    expect((await givePassword(visitor, 'pengesah')).headers.get('location')).toBe('/masuk/siapkan-kode')
    for (const path of ['/akun', '/akun/sesi', '/akun/kode', '/survei/kelola', '/akun/kelola']) {
      expect((await visitor.get(path)).status).toBe(401)
      expect((await visitor.post(path)).status).toBe(401)
    }
    expect((await visitor.get('/masuk/kode')).headers.get('location')).toBe('/masuk/siapkan-kode')
    const page = await visitor.get('/masuk/siapkan-kode')
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    await takeStep(visitor, 'pengesah', '/masuk/siapkan-kode')
    expect((await visitor.get('/akun')).status).toBe(200)
  })

  test('asks for a code the next time, and a wrong one keeps the visitor there', async () => {
    const visitor = visitorOf(portal())
    expect((await givePassword(visitor, 'pengesah')).headers.get('location')).toBe('/masuk/kode')
    expect((await visitor.get('/akun')).status).toBe(401)
    const wrong = await visitor.post('/masuk/kode', { code: '000 000' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([422, null])
    expect((await visitor.get('/akun')).status).toBe(401)
    await takeStep(visitor, 'pengesah', '/masuk/kode')
    expect((await visitor.get('/akun')).status).toBe(200)
    expect((await visitor.get('/masuk/kode')).headers.get('location')).toBe('/akun')
  })

  test('takes no session that somebody planted', async () => {
    const planted = 'a'.repeat(40)
    const officer = await givePassword(visitorOf(portal()), 'petugas', {}, planted)
    expect(officer.status).toBe(303)
    expect(cookieOf(officer.headers)).toMatch(/^[a-z2-7]{40}$/)
    expect(cookieOf(officer.headers)).not.toBe(planted)
    const thief = await visitorOf(portal()).get('/akun', { cookie: `balai_session=${planted}` })
    expect(thief.status).toBe(401)
  })

  test('gives another session at each step, and the one before opens nothing', async () => {
    const visitor = visitorOf(portal())
    const waiting = cookieOf((await givePassword(visitor, 'tamu')).headers)
    await takeStep(visitor, 'tamu', '/masuk/siapkan-kode')
    for (const path of ['/akun', '/masuk/siapkan-kode']) {
      const before = await visitorOf(portal()).get(path, { cookie: `balai_session=${waiting}` })
      expect(before.status).toBe(path === '/akun' ? 401 : 303)
    }
    expect((await visitor.get('/akun')).status).toBe(200)
  })

  test('leads on to where the visitor was going, through both steps', async () => {
    const visitor = visitorOf(portal())
    const next = '/survei/kelola?state=draft'
    const step = (await givePassword(visitor, 'pindah', { next })).headers.get('location') ?? ''
    expect(step).toBe(`/masuk/siapkan-kode?${new URLSearchParams({ next })}`)
    await takeStep(visitor, 'pindah', step)
    const again = visitorOf(portal())
    const code = (await givePassword(again, 'pindah', { next })).headers.get('location') ?? ''
    expect(code).toBe(`/masuk/kode?${new URLSearchParams({ next })}`)
    await takeStep(again, 'pindah', code)
    expect((await again.get(code)).headers.get('location')).toBe(next)
  })

  test.each(['//jahat.example', 'https://jahat.example/akun', '/\\jahat.example', '/tiada', '/masuk/kode', '/keluar'])(
    'never leads to %s',
    async (next) => {
      const query = new URLSearchParams({ next }).toString()
      const officer = visitorOf(portal())
      expect((await givePassword(officer, 'petugas', { next })).headers.get('location')).toBe('/akun')
      expect((await officer.get(`/masuk/kode?${query}`)).headers.get('location')).toBe('/akun')
      const publisher = visitorOf(portal())
      const step = (await givePassword(publisher, 'pengesah', { next })).headers.get('location')
      expect(step).toBe('/masuk/kode')
      const { text } = await publisher.get(`/masuk/kode?${query}`)
      expect(text).toContain('name="next" value="/akun"')
      const { text: asked } = await visitorOf(portal()).get(`/masuk?${query}`)
      expect(asked).toContain('name="next" value="/akun"')
    },
  )

  test('answers who forgot a password alike, whether or not an account has the address', async () => {
    const ask = (email: string) => visitorOf(portal()).post('/masuk/lupa', { email })
    const [known, unknown] = [await ask('petugas@contoh.go.id'), await ask('tiada@contoh.go.id')]
    expect([known.status, unknown.status]).toEqual([200, 200])
    const fixed = (text: string) => text.replaceAll(/petugas@|tiada@/g, '')
    expect(fixed(unknown.text)).toBe(fixed(known.text))
    expect((await ask('bukan alamat')).status).toBe(422)
  })

  test('ends a session from another device', async () => {
    const [here, there] = [visitorOf(portal()), visitorOf(portal())]
    for (const visitor of [here, there]) await visitor.signIn('petugas@contoh.go.id', PASSWORD)
    const { text } = await here.get('/akun/sesi')
    expect(text).toContain('Perangkat ini')
    expect((await here.post('/akun/sesi', { act: 'others' })).status).toBe(303)
    expect((await there.get('/akun')).status).toBe(401)
    expect((await here.get('/akun')).status).toBe(200)
  })
})
