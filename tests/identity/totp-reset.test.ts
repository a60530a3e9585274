import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#db/identity/tables.ts'
import { disableAccount, listAccounts } from '#server/identity/accounts.ts'
import { createAdmin } from '#server/identity/portal-admins.ts'
import { whatSignInLacks } from '#server/identity/second-step.ts'
import { agreeTotpReset, askTotpReset } from '#server/identity/totp-reset.ts'
import { codeAt } from '#server/identity/totp.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, founded, member, whoIs } from './people.ts'
import { give, passwordStep, setUpPhone } from './phone.ts'

onEachEngine('a lost phone', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  let first: Awaited<ReturnType<typeof join>>
  let second: Awaited<ReturnType<typeof join>>
  beforeAll(async () => {
    portal = await founded(database())
    first = await join('satu', 'admin')
    second = await join('dua', 'admin')
  })

  function join(name: string, role: Role, scope = 'region:15.08') {
    const person = { email: `${name}@contoh.go.id`, name, role, scope }
    return member(portal.as(portal.admin), database(), person)
  }
  async function withPhone(name: string, role: Role = 'publisher') {
    const actor = await join(name, role)
    const email = `${name}@contoh.go.id`
    return { actor, email, id: actor.accountId, ...(await setUpPhone(at(0), await passwordStep(at(0), email))) }
  }
  const at = (minutes: number) => portal.as(null, after(minutes))
  const by = (actor: typeof first, minutes = 1) => portal.as(actor, after(minutes))
  const forbidden = { code: 'forbidden' }
  const conflict = { code: 'conflict' }

  test('takes two administrators, and then the account sets up anew', async () => {
    const { id, cookie, email } = await withPhone('ani')
    await askTotpReset(by(first), id)
    await expect(agreeTotpReset(by(first), id)).rejects.toMatchObject(forbidden)
    expect(await whatSignInLacks(at(1), id)).toBe('code')
    await agreeTotpReset(by(second), id)
    expect(await whoIs(at(1), cookie)).toBeUndefined()
    expect(await whatSignInLacks(at(1), id)).toBe('set-up')
    await setUpPhone(at(2), await passwordStep(at(2), email))
    await expect(agreeTotpReset(by(second), id)).rejects.toMatchObject(conflict)
    const entry = await database()
      .db.selectFrom('entry')
      .select('subject')
      .where('kind', '=', 'identity.second-step-reset')
      .execute()
    expect(entry).toEqual([{ subject: id }])
  })

  test('is nothing that one can ask or agree to for oneself, or outside one’s places', async () => {
    const { id, actor } = await withPhone('budi', 'admin')
    const foreign = await join('asing', 'admin', 'region:14.72')
    const officer = await join('petugas', 'officer')
    for (const who of [actor, foreign, officer]) {
      await expect(askTotpReset(by(who), id)).rejects.toMatchObject(forbidden)
    }
    await expect(askTotpReset(at(1), id)).rejects.toMatchObject(forbidden)
    await askTotpReset(by(first), id)
    for (const who of [actor, foreign, officer]) {
      await expect(agreeTotpReset(by(who), id)).rejects.toMatchObject(forbidden)
    }
    await expect(askTotpReset(by(first), 'tiada')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('must be agreed to within a day, while who asked may still ask', async () => {
    const { id } = await withPhone('cici')
    const third = await join('tiga', 'admin')
    await askTotpReset(by(third), id)
    await expect(agreeTotpReset(by(second, 1 + 24 * 60), id)).rejects.toMatchObject(conflict)
    await disableAccount(by(first), third.accountId)
    await expect(agreeTotpReset(by(second), id)).rejects.toMatchObject(conflict)
    expect(await whatSignInLacks(at(1), id)).toBe('code')
  })

  test('found again ends what was asked', async () => {
    const { id, email, secret } = await withPhone('didi')
    await askTotpReset(by(first), id)
    expect(await give(at(1), await passwordStep(at(1), email), { code: codeAt(secret, after(1)) })).toMatchObject({
      ok: true,
    })
    await expect(agreeTotpReset(by(second), id)).rejects.toMatchObject(conflict)
  })

  test('is shown to the administrators concerned', async () => {
    const { id } = await withPhone('eka')
    await askTotpReset(by(first), id)
    const seen = async (who: typeof first) => (await listAccounts(by(who))).find((account) => account.id === id)
    expect(await seen(first)).toMatchObject({ secondStep: true, reset: { askedBy: 'satu', mayAgree: false } })
    expect(await seen(second)).toMatchObject({ secondStep: true, reset: { askedBy: 'satu', mayAgree: true } })
    await expect(askTotpReset(by(second), id)).rejects.toMatchObject(conflict)
  })

  test('of the last administrator is replaced from the machine itself', async () => {
    const { id, email } = await withPhone('hani', 'admin')
    expect(await createAdmin(at(1), { email })).toMatchObject({ ok: true })
    expect(await whatSignInLacks(at(1), id)).toBe('code')
    expect(await createAdmin(at(1), { email, newPhone: true })).toMatchObject({ ok: true })
    expect(await whatSignInLacks(at(1), id)).toBe('set-up')
  })

  test('is nothing to ask for an account without a second step', async () => {
    const { accountId } = await join('fani', 'officer')
    await expect(askTotpReset(by(first), accountId)).rejects.toMatchObject(conflict)
  })
})
