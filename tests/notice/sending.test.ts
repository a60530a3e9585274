import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { applyLink, getLink } from '#server/identity/sign-in-links.ts'
import { inviteByMail } from '#server/notice/mailed-links.ts'
import { queueMail } from '#server/notice/outbox.ts'
import { transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, COOKIES, founded, PASSWORD, tokenOf } from '../identity/people.ts'
import { useMailServer } from './mail-server.ts'
import { linkIn, postVia, sendAt } from './post.ts'

const server = useMailServer()

onEachEngine('mail', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })
  beforeEach(async () => {
    await database().db.deleteFrom('outbox').execute()
  })

  async function invite(name: string): Promise<void> {
    const person = { email: `${name}@contoh.go.id`, name, role: 'officer', scope: 'region:15.08' }
    const invited = await inviteByMail(portal.as(portal.admin), person, 'id')
    expect(invited).toMatchObject({ ok: true, told: true, invitation: { link: null } })
  }
  const outbox = () => database().db.selectFrom('outbox').selectAll().execute()
  const statesOf = async () => (await outbox()).map(({ state }) => state)
  const send = (minutes = 0, post = postVia(server.url)) => sendAt(database(), minutes, post)

  test('of an invitation reaches the person, with a link that works', async () => {
    await invite('ani')
    expect(await send()).toBe(1)
    expect(server.received).toHaveLength(1)
    const { to, text, raw } = server.received[0]!
    expect(to).toEqual(['ani@contoh.go.id'])
    expect(raw).toMatch(/^From: Balai <balai@example\.go\.id>\r$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im)
    const link = linkIn(text)
    const applied = await applyLink(portal.as(null), tokenOf(link), { password: PASSWORD }, COOKIES)
    expect(applied).toMatchObject({ ok: true })
  })

  test('is never sent again', async () => {
    await invite('budi')
    expect(await send()).toBe(1)
    for (const minutes of [0, 1, 60, 60 * 24]) expect(await send(minutes)).toBe(0)
    expect(server.received).toHaveLength(1)
  })

  test('leaves neither address nor link in the outbox', async () => {
    await invite('cici')
    expect(JSON.stringify(await outbox())).not.toMatch(/cici|kata-sandi/)
    await send()
    const token = tokenOf(linkIn(server.received[0]!.text))
    const kept = JSON.stringify(await outbox())
    expect(kept).not.toContain(token)
    expect(await outbox()).toMatchObject([{ state: 'sent', about: '{}' }])
  })

  test('is not there when the act that it tells of failed', async () => {
    const failing = transaction(portal.as(null), async (within) => {
      await queueMail(within, { kind: 'password-forgotten', email: 'didi@contoh.go.id', locale: 'id' })
      throw new Error('as a test')
    })
    await expect(failing).rejects.toThrow('as a test')
    expect(await outbox()).toEqual([])
  })

  test('waits longer and longer while the server is away, and arrives once', async () => {
    await invite('eka')
    const away = postVia('smtp://127.0.0.1:1')
    expect(await send(0, away)).toBe(0)
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1, dueAt: after(1).toISOString() }])
    expect(await send(0.9)).toBe(0)
    await send(1, away)
    expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 2, dueAt: after(3).toISOString() }])
    expect(await send(3)).toBe(1)
    expect(server.received).toHaveLength(1)
    const token = tokenOf(linkIn(server.received[0]!.text))
    expect(await getLink(portal.as(null, after(24 * 60 + 2)), token)).toMatchObject({ email: 'eka@contoh.go.id' })
  })

  test.each([{ recipient: 451 }, { text: 451 }])('put off by the server (%j) is tried again', async (behave) => {
    await invite(`fani${Object.keys(behave)[0]}`)
    server.behave = behave
    await send()
    expect(await statesOf()).toEqual(['waiting'])
    server.behave = {}
    expect(await send(1)).toBe(1)
    expect(server.received).toHaveLength(1)
  })

  test.each([{ recipient: 550 }, { text: 554 }])('refused for good (%j) is given up', async (behave) => {
    await invite(`gita${Object.keys(behave)[0]}`)
    server.behave = behave
    await send()
    expect(await statesOf()).toEqual(['failed'])
    server.behave = {}
    expect(await send(60)).toBe(0)
    expect(server.received).toEqual([])
  })

  test('of which nobody knows whether it arrived is not sent again', async () => {
    await invite('hani')
    server.behave = { hangUp: true }
    await send()
    expect(server.received).toHaveLength(1)
    expect(await statesOf()).toEqual(['unsure'])
    server.behave = {}
    for (const minutes of [1, 60, 600]) expect(await send(minutes)).toBe(0)
    expect(server.received).toHaveLength(1)
  })

  test('that a program took and died with is not sent again either', async () => {
    await invite('ida')
    await database()
      .db.updateTable('outbox')
      .set({ state: 'handing', handedAt: after(0).toISOString() })
      .execute()
    expect(await send(5)).toBe(0)
    expect(await statesOf()).toEqual(['handing'])
    expect(await send(11)).toBe(0)
    expect(await statesOf()).toEqual(['unsure'])
    expect(server.received).toEqual([])
  })

  test('whose text can’t be made keeps no other waiting', async () => {
    await transaction(portal.as(null), (within) =>
      queueMail(within, {
        kind: 'heads',
        accountId: portal.admin.accountId,
        locale: 'xx' as 'id',
        after: '',
        until: '',
      }),
    )
    await database().db.updateTable('outbox').set({ about: 'bukan JSON' }).execute()
    await invite('joko')
    expect(await send()).toBe(1)
    expect((await statesOf()).sort()).toEqual(['sent', 'waiting'])
  })

  test('to who has set a password meanwhile has nothing to say', async () => {
    await invite('kiki')
    await send()
    const token = tokenOf(linkIn(server.received[0]!.text))
    await database().db.updateTable('outbox').set({ state: 'sent' }).execute()
    await applyLink(portal.as(null), token, { password: PASSWORD }, COOKIES)
    const { id } = await database()
      .db.selectFrom('account')
      .select('id')
      .where('email', '=', 'kiki@contoh.go.id')
      .executeTakeFirstOrThrow()
    await transaction(portal.as(null), (within) =>
      queueMail(within, { kind: 'password-link', accountId: id, locale: 'id', invited: true }),
    )
    expect(await send()).toBe(0)
    expect((await statesOf()).sort()).toEqual(['dropped', 'sent'])
  })

  test('becomes a file for the portal’s own account alone where there is no server', async () => {
    await invite('lia')
    const post = postVia()
    expect(await send(0, post)).toBe(1)
    const folder = join(post.dataDir, 'mail')
    const [name = '', ...others] = readdirSync(folder)
    expect([name.endsWith('.eml'), others]).toEqual([true, []])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^To: lia@contoh\.go\.id\r?$/m)
    expect(server.received).toEqual([])
  })
})
