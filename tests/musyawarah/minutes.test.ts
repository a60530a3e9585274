import { beforeAll, expect, test } from 'vitest'
import { listMinutePoints } from '#server/musyawarah/course.ts'
import { removePoint, writePoint } from '#server/musyawarah/minutes.ts'
import { onEachEngine } from '../support/engines.ts'
import { makeWorld, type World } from '../survey/world.ts'
import { opened } from './hall.ts'
import { announced, done, MORNING, officerOf } from './world.ts'

onEachEngine('minutes', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const hall = () => officerOf(world, MORNING)

  test('are written by item, and what two write at once is kept and shown', async () => {
    const { slug, id, agenda } = await opened(world)
    const item = agenda[1]?.id ?? ''
    done(await writePoint(hall(), slug, { item, speaker: 'Warga', text: 'Jalan rusak.' }))
    const [point] = await listMinutePoints(hall(), id)
    const change = { item, point: point?.id, base: 1 }
    expect(done(await writePoint(hall(), slug, { ...change, text: 'Jalan dusun rusak.' })).both).toBe(false)
    expect(done(await writePoint(hall(), slug, { ...change, text: 'Jalan rusak parah.' })).both).toBe(true)
    const texts = async () => (await listMinutePoints(hall(), id))[0]?.texts.map(({ text }) => text)
    expect(await texts()).toEqual(['Jalan dusun rusak.', 'Jalan rusak parah.'])
    const merging = { ...change, text: 'Jalan dusun rusak parah.', base: 3, merged: '2' }
    expect(done(await writePoint(hall(), slug, merging)).both).toBe(false)
    expect(await texts()).toEqual(['Jalan dusun rusak parah.'])
    await removePoint(hall(), slug, point?.id ?? '')
    expect(await listMinutePoints(hall(), id)).toEqual([])
    await expect(removePoint(hall(), slug, point?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('put together leave standing what was written meanwhile', async () => {
    const { slug, id, agenda } = await opened(world)
    const item = agenda[0]?.id ?? ''
    const { point } = done(await writePoint(hall(), slug, { item, text: 'Satu.' }))
    const write = async (text: string, rest: object) =>
      done(await writePoint(hall(), slug, { item, point, text, ...rest }))
    for (const text of ['Dua.', 'Tiga.', 'Empat.']) await write(text, { base: 1 })
    expect((await write('Dua dan tiga.', { base: 3, merged: [2] })).both).toBe(true)
    const texts = async () => (await listMinutePoints(hall(), id))[0]?.texts.map(({ text }) => text)
    expect(await texts()).toEqual(['Empat.', 'Dua dan tiga.'])
  })

  test('that say the same again add no text, and may move to another item', async () => {
    const { slug, id, agenda } = await opened(world)
    const [first, second] = agenda.map((one) => one.id)
    const said = { speaker: 'Warga', text: 'Jalan rusak.' }
    const { point } = done(await writePoint(hall(), slug, { item: first ?? '', ...said }))
    const again = done(await writePoint(hall(), slug, { item: second ?? '', point, base: 1, ...said }))
    expect(again).toMatchObject({ point, number: 1, both: false })
    expect(await listMinutePoints(hall(), id)).toMatchObject([{ itemId: second, texts: [{ number: 1 }] }])
  })

  test('are refused before the opening, off the agenda, and from who may not', async () => {
    const { slug } = await announced(world)
    const input = { item: 'tidak-ada', text: 'Jalan rusak.' }
    await expect(writePoint(hall(), slug, input)).rejects.toMatchObject({ reason: 'meeting-not-open' })
    const running = await opened(world)
    expect(await writePoint(hall(), running.slug, input)).toMatchObject({ issues: { item: 'unknown' } })
    for (const who of [null, world.publisher, world.stranger]) {
      await expect(writePoint(world.as(who, MORNING), running.slug, input)).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})
