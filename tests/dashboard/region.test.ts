import { beforeAll, expect, test } from 'vitest'
import { regionCsv } from '#server/dashboard/csv.ts'
import { getRegionDashboard } from '#server/dashboard/region.ts'
import { withdraw } from '#server/survey/publication.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, DURING } from '../survey/world.ts'
import { makeRegion, openedFor, publishedFor, rows, type Region } from './world.ts'

const FIRST_HALF = { firstDay: '2026-01-01', lastDay: '2026-06-30' }

onEachEngine('a region’s dashboard', (database) => {
  let region: Region
  beforeAll(async () => {
    region = await makeRegion(database())
  })
  const look = (now = AFTER, period?: string) => getRegionDashboard(region.world.as(null, now), region.slug, period)
  const stateOf = async (unit: string, now?: Date) => {
    const found = (await look(now)).units.find(({ slug }) => slug === unit)
    return { surveyed: found?.surveyed, state: found?.current?.state ?? 'none' }
  }

  test('says of each unit whether it has surveyed in the running half-year', async () => {
    const { units, now, compared, periods } = await look(DURING)
    expect(now.key).toBe('2026-2')
    expect(units.map(({ slug }) => slug)).toEqual([...region.centres, region.world.unit.slug].sort())
    expect(units.filter(({ surveyed }) => surveyed)).toEqual([])
    expect([compared, periods]).toEqual([null, []])
    const unit = region.world.unit.slug
    await openedFor(region, unit, { firstDay: '2026-07-05', lastDay: '2026-07-20' })
    expect(await stateOf(unit, new Date('2026-07-01T03:00:00Z'))).toEqual({ surveyed: false, state: 'scheduled' })
    expect(await stateOf(unit, DURING)).toEqual({ surveyed: true, state: 'open' })
    expect(await stateOf(unit, AFTER)).toEqual({ surveyed: true, state: 'closed' })
    expect(await stateOf(unit, new Date('2027-01-01T03:00:00Z'))).toEqual({ surveyed: false, state: 'none' })
  })

  test('adds up and sets side by side only what is published, stands, and holds ten answers', async () => {
    const [first, second, third, fourth, fifth] = region.centres as [string, string, string, string, string]
    await publishedFor(region, first, rows(20, 20))
    await publishedFor(region, second, rows(20, 30))
    await publishedFor(region, third, rows(10, 12))
    await publishedFor(region, fourth, rows(5, 4))
    const before = await look()
    expect(before.compared).toMatchObject({ key: '2026-2', published: 4, pooled: { parts: 3, received: 112 } })
    // 50 threes and 62 fours: the nine answers of the fourth unit are in no sum.
    expect(before.compared?.pooled?.ikm).toBe(88.84)
    expect(before.compared?.kinds).toMatchObject([
      {
        institutionKind: 'health_centre',
        funnel: null,
        left: [
          { unit: { slug: fourth }, reason: 'too-few' },
          { unit: { slug: fifth }, reason: 'not-published' },
        ],
      },
    ])
    await publishedFor(region, fourth, rows(11, 10), { firstDay: '2026-07-02', lastDay: '2026-07-31' })
    const wrong = await publishedFor(region, fifth, rows(0, 40))
    const { compared } = await look()
    expect(compared?.kinds[0]?.funnel?.points.map(({ unit, n }) => [unit.slug, n])).toEqual([
      [first, 40],
      [second, 50],
      [third, 22],
      [fourth, 21],
      [fifth, 40],
    ])
    await withdraw(region.world.as(region.publisher, AFTER), wrong, { reason: 'Berkas unit lain yang dimasukkan.' })
    const after = await look()
    expect(after.compared?.kinds[0]).toMatchObject({ funnel: null, left: [{ unit: { slug: fifth } }] })
    expect(after.compared?.pooled).toMatchObject({ parts: 4, received: 133 })
    expect(after.units.find(({ slug }) => slug === fifth)).toMatchObject({ surveyed: false, latest: null })
  })

  test('shows each unit’s last result with its official figure, and none under five answers', async () => {
    const unit = region.world.unit.slug
    const latestOf = async () => (await look()).units.find(({ slug }) => slug === unit)?.latest
    const slug = await publishedFor(region, unit, rows(2, 2))
    expect(await latestOf()).toMatchObject({ slug, n: 4, ikm: null, grade: null })
    const later = await publishedFor(region, unit, rows(6, 1), { firstDay: '2026-07-03', lastDay: '2026-07-31' })
    expect(await latestOf()).toMatchObject({ slug: later, n: 7, ikm: 78.57, grade: 'B' })
  })

  test('puts a result into the half-year of its last day, and shows the one that is asked for', async () => {
    const [first, second] = region.centres as [string, string]
    await publishedFor(region, first, rows(10, 10), FIRST_HALF)
    await publishedFor(region, second, rows(10, 10), { firstDay: '2025-12-01', lastDay: '2026-01-31' })
    const earlier = await look(AFTER, '2026-1')
    expect(earlier.periods.map(({ key }) => key)).toEqual(['2026-2', '2026-1'])
    expect(earlier.compared).toMatchObject({ key: '2026-1', published: 2, pooled: { ikm: 87.5, parts: 2 } })
    expect((await look()).compared?.key).toBe('2026-2')
    await expect(look(AFTER, '2024-1')).rejects.toMatchObject({ code: 'not-found' })
    await expect(look(AFTER, 'semua')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('writes the same figures to its file, a row for each unit in code order', async () => {
    const found = await look()
    const [head, ...lines] = regionCsv(found).trim().split('\r\n')
    expect(head?.startsWith('unit,code,name,sector,institution_kind')).toBe(true)
    expect(lines.map((line) => line.split(',')[0])).toEqual(found.units.map(({ slug }) => slug))
  })
})
