import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { changePassword, disableAccount } from '#server/identity/accounts.ts'
import { actorOfCookie, signOut } from '#server/identity/sessions.ts'
import { signIn } from '#server/identity/sign-in.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, COOKIES, cookieOf, founded, member, PASSWORD, sent, signInAs, START, whoIs } from './people.ts'

onEachEngine('sign-in', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })

  function officer(name: string) {
    const input = { email: `${name}@contoh.go.id`, name, role: 'officer', scope: 'region:15.08' }
    return member(portal.as(portal.admin), database(), input)
  }

  test('knows who signed in by the cookie, however the address was typed', async () => {
    const ani = await officer('ani')
    const open = portal.as(null)
    const signedIn = await signInAs(open, ' ANI@contoh.go.id')
    if (!signedIn.ok) throw new Error(signedIn.issues.form)
    expect(signedIn.setCookie).toMatch(
      /^balai_session=[a-z2-7]{40}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/,
    )
    const known = await actorOfCookie(open.db, sent(signedIn.setCookie), START, COOKIES)
    expect(known).toEqual({ actor: ani })
    expect(ani.grants).toEqual([{ role: 'officer', scopeKind: 'region', scopeId: '15.08' }])
  })

  test('leaves the cookie open to http only where the portal is', async () => {
    await officer('hani')
    const signedIn = await signIn(
      portal.as(null),
      { email: 'hani@contoh.go.id', password: PASSWORD, address: '' },
      { secure: false },
    )
    expect(signedIn).toMatchObject({ ok: true, setCookie: expect.not.stringContaining('Secure') })
  })

  test('refuses a wrong password and an unknown address with the same words', async () => {
    await officer('budi')
    const wrong = await signInAs(portal.as(null), 'budi@contoh.go.id', 'bukan sandi saya')
    const unknown = await signInAs(portal.as(null), 'tiada@contoh.go.id', PASSWORD)
    expect(wrong).toEqual({
      ok: false,
      issues: { form: 'sign-in-wrong' },
      retryAt: null,
      values: { email: 'budi@contoh.go.id' },
    })
    expect(unknown).toEqual({ ...wrong, values: { email: 'tiada@contoh.go.id' } })
  })

  test('works as hard for an unknown address as for a wrong password', async () => {
    await officer('wati')
    const timeOf = async (email: string, round: number) => {
      const began = process.cpuUsage()
      await signInAs(portal.as(null), email, 'bukan sandi saya', `198.51.100.${round}`)
      const { user, system } = process.cpuUsage(began)
      return user + system
    }
    let known = 0
    let unknown = 0
    for (let round = 0; round < 8; round += 1) {
      known += await timeOf('wati@contoh.go.id', round)
      unknown += await timeOf('nobody@contoh.go.id', round)
    }
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  test('makes guessing wait, longer each time, and lets the owner in after the wait', async () => {
    await officer('cici')
    const guess = (minutes: number) =>
      signInAs(portal.as(null, after(minutes)), 'cici@contoh.go.id', 'salah salah salah')
    for (let count = 1; count <= 5; count += 1) {
      expect(await guess(0)).toMatchObject({ issues: { form: 'sign-in-wrong' } })
    }
    expect(await guess(0)).toMatchObject({ issues: { form: 'sign-in-later' }, retryAt: after(0.5) })
    expect(await guess(0.5)).toMatchObject({ issues: { form: 'sign-in-wrong' } })
    expect(await guess(1)).toMatchObject({ issues: { form: 'sign-in-later' }, retryAt: after(1.5) })
    const right = (minutes: number, address?: string) =>
      signInAs(portal.as(null, after(minutes)), 'cici@contoh.go.id', PASSWORD, address)
    expect(await right(1)).toMatchObject({ issues: { form: 'sign-in-later' } })
    expect(await right(1, '203.0.113.99')).toMatchObject({ ok: true })
    expect(await right(1.5)).toMatchObject({ ok: true })
    expect(await guess(1.5)).toMatchObject({ issues: { form: 'sign-in-wrong' } })
  })

  test('lets no more guesses through when many come at once', async () => {
    await officer('didi')
    const guesses = Array.from({ length: 12 }, () =>
      signInAs(portal.as(null), 'didi@contoh.go.id', 'salah salah salah'),
    )
    const forms = (await Promise.all(guesses)).map((outcome) => (outcome.ok ? 'ok' : outcome.issues.form))
    expect(forms.filter((form) => form === 'sign-in-wrong')).toHaveLength(5)
    expect(forms.filter((form) => form === 'sign-in-later')).toHaveLength(7)
  })

  test('forgets failures after an hour without any', async () => {
    await officer('eka')
    const guess = (minutes: number) =>
      signInAs(portal.as(null, after(minutes)), 'eka@contoh.go.id', 'salah salah salah')
    for (let count = 0; count < 5; count += 1) await guess(0)
    expect(await guess(0)).toMatchObject({ issues: { form: 'sign-in-later' } })
    for (let count = 0; count < 5; count += 1)
      expect(await guess(60)).toMatchObject({ issues: { form: 'sign-in-wrong' } })
    expect(
      await database().db.selectFrom('attempt').selectAll().where('lastAt', '<', START.toISOString()).execute(),
    ).toEqual([])
  })

  test('keeps neither session ids nor addresses in clear', async () => {
    await officer('fani')
    const cookie = await cookieOf(portal.as(null), 'fani@contoh.go.id')
    const id = cookie.split('=').at(-1)!
    const sessions = await database().db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(sessions)).not.toContain(id)
    expect(sessions.map((row) => row.idHash)).toContain(createHash('sha256').update(id).digest('hex'))
    await signInAs(portal.as(null), 'fani@contoh.go.id', 'salah salah salah')
    expect(JSON.stringify(await database().db.selectFrom('attempt').selectAll().execute())).not.toMatch(/fani|203\.0/)
  })

  test('begins a new session at each sign-in and ends the one before', async () => {
    await officer('gita')
    const first = await cookieOf(portal.as(null), 'gita@contoh.go.id')
    const again = await signIn(
      portal.as(null),
      { email: 'gita@contoh.go.id', password: PASSWORD, address: '' },
      { ...COOKIES, cookieHeader: first },
    )
    if (!again.ok) throw new Error(again.issues.form)
    expect(sent(again.setCookie)).not.toBe(first)
    expect(await whoIs(portal.as(null), first)).toBeUndefined()
    expect(await whoIs(portal.as(null), sent(again.setCookie))).toBe(again.accountId)
  })

  test('draws a session in use out, and ends one that is left for twelve hours', async () => {
    await officer('heri')
    const cookie = await cookieOf(portal.as(null), 'heri@contoh.go.id')
    const seen = (hours: number) => actorOfCookie(database().db, cookie, after(60 * hours), COOKIES)
    expect(await seen(5)).not.toHaveProperty('setCookie')
    expect(await seen(7)).toMatchObject({ setCookie: expect.stringContaining(cookie.split('; ')[1]!) })
    expect(await seen(18.9)).not.toBeNull()
    expect(await seen(31)).toBeNull()
    expect(await seen(18.9)).toBeNull()
  })

  test('ends this session at signing out, and no other', async () => {
    const ida = await officer('ida')
    const [one, two] = [
      await cookieOf(portal.as(null), 'ida@contoh.go.id'),
      await cookieOf(portal.as(null), 'ida@contoh.go.id'),
    ]
    const emptied = await signOut(portal.as(ida), { ...COOKIES, cookieHeader: one })
    expect(emptied).toMatch(/^balai_session=; .*Max-Age=0/)
    expect(await whoIs(portal.as(null), one)).toBeUndefined()
    expect(await whoIs(portal.as(null), two)).toBe(ida.accountId)
  })

  test('ends all sessions when the password changes, and begins one', async () => {
    const joko = await officer('joko')
    const old = await cookieOf(portal.as(null), 'joko@contoh.go.id')
    const change = (current: string, password: string) =>
      changePassword(portal.as(joko), { current, password }, COOKIES)
    expect(await change('bukan ini', 'sandi baru yang lain')).toMatchObject({ issues: { current: 'wrong' } })
    expect(await change(PASSWORD, 'pendek')).toMatchObject({ issues: { password: 'password-short' } })
    expect(await whoIs(portal.as(null), old)).toBe(joko.accountId)
    const changed = await change(PASSWORD, 'sandi baru yang lain')
    if (!changed.ok) throw new Error(JSON.stringify(changed.issues))
    expect(await whoIs(portal.as(null), old)).toBeUndefined()
    expect(await whoIs(portal.as(null), sent(changed.setCookie))).toBe(joko.accountId)
    expect(await signInAs(portal.as(null), 'joko@contoh.go.id', PASSWORD)).toMatchObject({ ok: false })
    expect(await signInAs(portal.as(null), 'joko@contoh.go.id', 'sandi baru yang lain')).toMatchObject({ ok: true })
  })

  test('lets a disabled account neither in nor stay', async () => {
    const kiki = await officer('kiki')
    const cookie = await cookieOf(portal.as(null), 'kiki@contoh.go.id')
    expect(await disableAccount(portal.as(portal.admin), kiki.accountId)).toEqual({ ok: true })
    expect(await whoIs(portal.as(null), cookie)).toBeUndefined()
    expect(await signInAs(portal.as(null), 'kiki@contoh.go.id')).toMatchObject({ issues: { form: 'sign-in-wrong' } })
  })

  test.each([
    null,
    '',
    'balai_session=',
    'balai_session=abc',
    '%=%; balai_session=%E0%A4',
    `balai_session=${'a'.repeat(40)}`,
  ])('takes the cookie header %j for nobody', async (header) => {
    expect(await actorOfCookie(database().db, header, START, COOKIES)).toBeNull()
  })
})
