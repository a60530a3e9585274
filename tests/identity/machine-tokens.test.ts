import { beforeAll, expect, test } from 'vitest'
import { may, type Actor } from '#server/access.ts'
import { placeOfUnit } from '#server/directory/place.ts'
import { changePassword, disableAccount, enableAccount } from '#server/identity/accounts.ts'
import {
  actorOfToken,
  listMachineTokens,
  makeMachineToken,
  revokeMachineToken,
} from '#server/identity/machine-tokens.ts'
import { inviteAccount, revokeRole } from '#server/identity/roles.ts'
import { applyLink, renewLink } from '#server/identity/sign-in-links.ts'
import { listTokenChoices } from '#server/identity/token-choices.ts'
import { removeSecondStep } from '#server/identity/totp-reset.ts'
import { transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, COOKIES, founded, member, PASSWORD, START, tokenOf } from './people.ts'

const DAY = 24 * 60
const NEXT = 'sandi lain yang panjang'

onEachEngine('machine tokens', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  let officer: Actor
  beforeAll(async () => {
    portal = await founded(database())
    officer = await invited('petugas', 'officer', 'region:15.08')
  })

  function invited(name: string, role: string, scope: string): Promise<Actor> {
    return member(portal.as(portal.admin), database(), { email: `${name}@contoh.go.id`, name, role, scope })
  }
  async function made(actor: Actor, grant: string, days = 30, now = START): Promise<{ token: string; id: string }> {
    const outcome = await makeMachineToken(portal.as(actor, now), { name: 'Antrean', grant, days })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
    return { token: outcome.token, id: outcome.view.id }
  }
  const bearerOf = (token: string, now = after(5)) => actorOfToken({ db: database().db, now }, token)
  const counter = () => placeOfUnit(portal.counter)

  test('act for their account with the role and place that they were given', async () => {
    const { token } = await made(officer, `officer|unit:${portal.counter.id}`)
    const bearer = await bearerOf(token)
    expect(bearer).toMatchObject({ accountId: officer.accountId, token: { made: false } })
    expect(may(bearer!, 'survey.draft', counter())).toBe(true)
    expect(may(bearer!, 'survey.draft', { regionCode: '15.08' })).toBe(false)
    expect(may(officer, 'survey.draft', { regionCode: '15.08' })).toBe(true)
  })

  test('are kept as a hash alone, and tell apart only what was made', async () => {
    const { token } = await made(officer, 'officer|region:15.08')
    expect(token).toMatch(/^balai_[\w-]{43}$/)
    const rows = JSON.stringify(await database().db.selectFrom('machineToken').selectAll().execute())
    expect(rows).not.toContain(token.slice(6))
    for (const other of ['', 'balai_', `${token}x`, token.slice(0, -1), token.toUpperCase()]) {
      expect(await bearerOf(other)).toBeUndefined()
    }
  })

  test.each([
    ['publisher|region:15.08', 30, { scope: 'role-not-held' }],
    ['officer|region:14.72', 30, { scope: 'role-not-held' }],
    ['officer|portal:', 30, { scope: 'role-not-held' }],
    ['officer|unit:tiada', 30, { scope: 'scope-unknown' }],
    ['kepala|portal:', 30, { role: 'choose' }],
    ['', 30, { role: 'choose' }],
    ['officer|region:15.08', 366, { days: 'days-too-many' }],
    ['officer|region:15.08', 0, { days: 'number' }],
    ['officer|region:15.08', 1.5, { days: 'number' }],
  ])('are not made wider than their maker: %s for %d days', async (grant, days, issues) => {
    const outcome = await makeMachineToken(portal.as(officer), { name: 'Antrean', grant, days })
    expect(outcome).toMatchObject({ ok: false, issues: expect.objectContaining(issues) })
  })

  test('of administrators and publishers hold for a month at most', async () => {
    const long = await makeMachineToken(portal.as(portal.admin), { name: 'Admin', grant: 'admin|portal:', days: 31 })
    expect(long).toMatchObject({ ok: false, issues: { days: 'days-too-many' } })
    const { token } = await made(portal.admin, 'admin|portal:', 30)
    expect(may((await bearerOf(token))!, 'portal.administer', {})).toBe(true)
  })

  test('end with their last day', async () => {
    const { token, id } = await made(officer, 'officer|region:15.08', 7)
    expect(await bearerOf(token, after(7 * DAY - 1))).toBeDefined()
    expect(await bearerOf(token, after(7 * DAY))).toBeUndefined()
    const later = await listMachineTokens(portal.as(officer, after(7 * DAY)))
    expect(later.map((view) => view.id)).not.toContain(id)
  })

  test('may nothing once their account has lost the role, whatever they were given', async () => {
    const actor = await invited('sementara', 'officer', 'region:15.08')
    const { token } = await made(actor, 'officer|region:15.08')
    expect((await bearerOf(token))?.grants).toHaveLength(1)
    const { id } = await database()
      .db.selectFrom('roleGrant')
      .select('id')
      .where('accountId', '=', actor.accountId)
      .executeTakeFirstOrThrow()
    await revokeRole(portal.as(portal.admin), id)
    expect((await bearerOf(token))?.grants).toEqual([])
  })

  test('die with the account, and stay dead when it is opened again', async () => {
    const actor = await invited('keluar', 'officer', 'region:15.08')
    const { token } = await made(actor, 'officer|region:15.08')
    await disableAccount(portal.as(portal.admin), actor.accountId)
    expect(await bearerOf(token)).toBeUndefined()
    await enableAccount(portal.as(portal.admin), actor.accountId)
    expect(await bearerOf(token)).toBeUndefined()
  })

  test.each<[string, (actor: Actor) => Promise<unknown>]>([
    ['changed', (actor) => changePassword(portal.as(actor), { current: PASSWORD, password: NEXT }, COOKIES)],
    [
      'set by a link',
      async ({ accountId }) => {
        const token = tokenOf(await renewLink(portal.as(portal.admin), accountId))
        return applyLink(portal.as(null), token, { password: NEXT }, COOKIES)
      },
    ],
    [
      'no longer enough, since the second step was taken away',
      async ({ accountId }) => {
        await transaction(portal.as(null), (within) => removeSecondStep(within, accountId))
        return { ok: true }
      },
    ],
  ])('end, and the record says so, when the password is %s', async (how, act) => {
    const actor = await invited(`sandi${how.length}`, 'officer', 'region:15.08')
    const parent = await made(actor, 'officer|region:15.08')
    const child = await made((await bearerOf(parent.token))!, `officer|unit:${portal.counter.id}`)
    expect(await act(actor)).toMatchObject({ ok: true })
    for (const { token } of [parent, child]) expect(await bearerOf(token)).toBeUndefined()
    const revoked = await database()
      .db.selectFrom('entry')
      .select('subject')
      .where('kind', '=', 'identity.token-revoked')
      .where('subject', '=', actor.accountId)
      .execute()
    expect(revoked).toHaveLength(2)
  })

  test('are revoked by their account alone, with those that they made', async () => {
    const parent = await made(officer, 'officer|region:15.08')
    const child = await made((await bearerOf(parent.token))!, `officer|unit:${portal.counter.id}`)
    const other = await invited('lain', 'officer', 'region:15.08')
    await expect(revokeMachineToken(portal.as(other), parent.id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await bearerOf(parent.token)).toBeDefined()
    await revokeMachineToken(portal.as(officer), parent.id)
    expect(await bearerOf(parent.token)).toBeUndefined()
    expect(await bearerOf(child.token)).toBeUndefined()
  })

  test('make narrower ones that end with them, and those make none', async () => {
    const parent = await made(officer, 'officer|region:15.08', 7)
    const bearer = (await bearerOf(parent.token))!
    const child = await made(bearer, `officer|unit:${portal.counter.id}`, 300)
    expect(await bearerOf(child.token, after(7 * DAY - 1))).toBeDefined()
    expect(await bearerOf(child.token, after(7 * DAY))).toBeUndefined()
    const childBearer = (await bearerOf(child.token))!
    expect((await listMachineTokens(portal.as(bearer))).map(({ id }) => id)).toEqual([child.id])
    await expect(made(childBearer, `officer|unit:${portal.counter.id}`)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeMachineToken(portal.as(childBearer), parent.id)).rejects.toMatchObject({ code: 'not-found' })
    await revokeMachineToken(portal.as(childBearer), child.id)
    expect(await bearerOf(child.token)).toBeUndefined()
    expect(await bearerOf(parent.token)).toBeDefined()
  })

  test('hand on no role that publishes or administers', async () => {
    const { token } = await made(portal.admin, 'admin|portal:')
    const bearer = (await bearerOf(token))!
    const invitation = { email: 'baru@contoh.go.id', name: 'Baru', scope: 'region:15.08' }
    for (const role of ['admin', 'publisher']) {
      await expect(inviteAccount(portal.as(bearer), { ...invitation, role })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await inviteAccount(portal.as(bearer), { ...invitation, role: 'officer' })).toMatchObject({ ok: true })
  })

  test('stand in the public record by role and place, when made and when revoked', async () => {
    const { id } = await made(officer, 'officer|region:15.08')
    await revokeMachineToken(portal.as(officer), id)
    const kinds = await database()
      .db.selectFrom('entry')
      .select('kind')
      .where('subject', '=', officer.accountId)
      .orderBy('seq', 'desc')
      .limit(2)
      .execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['identity.token-revoked', 'identity.token-made'])
  })

  test('remember the day of their last use, and offer what may be handed on', async () => {
    const { token, id } = await made(officer, 'officer|region:15.08')
    const seen = async () => (await listMachineTokens(portal.as(officer))).find((view) => view.id === id)
    expect(await seen()).toMatchObject({ scopeName: 'Kabupaten Bungo', lastUsedOn: null })
    await bearerOf(token)
    expect(await seen()).toMatchObject({ lastUsedOn: '2026-11-22' })
    expect(await listTokenChoices(portal.as(officer))).toEqual([
      { value: 'officer|region:15.08', role: 'officer', scopeKind: 'region', scopeName: 'Kabupaten Bungo' },
    ])
    for (const act of [listMachineTokens(portal.as(null)), revokeMachineToken(portal.as(null), id)]) {
      await expect(act).rejects.toMatchObject({ code: 'not-signed-in' })
    }
  })
})
