import { beforeAll, expect, test } from 'vitest'
import { may, type Actor } from '#server/access.ts'
import { placeOfUnit } from '#server/directory/place.ts'
import { disableAccount, enableAccount, getOwnAccount, listAccounts } from '#server/identity/accounts.ts'
import { inviteAccount, revokeRole } from '#server/identity/roles.ts'
import { listGrantableScopes } from '#server/identity/scopes.ts'
import { getLink } from '#server/identity/sign-in-links.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorOf, cookieOf, founded, member, signInAs, tokenOf, whoIs } from './people.ts'

onEachEngine('roles', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  let regionAdmin: Actor
  let clinicAdmin: Actor

  beforeAll(async () => {
    portal = await founded(database())
    regionAdmin = await invited('bungo', 'admin', 'region:15.08')
    clinicAdmin = await invited('puskesmas', 'admin', `institution:${portal.clinic.id}`)
  })

  function invited(name: string, role: string, scope: string): Promise<Actor> {
    return member(portal.as(portal.admin), database(), { email: `${name}@contoh.go.id`, name, role, scope })
  }
  function inviteBy(actor: Actor | null, email: string, role: string, scope: string) {
    return inviteAccount(portal.as(actor), { email, name: 'Petugas', role, scope })
  }
  async function grantIdOf(accountId: string): Promise<string> {
    const row = await database()
      .db.selectFrom('roleGrant')
      .select('id')
      .where('accountId', '=', accountId)
      .executeTakeFirstOrThrow()
    return row.id
  }

  test('held at an institution reach what lies below it and nothing above', async () => {
    const officer = await invited('dinkes', 'officer', `institution:${portal.agency.id}`)
    expect(officer.grants[0]?.scopeId).toBe(portal.agency.path)
    expect(may(officer, 'survey.draft', placeOfUnit(portal.counter))).toBe(true)
    expect(may(officer, 'survey.draft', { regionCode: '15.08' })).toBe(false)
    expect(may(clinicAdmin, 'directory.edit', placeOfUnit(portal.counter))).toBe(true)
    expect(may(clinicAdmin, 'directory.edit', { regionCode: '15.08', institutionPath: portal.agency.path })).toBe(false)
  })

  test('are given no wider than the giver holds', async () => {
    const wider = ['portal:', 'region:14.72', 'region:15.08', `institution:${portal.agency.id}`, 'unit:tiada']
    for (const scope of wider) {
      await expect(inviteBy(clinicAdmin, 'baru@contoh.go.id', 'officer', scope)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(inviteBy(regionAdmin, 'baru@contoh.go.id', 'admin', 'portal:')).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(inviteBy(null, 'baru@contoh.go.id', 'officer', 'region:15.08')).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await inviteBy(clinicAdmin, 'loket@contoh.go.id', 'officer', `unit:${portal.counter.id}`)).toMatchObject({
      ok: true,
    })
    expect(await inviteBy(regionAdmin, 'dinas@contoh.go.id', 'admin', `institution:${portal.agency.id}`)).toMatchObject(
      { ok: true },
    )
  })

  test('are given by administrators alone', async () => {
    for (const role of ['officer', 'publisher', 'auditor']) {
      const other = await invited(`bukan-admin-${role}`, role, 'portal:')
      await expect(inviteBy(other, 'baru@contoh.go.id', 'officer', 'region:15.08')).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  test('need an address, a name, a role and a place that there are', async () => {
    const scope = portal.as(portal.admin)
    const input = { email: 'bukan', name: '', role: 'raja', scopeKind: 'dunia' }
    expect(await inviteAccount(scope, input)).toMatchObject({
      ok: false,
      issues: { email: 'email', name: 'too-short', role: 'choose', scopeKind: 'choose' },
      values: { email: 'bukan', role: 'raja' },
    })
    const nowhere = await inviteBy(portal.admin, 'baru@contoh.go.id', 'officer', 'region:99.99')
    expect(nowhere).toMatchObject({ ok: false, issues: { scope: 'scope-unknown' } })
  })

  test('added to an account end its sessions and show nobody a way to its password', async () => {
    const ani = await invited('ani', 'officer', 'region:14.72')
    const cookie = await cookieOf(portal.as(null), 'ani@contoh.go.id')
    const added = await inviteBy(regionAdmin, 'Ani@contoh.go.id', 'publisher', 'region:15.08')
    expect(added).toMatchObject({ ok: true, invitation: { accountId: ani.accountId, link: null } })
    expect(await whoIs(portal.as(null), cookie)).toBeUndefined()
    expect((await actorOf(database(), ani.accountId)).grants).toHaveLength(2)
    expect(await inviteBy(regionAdmin, 'ani@contoh.go.id', 'publisher', 'region:15.08')).toMatchObject({
      issues: { email: 'role-held' },
    })
  })

  test('of an account without a password are added only by who administers the others, with a new link', async () => {
    const first = await inviteBy(portal.admin, 'tunda@contoh.go.id', 'officer', 'region:14.72')
    if (!first.ok) throw new Error(JSON.stringify(first.issues))
    const foreign = await inviteBy(regionAdmin, 'tunda@contoh.go.id', 'officer', 'region:15.08')
    expect(foreign).toMatchObject({ ok: false, issues: { email: 'pending-elsewhere' } })
    const second = await inviteBy(portal.admin, 'tunda@contoh.go.id', 'officer', 'region:15.08')
    if (!second.ok) throw new Error(JSON.stringify(second.issues))
    expect(await getLink(portal.as(null), tokenOf(first.invitation.link!))).toBeUndefined()
    expect(await getLink(portal.as(null), tokenOf(second.invitation.link!))).toMatchObject({
      email: 'tunda@contoh.go.id',
    })
  })

  test('taken back end the sessions', async () => {
    const budi = await invited('budi', 'officer', `unit:${portal.counter.id}`)
    const cookie = await cookieOf(portal.as(null), 'budi@contoh.go.id')
    const grantId = await grantIdOf(budi.accountId)
    await expect(revokeRole(portal.as(budi), grantId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await revokeRole(portal.as(clinicAdmin), grantId)).toEqual({ ok: true })
    expect(await whoIs(portal.as(null), cookie)).toBeUndefined()
    expect((await actorOf(database(), budi.accountId)).grants).toEqual([])
    await expect(revokeRole(portal.as(portal.admin), grantId)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leave the portal its last administrator', async () => {
    const grantId = await grantIdOf(portal.admin.accountId)
    expect(await revokeRole(portal.as(portal.admin), grantId)).toMatchObject({ issues: { form: 'last-admin' } })
    expect(await disableAccount(portal.as(portal.admin), portal.admin.accountId)).toMatchObject({
      issues: { form: 'last-admin' },
    })
    const second = await invited('kedua', 'admin', 'portal:')
    const both = [portal.admin, second].map((admin) => disableAccount(portal.as(portal.admin), admin.accountId))
    expect((await Promise.all(both)).filter((outcome) => outcome.ok)).toHaveLength(1)
    await database().db.updateTable('account').set({ disabled: 0 }).execute()
  })

  test('of a disabled account come back when it is enabled, and none is added meanwhile', async () => {
    const cici = await invited('cici', 'officer', 'region:15.08')
    expect(await disableAccount(portal.as(regionAdmin), cici.accountId)).toEqual({ ok: true })
    expect(await inviteBy(regionAdmin, 'cici@contoh.go.id', 'publisher', 'region:15.08')).toMatchObject({
      issues: { email: 'disabled' },
    })
    await expect(enableAccount(portal.as(clinicAdmin), cici.accountId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await enableAccount(portal.as(regionAdmin), cici.accountId)).toEqual({ ok: true })
    expect(await signInAs(portal.as(null), 'cici@contoh.go.id')).toMatchObject({ ok: true })
  })

  test('are shown to who may see accounts there, with what that person may do', async () => {
    const dumai = await invited('dumai', 'officer', 'region:14.72')
    await inviteBy(portal.admin, 'dumai@contoh.go.id', 'auditor', `unit:${portal.counter.id}`)
    const seen = await listAccounts(portal.as(clinicAdmin))
    expect(seen.map((account) => account.email)).toContain('puskesmas@contoh.go.id')
    expect(seen.map((account) => account.email)).not.toContain('bungo@contoh.go.id')
    expect(seen.find((account) => account.id === dumai.accountId)).toMatchObject({
      mayManage: false,
      state: 'active',
      grants: [{ role: 'auditor', scopeKind: 'unit', scopeName: 'Loket', mayRevoke: true }],
    })
    const everyone = await listAccounts(portal.as(portal.admin))
    expect(everyone.find((account) => account.email === 'tunda@contoh.go.id')).toMatchObject({
      state: 'invited',
      mayManage: true,
    })
    expect(everyone.find((account) => account.email === 'budi@contoh.go.id')).toMatchObject({ grants: [] })
    await expect(listAccounts(portal.as(dumai))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await getOwnAccount(portal.as(clinicAdmin))).toMatchObject({
      email: 'puskesmas@contoh.go.id',
      grants: [{ role: 'admin', scopeName: 'Puskesmas' }],
    })
  })

  test('are offered in one’s own places', async () => {
    const choices = await listGrantableScopes(portal.as(clinicAdmin))
    expect(choices).toEqual([
      { value: `institution:${portal.clinic.id}`, kind: 'institution', name: 'Puskesmas' },
      { value: `unit:${portal.counter.id}`, kind: 'unit', name: 'Loket' },
    ])
    const kinds = (await listGrantableScopes(portal.as(portal.admin))).map((choice) => choice.kind)
    expect(kinds).toEqual(['portal', 'region', 'region', 'institution', 'institution', 'unit'])
    expect(await listGrantableScopes(portal.as(null))).toEqual([])
  })

  test('enter the ledger by role and place alone', async () => {
    const entries = await database().db.selectFrom('entry').selectAll().where('kind', 'like', 'identity.%').execute()
    const fields = await database()
      .db.selectFrom('entryField')
      .select(['name', 'value'])
      .where(
        'seq',
        'in',
        entries.map((entry) => entry.seq),
      )
      .execute()
    expect(new Set(entries.map((entry) => entry.kind))).toContain('identity.role-granted')
    expect(new Set(fields.map((field) => field.name))).toEqual(new Set(['role', 'scopeKind', 'scopeId']))
    expect(JSON.stringify([entries, fields])).not.toContain('contoh.go.id')
  })
})
