import { beforeAll, expect, test } from 'vitest'
import { cancelMeeting } from '#server/musyawarah/announcing.ts'
import { addMaterial, answerMaterial, removeMaterial } from '#server/musyawarah/materials.ts'
import { getMeeting } from '#server/musyawarah/meetings.ts'
import { LARGEST_FILE } from '#server/files.ts'
import { listEntries } from '#server/ledger/entries.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { announced, done, JUNE, officerOf, prepared } from './world.ts'

const study = (text = 'Kajian singkat.') => ({ name: 'kajian.txt', bytes: Buffer.from(text) })

onEachEngine('documents to read before a meeting', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const anyone = () => world.as(null, JUNE)
  const materialsOf = async (slug: string) => (await getMeeting(officerOf(world), slug)).materials

  test('are there for everyone once it is announced, and each change is in the ledger', async () => {
    const { slug, id } = await announced(world)
    const added = done(await addMaterial(officerOf(world), slug, study()))
    expect(await materialsOf(slug)).toEqual([{ id: added.id, name: 'kajian.txt' }])
    expect(await (await answerMaterial(anyone(), slug, added.id)).text()).toBe('Kajian singkat.')
    await removeMaterial(officerOf(world), slug, added.id)
    expect(await materialsOf(slug)).toEqual([])
    await expect(answerMaterial(anyone(), slug, added.id)).rejects.toMatchObject({ code: 'not-found' })
    const kinds = (await listEntries(anyone(), { subject: id })).items.map(({ kind }) => kind)
    expect(kinds).toEqual(['musyawarah.file-removed', 'musyawarah.file-added', 'musyawarah.announced'])
  })

  test('of one in preparation are for its staff alone', async () => {
    const { slug } = await prepared(world)
    const { id } = done(await addMaterial(officerOf(world), slug, study()))
    await expect(answerMaterial(anyone(), slug, id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await answerMaterial(world.as(world.publisher, JUNE), slug, id)).status).toBe(200)
  })

  test.each([
    ['nothing', undefined, 'file-missing'],
    ['a program', { name: 'kajian.pdf', bytes: Buffer.from('MZ\u0000\u0001\u0002') }, 'file-kind'],
    ['too much', { name: 'kajian.txt', bytes: Buffer.alloc(LARGEST_FILE + 1, 97) }, 'file-too-big'],
  ])('are not taken where %s is handed in', async (_, file, issue) => {
    const { slug } = await announced(world)
    expect(await addMaterial(officerOf(world), slug, file)).toMatchObject({ ok: false, issues: { file: issue } })
    expect(await materialsOf(slug)).toEqual([])
  })

  test('are twenty at most', async () => {
    const { slug } = await announced(world)
    for (let number = 1; number <= 20; number += 1) done(await addMaterial(officerOf(world), slug, study(`${number}`)))
    expect(await addMaterial(officerOf(world), slug, study())).toMatchObject({ issues: { file: 'file-too-many' } })
  })

  test('are kept by its officers, until it is called off', async () => {
    const { slug } = await announced(world)
    const { id } = done(await addMaterial(officerOf(world), slug, study()))
    for (const who of [null, world.publisher, world.stranger]) {
      await expect(addMaterial(world.as(who, JUNE), slug, study())).rejects.toMatchObject({ code: 'forbidden' })
      await expect(removeMaterial(world.as(who, JUNE), slug, id)).rejects.toMatchObject({ code: 'forbidden' })
    }
    done(await cancelMeeting(officerOf(world), slug, { reason: 'Balai desa dipakai untuk vaksinasi.' }))
    await expect(addMaterial(officerOf(world), slug, study())).rejects.toMatchObject({ reason: 'meeting-cancelled' })
    await expect(removeMaterial(officerOf(world), slug, 'tiada')).rejects.toMatchObject({ code: 'conflict' })
  })
})
