import { beforeAll, expect, test } from 'vitest'
import { addGroup, changeGroup, offerGroup } from '#server/directory/group-changes.ts'
import { findGroups, getGroupList, listGroups } from '#server/directory/stakeholder-groups.ts'
import { granted } from '#server/demo/fill-places.ts'
import { scopeOf } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { actorWith, portalAdmin } from './actors.ts'
import { settleClinic } from './town.ts'

const BUNGO = '15.08'

onEachEngine('stakeholder groups', (database) => {
  beforeAll(() => settleClinic(database()))
  const keys = async (on = '2026-11-22') => (await listGroups(database().db, BUNGO, on)).map(({ key }) => key)
  const portal = () => scopeOf(database(), { actor: portalAdmin, now: new Date('2026-11-22T20:00:00Z') })
  const regional = () => ({ ...portal(), actor: actorWith('admin', 'region', BUNGO) })

  test('begin with the portal’s list, in its order', async () => {
    expect(await keys()).toEqual([
      'residents',
      'service-users',
      'civil-servants',
      'professional',
      'experts',
      'civil-society',
      'media',
      'business',
      'observers',
    ])
  })

  test('of a region are added to, and are nobody else’s', async () => {
    const { group } = granted(await addGroup(regional(), BUNGO, { nameId: 'Pemuka adat', nameEn: 'Customary leaders' }))
    expect(group.key).toBe('customary-leaders')
    expect((await keys()).at(-1)).toBe('customary-leaders')
    expect((await listGroups(database().db, '15.09', '2026-11-22')).map(({ key }) => key)).not.toContain(group.key)
    expect(await addGroup(regional(), BUNGO, { nameId: 'pemuka adat', nameEn: 'Elders' })).toMatchObject({
      issues: { nameId: 'group-double' },
    })
  })

  test('of the portal are set aside in one region, from that day of its zone, and taken back', async () => {
    await offerGroup(regional(), BUNGO, 'media', false)
    expect(await keys('2026-11-22')).toContain('media')
    expect(await keys('2026-11-23')).not.toContain('media')
    expect((await listGroups(database().db, '15.09', '2026-11-23')).map(({ key }) => key)).toContain('media')
    await offerGroup(regional(), BUNGO, 'media', true)
    expect(await keys('2026-11-23')).toContain('media')
  })

  test('that are retired are offered no more and still named', async () => {
    await offerGroup(portal(), null, 'business', false)
    expect(await keys('2026-11-23')).not.toContain('business')
    expect((await findGroups(database().db, ['business'])).get('business')?.name.en).toBe('Business')
    await offerGroup(portal(), null, 'business', true)
    expect(await keys('2026-11-23')).toContain('business')
  })

  test('are renamed with the version that was read, and keep their history', async () => {
    const change = { nameId: 'Pers dan media', nameEn: 'Press and media', version: 1 }
    expect(await changeGroup(portal(), 'media', change)).toMatchObject({ ok: true })
    expect(await changeGroup(portal(), 'media', { ...change, nameEn: 'Press' })).toMatchObject({
      issues: { form: 'meanwhile' },
      meanwhile: { version: 2 },
    })
    const { history } = await getGroupList(portal(), null)
    expect(history.find(({ what }) => what === 'changed')).toMatchObject({
      before: 'Media · Media',
      after: 'Pers dan media · Press and media',
    })
    const own = await getGroupList(regional(), BUNGO)
    expect(own.history.map(({ what }) => what).sort()).toEqual(['added', 'set-aside', 'taken-back'])
  })

  test('are kept up by the region’s administrator, the portal’s by the portal’s', async () => {
    await expect(addGroup(regional(), null, { nameId: 'Petani', nameEn: 'Farmers' })).rejects.toThrow('forbidden')
    await expect(changeGroup(regional(), 'media', { nameId: 'X', nameEn: 'Y', version: 2 })).rejects.toThrow(
      'forbidden',
    )
    const officer = { ...portal(), actor: actorWith('officer', 'region', BUNGO) }
    await expect(offerGroup(officer, BUNGO, 'media', false)).rejects.toThrow('forbidden')
  })
})
