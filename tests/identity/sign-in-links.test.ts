import { beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { createAdmin } from '#server/identity/portal-admins.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { applyLink, ensureSetupLink, getLink, renewLink } from '#server/identity/sign-in-links.ts'
import { scopeOf } from '#server/scope.ts'
import { onEachEngine, openTestDatabase } from '../support/engines.ts'
import {
  actorOf,
  after,
  COOKIES,
  cookieOf,
  founded,
  member,
  PASSWORD,
  sent,
  signInAs,
  tokenOf,
  whoIs,
} from './people.ts'

const FIRST = { email: 'kepala@contoh.go.id', name: 'Kepala', password: PASSWORD }

onEachEngine('sign-in links', (_, engine) => {
  let database: OpenDatabase
  beforeEach(async () => {
    const opened = await openTestDatabase(engine)
    database = opened.database
    return () => opened.dispose()
  })
  const at = (minutes: number, actor = null) => scopeOf(database, { now: after(minutes), actor })

  async function invite(email: string): Promise<{ token: string; accountId: string }> {
    const portal = await founded(database)
    const input = { email, name: 'Petugas', role: 'officer', scope: 'region:15.08' }
    const invited = await inviteAccount(portal.as(portal.admin), input)
    if (!invited.ok || !invited.invitation.link) throw new Error(JSON.stringify(invited))
    return { token: tokenOf(invited.invitation.link), accountId: invited.invitation.accountId }
  }

  test('make the first administrator, who is led to set up the second step', async () => {
    const link = await ensureSetupLink(at(0))
    expect(link).toMatch(/^\/kata-sandi\/[\w-]{43}$/)
    expect(await getLink(at(0), tokenOf(link!))).toEqual({ purpose: 'first-admin' })
    const made = await applyLink(at(0), tokenOf(link!), FIRST, COOKIES)
    if (!made.ok) throw new Error(JSON.stringify(made.issues))
    expect(made.lacks).toBe('set-up')
    expect(await whoIs(at(0), sent(made.setCookie))).toBeUndefined()
    expect((await actorOf(database, made.accountId)).grants).toEqual([
      { role: 'admin', scopeKind: 'portal', scopeId: null },
    ])
  })

  test('are kept as a hash alone', async () => {
    const token = tokenOf((await ensureSetupLink(at(0)))!)
    const rows = await database.db.selectFrom('signInLink').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('for a first administrator end when a newer one is made, and when there is an account', async () => {
    const older = tokenOf((await ensureSetupLink(at(0)))!)
    const newer = tokenOf((await ensureSetupLink(at(1)))!)
    expect(await applyLink(at(1), older, FIRST, COOKIES)).toMatchObject({ issues: { form: 'link-spent' } })
    await createAdmin(at(1), { email: 'lain@contoh.go.id' })
    expect(await applyLink(at(1), newer, FIRST, COOKIES)).toMatchObject({ issues: { form: 'link-spent' } })
    expect(await ensureSetupLink(at(1))).toBeUndefined()
  })

  test('serve one of two who use them at the same time', async () => {
    const setup = tokenOf((await ensureSetupLink(at(0)))!)
    const both = [FIRST, { ...FIRST, email: 'lain@contoh.go.id' }].map((input) =>
      applyLink(at(0), setup, input, COOKIES),
    )
    expect((await Promise.all(both)).map((made) => made.ok).sort()).toEqual([false, true])
    expect(await database.db.selectFrom('account').select('email').execute()).toHaveLength(1)
  })

  test('set an invited account’s password for one of two who use them at the same time', async () => {
    const { token } = await invite('ani@contoh.go.id')
    const passwords = ['sandi dari satu orang', 'sandi dari yang lain']
    const both = await Promise.all(passwords.map((password) => applyLink(at(0), token, { password }, COOKIES)))
    expect(both.map((set) => set.ok).sort()).toEqual([false, true])
    const winner = passwords[both.findIndex((set) => set.ok)]!
    const loser = passwords.find((password) => password !== winner)!
    expect(await signInAs(at(0), 'ani@contoh.go.id', loser)).toMatchObject({ ok: false })
    expect(await signInAs(at(0), 'ani@contoh.go.id', winner)).toMatchObject({ ok: true })
  })

  test('hold for 24 hours', async () => {
    const { token } = await invite('ani@contoh.go.id')
    expect(await getLink(at(24 * 60 - 1), token)).toEqual({
      purpose: 'password',
      email: 'ani@contoh.go.id',
      name: 'Petugas',
      hasPassword: false,
    })
    expect(await getLink(at(24 * 60), token)).toBeUndefined()
    const late = await applyLink(at(24 * 60), token, { password: PASSWORD }, COOKIES)
    expect(late).toMatchObject({ ok: false, issues: { form: 'link-spent' } })
  })

  test('stay unused by a form that is not right', async () => {
    const { token } = await invite('ani@contoh.go.id')
    const apply = (password: string, repeat?: string) => applyLink(at(0), token, { password, repeat }, COOKIES)
    expect(await apply('pendek')).toMatchObject({ issues: { password: 'password-short' } })
    expect(await apply('ANI@contoh.go.id')).toMatchObject({ issues: { password: 'password-is-email' } })
    expect(await apply(PASSWORD, 'lain')).toMatchObject({ issues: { repeat: 'repeat-differs' } })
    expect(await apply(PASSWORD, PASSWORD)).toMatchObject({ ok: true })
    expect(await apply(PASSWORD, PASSWORD)).toMatchObject({ issues: { form: 'link-spent' } })
  })

  test('ask the first administrator for an address and a name, and give them back', async () => {
    const setup = tokenOf((await ensureSetupLink(at(0)))!)
    const refused = await applyLink(at(0), setup, { email: 'bukan', name: 'K', password: 'kepala@' }, COOKIES)
    expect(refused).toEqual({
      ok: false,
      issues: { email: 'email', name: 'too-short', password: 'password-short' },
      values: { email: 'bukan', name: 'K' },
    })
  })

  test('for a lost password end the sessions, and come only from who administers all roles of the account', async () => {
    const portal = await founded(database)
    const admin = portal.as(portal.admin)
    const ani = await member(admin, database, {
      email: 'ani@contoh.go.id',
      name: 'Ani',
      role: 'officer',
      scope: `unit:${portal.counter.id}`,
    })
    const chief = await member(admin, database, {
      email: 'budi@contoh.go.id',
      name: 'Budi',
      role: 'admin',
      scope: 'region:15.08',
    })
    const cookie = await cookieOf(portal.as(null), 'ani@contoh.go.id')
    const token = tokenOf(await renewLink(portal.as(chief), ani.accountId))
    expect(await whoIs(portal.as(null), cookie)).toBe(ani.accountId)
    expect(await applyLink(portal.as(null), token, { password: 'sandi yang baru' }, COOKIES)).toMatchObject({
      ok: true,
    })
    expect(await whoIs(portal.as(null), cookie)).toBeUndefined()
    await expect(renewLink(portal.as(chief), portal.admin.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(renewLink(portal.as(ani), ani.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(renewLink(portal.as(null), ani.accountId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('from the command make a portal administrator of anyone, and open a disabled account', async () => {
    const made = await createAdmin(at(0), { email: ' Baru@Contoh.go.id' })
    if (!made.ok) throw new Error(JSON.stringify(made.issues))
    expect(made.email).toBe('baru@contoh.go.id')
    expect(await applyLink(at(0), tokenOf(made.link), { password: PASSWORD }, COOKIES)).toMatchObject({ ok: true })
    await database.db.updateTable('account').set({ disabled: 1 }).execute()
    const again = await createAdmin(at(0), { email: 'baru@contoh.go.id' })
    expect(again).toMatchObject({ ok: true, accountId: made.accountId })
    expect((await actorOf(database, made.accountId)).grants).toHaveLength(1)
    expect(await createAdmin(at(0), { email: 'bukan' })).toMatchObject({ ok: false, issues: { email: 'email' } })
  })
})
