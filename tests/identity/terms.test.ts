import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#db/identity/tables.ts'
import { disableAccount, getOwnAccount, listAccounts } from '#server/identity/accounts.ts'
import { findActor } from '#server/identity/actors.ts'
import { createAdmin } from '#server/identity/portal-admins.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { actorOfCookie } from '#server/identity/sessions.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorOf, after, COOKIES, cookieOf, founded, member, START } from './people.ts'

const HOUR = 60

// START is 09.00 in western Indonesia on 22 November 2026.
onEachEngine('a role’s days', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })

  interface Days {
    role?: Role
    scope?: string
    firstDay?: string
    lastDay?: string
  }
  const personOf = (name: string, { role = 'officer', scope = 'region:15.08', ...days }: Days) => {
    return { email: `${name}@contoh.go.id`, name, role, scope, ...days }
  }
  const join = (name: string, days: Days) => member(portal.as(portal.admin), database(), personOf(name, days))
  const invite = (name: string, days: Days) => inviteAccount(portal.as(portal.admin), personOf(name, days))
  const rolesAt = async (accountId: string, minutes: number) =>
    (await findActor(database().db, accountId, after(minutes)))?.grants.map(({ role }) => role)

  test('are counted in its place’s own zone, the first and the last whole', async () => {
    const { accountId } = await join('ani', { firstDay: '2026-11-23', lastDay: '2026-11-24' })
    expect(await rolesAt(accountId, 0)).toEqual([])
    expect(await rolesAt(accountId, 15 * HOUR - 1 / 60)).toEqual([])
    expect(await rolesAt(accountId, 15 * HOUR)).toEqual(['officer'])
    expect(await rolesAt(accountId, 63 * HOUR - 1 / 60)).toEqual(['officer'])
    expect(await rolesAt(accountId, 63 * HOUR)).toEqual([])
  })

  test('begin and end for a session that lasts, without anything being done', async () => {
    await join('budi', { firstDay: '2026-11-23' })
    await invite('budi', { role: 'auditor', lastDay: '2026-11-22' })
    const cookie = await cookieOf(portal.as(null, after(14 * HOUR)), 'budi@contoh.go.id')
    const rolesOf = async (minutes: number) =>
      (await actorOfCookie(database().db, cookie, after(minutes), COOKIES))?.actor.grants.map(({ role }) => role)
    expect(await rolesOf(14 * HOUR)).toEqual(['auditor'])
    expect(await rolesOf(15 * HOUR)).toEqual(['officer'])
  })

  test('are told to who holds the role and to who administers it', async () => {
    const cici = await join('cici', { firstDay: '2026-11-20', lastDay: '2026-11-22' })
    const own = async (minutes: number) => (await getOwnAccount(portal.as(cici, after(minutes)))).grants
    expect(await own(0)).toMatchObject([{ firstDay: '2026-11-20', lastDay: '2026-11-22', state: 'held' }])
    expect(await own(15 * HOUR)).toMatchObject([{ state: 'ended' }])
    const listed = await listAccounts(portal.as(portal.admin, after(15 * HOUR)))
    expect(listed.find(({ id }) => id === cici.accountId)?.grants).toMatchObject([{ state: 'ended' }])
  })

  test('let the same role be given again for other days, and not for the same', async () => {
    const { accountId } = await join('didi', { lastDay: '2026-11-24' })
    expect(await invite('didi', { firstDay: '2026-11-24' })).toMatchObject({ issues: { email: 'role-held' } })
    expect(await invite('didi', {})).toMatchObject({ issues: { email: 'role-held' } })
    expect(await invite('didi', { firstDay: '2026-11-25' })).toMatchObject({ ok: true })
    for (const hours of [0, 62, 63, 1000]) expect(await rolesAt(accountId, hours * HOUR)).toEqual(['officer'])
  })

  test.each([
    [{ firstDay: '2026-02-30' }, { firstDay: 'day' }],
    [{ lastDay: 'besok' }, { lastDay: 'day' }],
    [{ firstDay: '2026-12-02', lastDay: '2026-12-01' }, { lastDay: 'term-reversed' }],
    [{ lastDay: '2026-11-21' }, { lastDay: 'term-past' }],
  ])('are refused when they are %j', async (days, issues) => {
    expect(await invite('eka', days)).toMatchObject({ ok: false, issues })
  })

  test('over, a role keeps nobody else from administering the account', async () => {
    const chief = await join('fani', { role: 'admin' })
    const gita = await join('gita', {})
    await invite('gita', { role: 'auditor', scope: 'region:14.72', lastDay: '2026-11-22' })
    await expect(disableAccount(portal.as(chief), gita.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await disableAccount(portal.as(chief, after(15 * HOUR)), gita.accountId)).toEqual({ ok: true })
  })

  test('never leave the portal without an administrator', async () => {
    await join('hani', { role: 'admin', scope: 'portal:', lastDay: '2027-11-22' })
    await join('ida', { role: 'admin', scope: 'portal:', firstDay: '2026-12-01' })
    const refused = { issues: { form: 'last-admin' } }
    expect(await disableAccount(portal.as(portal.admin), portal.admin.accountId)).toMatchObject(refused)
    const later = portal.as(portal.admin, new Date('2026-12-01T00:00:00Z'))
    expect(await disableAccount(later, portal.admin.accountId)).toEqual({ ok: true })
    await database().db.updateTable('account').set({ disabled: 0 }).execute()
  })

  test('that end are made good by the command that makes an administrator', async () => {
    const joko = await join('joko', { role: 'admin', scope: 'portal:', lastDay: '2026-11-22' })
    expect(await createAdmin(portal.as(null), { email: 'joko@contoh.go.id' })).toMatchObject({ ok: true })
    expect((await actorOf(database(), joko.accountId, new Date(START.getTime() + 1e12))).grants).toHaveLength(1)
  })
})
