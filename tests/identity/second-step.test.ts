import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#db/identity/tables.ts'
import { inviteAccount } from '#server/identity/roles.ts'
import { whatSignInLacks } from '#server/identity/second-step.ts'
import { offerTotp, renewRecoveryCodes, setUpTotp } from '#server/identity/set-up-totp.ts'
import { applyLink, renewLink } from '#server/identity/sign-in-links.ts'
import { codeAt } from '#server/identity/totp.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, COOKIES, founded, member, PASSWORD, sent, tokenOf, whoIs } from './people.ts'
import { give, KEY, passwordStep, setUpPhone } from './phone.ts'

onEachEngine('the second step', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })

  const at = (minutes: number) => portal.as(null, after(minutes))
  const emailOf = (name: string) => `${name}@contoh.go.id`
  function join(name: string, role: Role = 'publisher', days: { firstDay?: string; lastDay?: string } = {}) {
    const person = { email: emailOf(name), name, role, scope: 'region:15.08', ...days }
    return member(portal.as(portal.admin), database(), person)
  }
  /** With a phone, set up at minute 0. */
  async function withPhone(name: string, role: Role = 'publisher') {
    const actor = await join(name, role)
    const cookie = await passwordStep(at(0), emailOf(name))
    return { actor, email: emailOf(name), ...(await setUpPhone(at(0), cookie)) }
  }

  test('is asked of who publishes or administers, also when that is still to come', async () => {
    const lacks = async (name: string, role: Role, days = {}) =>
      whatSignInLacks(at(24 * 60), (await join(name, role, days)).accountId)
    expect(await lacks('a1', 'publisher')).toBe('set-up')
    expect(await lacks('a2', 'admin')).toBe('set-up')
    expect(await lacks('a3', 'publisher', { firstDay: '2027-01-01' })).toBe('set-up')
    expect(await lacks('a4', 'publisher', { lastDay: '2026-11-22' })).toBeNull()
    for (const role of ['officer', 'moderator', 'auditor'] as const) expect(await lacks(role, role)).toBeNull()
  })

  test('not taken, leaves the session nobody’s', async () => {
    const { email, secret } = await withPhone('ani')
    const cookie = await passwordStep(at(1), email)
    expect(await whoIs(at(1), cookie)).toBeUndefined()
    const done = await give(at(1), cookie, { code: codeAt(secret, after(1)) })
    expect(done.ok && (await whoIs(at(1), sent(done.setCookie)))).toBeTruthy()
  })

  test('gives the session a new id and ends the one that waited', async () => {
    const { email, secret, actor } = await withPhone('budi')
    const waiting = await passwordStep(at(1), email)
    const done = await give(at(1), waiting, { code: codeAt(secret, after(1)) })
    if (!done.ok) throw new Error(JSON.stringify(done.issues))
    expect(sent(done.setCookie)).not.toBe(waiting)
    expect(await whoIs(at(1), waiting)).toBeUndefined()
    expect(await whoIs(at(1), sent(done.setCookie))).toBe(actor.accountId)
    expect(await give(at(2), waiting, { code: codeAt(secret, after(2)) })).toMatchObject({
      issues: { form: 'step-over' },
    })
  })

  test('takes each code once, and none from before the last', async () => {
    const { email, secret } = await withPhone('cici')
    const wrong = { ok: false, issues: { code: 'code-wrong' } }
    const setUpCode = codeAt(secret, after(0))
    expect(await give(at(0), await passwordStep(at(0), email), { code: setUpCode })).toEqual(wrong)
    const code = codeAt(secret, after(1.5))
    expect(await give(at(1), await passwordStep(at(1), email), { code })).toMatchObject({ ok: true })
    expect(await give(at(1), await passwordStep(at(1), email), { code })).toEqual(wrong)
    const older = codeAt(secret, after(1))
    expect(await give(at(1), await passwordStep(at(1), email), { code: older })).toEqual(wrong)
  })

  test('lets one of two in who bring the same code at the same time', async () => {
    const { email, secret } = await withPhone('didi')
    const cookies = [await passwordStep(at(1), email), await passwordStep(at(1), email)]
    const code = codeAt(secret, after(1))
    const both = await Promise.all(cookies.map((cookie) => give(at(1), cookie, { code })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('allows a phone’s clock half a minute, and no more', async () => {
    const { email, secret } = await withPhone('eka')
    const tryAt = async (minutes: number, ahead: number) =>
      (
        await give(at(minutes), await passwordStep(at(minutes), email), {
          code: codeAt(secret, after(minutes + ahead)),
        })
      ).ok
    expect(await tryAt(10, -1)).toBe(false)
    expect(await tryAt(10, -0.5)).toBe(true)
    expect(await tryAt(20, 1)).toBe(false)
    expect(await tryAt(20, 0.5)).toBe(true)
  })

  test('makes guessing wait, wherever the guesses come from', async () => {
    const { email, secret } = await withPhone('fani')
    const guess = async (minutes: number, code = '000000') =>
      give(at(minutes), await passwordStep(at(minutes), email), { code })
    for (let count = 0; count < 5; count += 1) expect(await guess(2)).toMatchObject({ issues: { code: 'code-wrong' } })
    expect(await guess(2, codeAt(secret, after(2)))).toMatchObject({ issues: { form: 'later' }, retryAt: after(2.5) })
    expect(await guess(2.5, codeAt(secret, after(2.5)))).toMatchObject({ ok: true })
  })

  test('must be taken within half an hour', async () => {
    const { email, secret } = await withPhone('gita')
    const cookie = await passwordStep(at(0), email)
    expect(await give(at(30), cookie, { code: codeAt(secret, after(30)) })).toMatchObject({
      issues: { form: 'step-over' },
    })
  })

  test('takes a recovery code in place of the phone, each once, however it is typed', async () => {
    const { email, recoveryCodes } = await withPhone('hani')
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = '', second = ''] = recoveryCodes
    const recover = async (recovery: string) => give(at(1), await passwordStep(at(1), email), { recovery })
    expect(await recover(` ${first.toLowerCase().replaceAll('-', ' ')}`)).toMatchObject({ ok: true })
    expect(await recover(first)).toMatchObject({ issues: { recovery: 'recovery-wrong' } })
    const cookies = [await passwordStep(at(1), email), await passwordStep(at(1), email)]
    const both = await Promise.all(cookies.map((cookie) => give(at(1), cookie, { recovery: second })))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('keeps neither secrets nor recovery codes in clear, and opens none with another key', async () => {
    const { email, secret, recoveryCodes } = await withPhone('ida')
    const { db } = database()
    const rows = [
      await db.selectFrom('accountTotp').selectAll().execute(),
      await db.selectFrom('recoveryCode').selectAll().execute(),
      await db.selectFrom('session').selectAll().execute(),
    ]
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(secret)
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''))
    const cookie = await passwordStep(at(1), email)
    const other = await give(at(1), cookie, { code: codeAt(secret, after(1)) }, Buffer.alloc(32, 1))
    expect(other).toEqual({ ok: false, issues: { code: 'code-wrong' } })
  })

  test('offers each session a secret of its own, and the same at each look', async () => {
    await join('joko')
    const cookies = [await passwordStep(at(0), emailOf('joko')), await passwordStep(at(0), emailOf('joko'))]
    const offered = (cookieHeader: string) => offerTotp(at(0), KEY, { cookieHeader, place: 'contoh' })
    const [one, other] = [await offered(cookies[0]!), await offered(cookies[1]!)]
    expect(one).toEqual(await offered(cookies[0]!))
    expect(one?.secret).not.toBe(other?.secret)
    expect(one?.uri).toContain(`secret=${one?.secret}`)
    const code = codeAt(one!.secret, after(0))
    expect(await setUpTotp(at(0), KEY, { code }, { ...COOKIES, cookieHeader: cookies[1] })).toMatchObject({ ok: false })
  })

  test('set up, can’t be put elsewhere by a sign-in that gave the password alone', async () => {
    await join('kiki')
    const [thief, owner] = [await passwordStep(at(0), emailOf('kiki')), await passwordStep(at(0), emailOf('kiki'))]
    const offer = await offerTotp(at(0), KEY, { cookieHeader: thief, place: 'contoh' })
    await setUpPhone(at(0), owner)
    const stolen = { code: codeAt(offer!.secret, after(0)) }
    expect(await setUpTotp(at(0), KEY, stolen, { ...COOKIES, cookieHeader: thief })).toMatchObject({
      issues: { form: 'step-over' },
    })
  })

  test('put on another phone asks for the password and ends all other sessions', async () => {
    const { cookie, email, secret, actor } = await withPhone('lia')
    const offer = await offerTotp(at(1), KEY, { cookieHeader: cookie, place: 'contoh' })
    expect(offer).toMatchObject({ asksPassword: true, replaces: true })
    const code = codeAt(offer!.secret, after(1))
    const put = (password: string) => setUpTotp(at(1), KEY, { code, password }, { ...COOKIES, cookieHeader: cookie })
    expect(await put('bukan sandinya')).toMatchObject({ issues: { password: 'wrong' } })
    expect(await whoIs(at(1), cookie)).toBe(actor.accountId)
    const done = await put(PASSWORD)
    if (!done.ok) throw new Error(JSON.stringify(done.issues))
    expect(await whoIs(at(1), cookie)).toBeUndefined()
    expect(await whoIs(at(1), sent(done.setCookie))).toBe(actor.accountId)
    const old = await give(at(2), await passwordStep(at(2), email), { code: codeAt(secret, after(2)) })
    expect(old).toMatchObject({ ok: false })
  })

  test('is not passed by a link that sets a new password', async () => {
    const { email, actor, cookie } = await withPhone('mega')
    const token = tokenOf(await renewLink(portal.as(portal.admin), actor.accountId))
    const applied = await applyLink(at(1), token, { password: 'sandi yang lain' }, COOKIES)
    if (!applied.ok) throw new Error(JSON.stringify(applied.issues))
    expect(applied.lacks).toBe('code')
    expect(await whoIs(at(1), sent(applied.setCookie))).toBeUndefined()
    expect(await whoIs(at(1), cookie)).toBeUndefined()
    expect(email).toBe(emailOf('mega'))
  })

  test('is asked for when an officer who is signed in becomes a publisher', async () => {
    await join('nina', 'officer')
    const cookie = await passwordStep(at(0), emailOf('nina'))
    expect(await whoIs(at(0), cookie)).toBeTruthy()
    const person = { email: emailOf('nina'), name: 'Nina', role: 'publisher', scope: 'region:15.08' }
    await inviteAccount(portal.as(portal.admin), person)
    expect(await whoIs(at(0), cookie)).toBeUndefined()
    expect(await whoIs(at(0), await passwordStep(at(0), emailOf('nina')))).toBeUndefined()
  })

  test('gets ten new recovery codes for a code from the phone, in place of the old', async () => {
    const { actor, email, secret, recoveryCodes } = await withPhone('oki')
    const renew = (code: string) => renewRecoveryCodes(portal.as(actor, after(1)), KEY, { code })
    expect(await renew('')).toMatchObject({ issues: { code: 'required' } })
    expect(await renew('000000')).toMatchObject({ issues: { code: 'code-wrong' } })
    const renewed = await renew(codeAt(secret, after(1)))
    expect(renewed).toMatchObject({ ok: true, recoveryCodes: expect.any(Array) })
    const recover = async (recovery?: string) => give(at(1), await passwordStep(at(1), email), { recovery })
    expect(await recover(recoveryCodes[0])).toMatchObject({ ok: false })
    expect(await recover(renewed.ok ? renewed.recoveryCodes[0] : '')).toMatchObject({ ok: true })
  })
})
