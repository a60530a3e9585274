/** Residents sign in by mail alone: by its link, with a press of a button, or by its code in the browser that asked. */
import { beforeEach, expect, test } from 'vitest'
import { actorOfCookie } from '#server/identity/sessions.ts'
import { getResidentLink, signInByCode, signInByLink } from '#server/identity/resident-sign-in.ts'
import { endResidentSession, residentOfCookie } from '#server/identity/resident-sessions.ts'
import { hasSession } from '#server/keep-key.ts'
import { askResidentLink } from '#server/notice/resident-links.ts'
import { sendWaiting } from '#server/notice/sending.ts'
import { scopeOf } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { PUBLIC_URL } from '../notice/post.ts'
import { after } from './people.ts'

const SECURE = { secure: false }

onEachEngine('a resident', (database) => {
  let email: string
  let count = 0
  beforeEach(() => {
    email = `warga${(count += 1)}@contoh.id`
  })
  const at = (minutes: number) => scopeOf(database(), { now: after(minutes) })
  const signingIn = { locale: 'id' as const, cookies: SECURE }

  /** What the browser keeps, and what the mail holds. */
  async function asked(minutes = 0, locale: 'id' | 'en' = 'id', next = '') {
    const outcome = await askResidentLink(at(minutes), { email, address: `10.0.0.${count}`, next }, locale)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    const mails: { to: string; text: string }[] = []
    const mailer = { send: async (_: string, mail: { to: string; text: string }) => void mails.push(mail), close() {} }
    await sendWaiting(() => at(minutes), { mailer: mailer as never, publicUrl: PUBLIC_URL, holder: 'uji' })
    const text = mails.find(({ to }) => to === email)?.text ?? ''
    const token = /\/(?:masuk|sign-in)\/([\w-]{43})/.exec(text)?.[1] ?? ''
    const code = /: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? ''
    return { asking: outcome.asking, token, code, text }
  }
  const who = (setCookie: string, minutes = 0) =>
    residentOfCookie(database().db, setCookie.split(';')[0], after(minutes), SECURE)

  test('signs in by the link once; looking at it uses nothing up', async () => {
    const { token } = await asked()
    for (let look = 0; look < 3; look++) expect(await getResidentLink(at(5), token)).toEqual({ email })
    const signedIn = await signInByLink(at(5), token, signingIn)
    expect((await who(signedIn!.setCookie, 6))?.resident).toMatchObject({ email })
    expect(await signInByLink(at(6), token, signingIn)).toBeUndefined()
    expect(await getResidentLink(at(6), token)).toBeUndefined()
  })

  test('has half an hour for it', async () => {
    const { token, asking, code } = await asked()
    expect(await getResidentLink(at(31), token)).toBeUndefined()
    expect(await signInByLink(at(31), token, signingIn)).toBeUndefined()
    const { token: other } = await asked(40)
    expect(await getResidentLink(at(69), other)).toEqual({ email })
    expect(await signInByCode(at(45), { email, asking, code }, signingIn)).toMatchObject({ issue: 'code-wrong' })
  })

  test('signs in by the code in the browser that asked, typed as people type', async () => {
    const { asking, code } = await asked()
    const elsewhere = await signInByCode(at(1), { email, asking: 'peramban lain', code }, signingIn)
    expect(elsewhere).toMatchObject({ ok: false, issue: 'code-wrong' })
    const outcome = await signInByCode(at(1), { email, asking, code: ` ${code.toLowerCase()} ` }, signingIn)
    expect(outcome).toMatchObject({ ok: true })
    expect(await signInByCode(at(1), { email, asking, code }, signingIn)).toMatchObject({ issue: 'code-wrong' })
  })

  test('is one account however often they sign in, and each mail of before ends with it', async () => {
    const [first, second] = [await asked(), await asked(1)]
    const one = await who((await signInByLink(at(2), second.token, signingIn))!.setCookie, 2)
    expect(await signInByLink(at(2), first.token, signingIn)).toBeUndefined()
    for (let again = 0; again < 2; again++) await asked(3)
    const { token } = await asked(3)
    const two = await who((await signInByLink(at(3), token, signingIn))!.setCookie, 3)
    expect(two?.resident.id).toBe(one?.resident.id)
  })

  test('may mistype a code for nothing, and guess it five times before waiting', async () => {
    const { asking, code } = await asked()
    const guess = (typed: string) => signInByCode(at(1), { email, asking, code: typed }, signingIn)
    for (let i = 0; i < 20; i++) expect(await guess('K7M2-Q0X')).toMatchObject({ issue: 'code-typo' })
    for (let i = 0; i < 5; i++) expect(await guess('0000-0000')).toMatchObject({ issue: 'code-wrong' })
    expect(await guess(code)).toMatchObject({ issue: 'later', retryAt: after(1.5) })
  })

  test('gets three mails an hour at the most, to an address that means one', async () => {
    for (let i = 0; i < 3; i++) await asked()
    const ask = (typed: string) => askResidentLink(at(0), { email: typed, address: '10.9.9.9', next: '' }, 'id')
    expect(await ask(` ${email.toUpperCase()} `)).toMatchObject({ ok: false, issues: { form: 'later' } })
    expect(await ask('bukan surel')).toMatchObject({ ok: false, issues: { email: 'email' } })
  })

  test('is written to in the language in which they asked, and led on to where they were', async () => {
    const { text } = await asked(0, 'en', '/en/consultations/jam')
    expect(text).toContain('Somebody wants to sign in')
    expect(text).toContain(`${PUBLIC_URL}/en/my-comments/sign-in/`)
    expect(text).toContain('?next=%2Fen%2Fconsultations%2Fjam')
  })

  test('is nobody of the staff, and staff are no residents by it', async () => {
    const { token } = await asked()
    const { setCookie } = (await signInByLink(at(1), token, signingIn))!
    const cookie = setCookie.split(';')[0]!
    expect(await actorOfCookie(database().db, cookie, after(1), SECURE)).toBeNull()
    const asStaff = cookie.replace(/^[^=]+/, 'balai_session')
    expect(await actorOfCookie(database().db, asStaff, after(1), SECURE)).toBeNull()
    expect(await database().db.selectFrom('account').selectAll().where('email', '=', email).execute()).toEqual([])
    expect(hasSession(cookie)).toBe(true)
  })

  test('leaves no session behind, and nothing that opens one is stored', async () => {
    const { token, code } = await asked()
    const { setCookie } = (await signInByLink(at(1), token, signingIn))!
    const tables = ['residentSession', 'residentLink', 'resident', 'outbox'] as const
    const rows = await Promise.all(tables.map((table) => database().db.selectFrom(table).selectAll().execute()))
    const id = /=([a-z2-7]{40})/.exec(setCookie)?.[1] ?? '-'
    for (const secret of [token, code.replace('-', ''), id]) expect(JSON.stringify(rows)).not.toContain(secret)
    expect(await who(setCookie, 12 * 60 + 2)).toBeNull()
    const ended = await endResidentSession(at(2), { ...SECURE, cookieHeader: setCookie.split(';')[0]! })
    expect(ended).toMatch(/^balai_resident=;/)
    expect(await who(setCookie, 2)).toBeNull()
  })
})
