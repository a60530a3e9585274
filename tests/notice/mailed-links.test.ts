import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '#db/identity/tables.ts'
import { disableAccount } from '#server/identity/accounts.ts'
import { applyLink, getLink } from '#server/identity/sign-in-links.ts'
import { askForgottenLink, inviteByMail, mailLink } from '#server/notice/mailed-links.ts'
import { agreeReset, askReset } from '#server/notice/resets.ts'
import { onEachEngine } from '../support/engines.ts'
import { passwordStep, setUpPhone } from '../identity/phone.ts'
import { COOKIES, founded, member, PASSWORD, signInAs, tokenOf, after } from '../identity/people.ts'
import { useMailServer } from './mail-server.ts'
import { linkIn, postVia, sendAt } from './post.ts'

const server = useMailServer()

onEachEngine('links by mail', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })
  beforeEach(async () => {
    await database().db.deleteFrom('outbox').execute()
  })

  const emailOf = (name: string) => `${name}@contoh.go.id`
  function join(name: string, role: Role = 'officer') {
    const person = { email: emailOf(name), name, role, scope: 'region:15.08' }
    return member(portal.as(portal.admin), database(), person)
  }
  const ask = (email: string, address = '203.0.113.9', minutes = 0) =>
    askForgottenLink(portal.as(null, after(minutes)), { email, address }, 'id')
  const send = () => sendAt(database(), 0, postVia(server.url))

  test('let who forgot the password set a new one', async () => {
    await join('ani')
    expect(await ask(' ANI@contoh.go.id')).toEqual({ ok: true })
    expect(await send()).toBe(1)
    const { to, text } = server.received[0]!
    expect(to).toEqual(['ani@contoh.go.id'])
    const password = 'sandi yang baru sekali'
    expect(await applyLink(portal.as(null), tokenOf(linkIn(text)), { password }, COOKIES)).toMatchObject({ ok: true })
    expect(await signInAs(portal.as(null), emailOf('ani'), PASSWORD)).toMatchObject({ ok: false })
    expect(await signInAs(portal.as(null), emailOf('ani'), password)).toMatchObject({ ok: true })
  })

  test('are answered alike for a known and an unknown address, by the same steps in the database', async () => {
    await join('budi')
    const rows = () => database().db.selectFrom('outbox').select(['kind', 'state', 'about', 'once']).execute()
    const answers = [await ask(emailOf('budi')), await ask('tiada@contoh.go.id')]
    expect(answers[0]).toEqual(answers[1])
    const [one, other] = (await rows()).map((row) => ({ ...row, about: row.about.replace(/budi|tiada/, '') }))
    expect(one).toEqual(other)
    expect(await send()).toBe(1)
    expect(server.received.map(({ to }) => to)).toEqual([[emailOf('budi')]])
    expect(JSON.stringify(await rows())).not.toContain('contoh.go.id')
  })

  test('are not for a disabled account', async () => {
    const { accountId } = await join('cici')
    await disableAccount(portal.as(portal.admin), accountId)
    expect(await ask(emailOf('cici'))).toEqual({ ok: true })
    expect(await send()).toBe(0)
  })

  test('can be asked for a few times, whether or not there is such an account', async () => {
    await join('didi')
    for (const email of [emailOf('didi'), 'hantu@contoh.go.id']) {
      for (let count = 0; count < 3; count += 1) expect(await ask(email, `198.51.100.${count}`)).toEqual({ ok: true })
      expect(await ask(email)).toMatchObject({ ok: false, issues: { form: 'later' }, retryAt: after(0.5) })
    }
    for (let count = 0; count < 20; count += 1) await ask(`orang${count}@contoh.go.id`, '192.0.2.1')
    expect(await ask('lain@contoh.go.id', '192.0.2.1')).toMatchObject({ ok: false, issues: { form: 'later' } })
    expect(await ask('bukan alamat')).toMatchObject({ ok: false, issues: { email: 'email' } })
  })

  test('leave the link that the account has as it is until the new one is sent', async () => {
    await inviteByMail(
      portal.as(portal.admin),
      { email: emailOf('eka'), name: 'Eka', role: 'officer', scope: 'region:15.08' },
      'en',
    )
    await send()
    const first = linkIn(server.received[0]!.text)
    expect(first).toMatch(/^\/en\/set-password\//)
    await ask(emailOf('eka'))
    expect(await getLink(portal.as(null), tokenOf(first))).toBeDefined()
    await send()
    expect(await getLink(portal.as(null), tokenOf(first))).toBeUndefined()
  })

  test('are sent by an administrator of the account alone', async () => {
    const fani = await join('fani')
    const foreign = await member(portal.as(portal.admin), database(), {
      email: emailOf('asing'),
      name: 'Asing',
      role: 'admin',
      scope: 'region:14.72',
    })
    for (const actor of [foreign, fani, null]) {
      await expect(mailLink(portal.as(actor), fani.accountId, 'id')).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await send()).toBe(0)
    await mailLink(portal.as(portal.admin), fani.accountId, 'id')
    expect(await send()).toBe(1)
  })

  test('tell who is concerned when a second step is to be taken away, and when it is', async () => {
    const [first, second] = [await join('satu', 'admin'), await join('dua', 'admin')]
    const { accountId } = await join('gita', 'publisher')
    await setUpPhone(portal.as(null), await passwordStep(portal.as(null), emailOf('gita')))
    await askReset(portal.as(first), accountId, 'id')
    await askReset(portal.as(first), accountId, 'id')
    await expect(agreeReset(portal.as(first), accountId, 'id')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await send()).toBe(1)
    await agreeReset(portal.as(second), accountId, 'id')
    expect(await send()).toBe(1)
    const subjects = server.received.map(({ to, text }) => [to[0], /Seorang admin|Dua admin/.exec(text)?.[0]])
    expect(subjects).toEqual([
      [emailOf('gita'), 'Seorang admin'],
      [emailOf('gita'), 'Dua admin'],
    ])
  })
})
