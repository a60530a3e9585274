import { beforeAll, expect, test } from 'vitest'
import { unitCsv } from '#server/dashboard/csv.ts'
import { getUnitDashboard } from '#server/dashboard/unit.ts'
import { correct, withdraw } from '#server/survey/publication.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER } from '../survey/world.ts'
import { makeRegion, publishedFor, rows, type Region } from './world.ts'

const REASON = 'Salah menyalin dari buku tamu.'
const monthOf = (index: number) => {
  const day = (n: number) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${n}`
  return { firstDay: day(10), lastDay: day(28) }
}

onEachEngine('a unit’s dashboard', (database) => {
  let region: Region
  beforeAll(async () => {
    region = await makeRegion(database())
  })
  const look = (unit: string) => getUnitDashboard(region.world.as(null, AFTER), unit)

  test('ranks nothing it may not show, and compares from the second period on', async () => {
    const unit = region.centres[0]!
    expect(await look(unit)).toMatchObject({ lines: [], publications: [] })
    await publishedFor(region, unit, rows(4, 4), monthOf(0))
    expect((await look(unit)).lines[0]?.latest).toMatchObject({ n: 8, elements: null })
    await publishedFor(region, unit, rows(40, 40), monthOf(1))
    const [first] = (await look(unit)).lines
    expect(first?.latest?.elements).toHaveLength(9)
    expect(first?.latest?.elements?.every(({ change }) => change === null)).toBe(true)
  })

  test('shows a change of an element by Holm’s p, a whole point and thirty answers on both sides', async () => {
    const unit = region.centres[1]!
    const shownOf = async () => {
      const elements = (await look(unit)).lines[0]?.latest?.elements ?? []
      return elements.filter(({ change }) => change?.shown).map(({ key }) => key)
    }
    await publishedFor(
      region,
      unit,
      [...Array<string>(20).fill('333333333'), ...Array<string>(20).fill('444444444')],
      monthOf(0),
    )
    await publishedFor(
      region,
      unit,
      [...Array<string>(20).fill('333333334'), ...Array<string>(20).fill('444444444')],
      monthOf(1),
    )
    expect(await shownOf()).toEqual(['facilities'])
    const elements = (await look(unit)).lines[0]?.latest?.elements ?? []
    expect(elements.find(({ key }) => key === 'facilities')?.change?.difference).toBe(12.5)
    await publishedFor(region, unit, Array<string>(29).fill('222222222'), monthOf(2))
    expect(await shownOf()).toEqual([])
  })

  test('draws limits from twelve periods on, and keeps a withdrawn one in its place', async () => {
    const unit = region.centres[2]!
    for (let i = 0; i < 11; i++) await publishedFor(region, unit, rows(20 + (i % 2), 20), monthOf(i))
    expect((await look(unit)).lines[0]?.control).toBeNull()
    const wrong = await publishedFor(region, unit, rows(20, 20), monthOf(11))
    expect((await look(unit)).lines[0]?.control?.signals).toHaveLength(12)
    await publishedFor(region, unit, rows(0, 40), monthOf(12))
    await withdraw(region.world.as(region.publisher, AFTER), wrong, { reason: REASON })
    const { lines } = await look(unit)
    const line = lines[0]!
    expect(line.points.map(({ withdrawn }) => withdrawn)).toEqual([...Array<boolean>(11).fill(false), true, false])
    expect(line.control?.signals[11]).toEqual([])
    expect(line.control?.signals[12]).toContain('outside')
    const written = unitCsv(await look(unit))
      .trim()
      .split('\r\n')
    expect(written).toHaveLength(14)
    expect(written[12]).toContain(',1,,,,,,,,')
    expect(written[13]).toContain('outside')
  })

  test('lists every version that was ever published, the newest first, with its reason', async () => {
    const unit = region.centres[3]!
    const slug = await publishedFor(region, unit, rows(20, 20), monthOf(0))
    const later = new Date(AFTER.getTime() + 86_400_000)
    await correct(region.world.as(region.publisher, later), slug, { served: 60, reason: REASON })
    const { publications } = await look(unit)
    expect(publications.map(({ version, kind, reason }) => [version, kind, reason])).toEqual([
      [2, 'correction', REASON],
      [1, 'result', null],
    ])
  })
})
