import { beforeAll, expect, test } from 'vitest'
import { api } from '#server/api.ts'
import { makeRegion, publishedFor, rows, type Region } from '../dashboard/world.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER } from '../survey/world.ts'
import { askingAs } from './asking.ts'

onEachEngine('the API of dashboards', (database) => {
  let region: Region
  const { get } = askingAs(() => region.world.as(null, AFTER))
  beforeAll(async () => {
    region = await makeRegion(database())
    for (const unit of region.centres) await publishedFor(region, unit, rows(12, 8))
    await publishedFor(region, region.centres[0]!, rows(30, 10), { firstDay: '2026-05-01', lastDay: '2026-06-30' })
  })

  test('gives a region as its document describes it, units in code order', async () => {
    const { status, body, keep } = await get(`/dashboard/regions/${region.slug}`)
    expect(status).toBe(200)
    expect(body.compared).toMatchObject({ key: '2026-2', published: 5, pooled: { received: 100, ikm: 85 } })
    const [kind] = body.compared.kinds
    expect(kind.funnel.points.map(({ slug }: { slug: string }) => slug)).toEqual(region.centres)
    expect(JSON.stringify(body)).not.toContain(region.world.unit.id)
    expect(keep?.tags).toEqual(['directory', 'survey'])
    const earlier = await get(`/dashboard/regions/${region.slug}?period=2026-1`)
    expect(earlier.body.compared).toMatchObject({ key: '2026-1', published: 1, pooled: null })
  })

  test('gives a unit as its document describes it', async () => {
    const { body } = await get(`/dashboard/units/${region.centres[0]}`)
    expect(body.lines[0].points).toHaveLength(2)
    expect(body.lines[0].latest.elements).toHaveLength(9)
    expect(body.lines[0].latest.elements[0].change).toMatchObject({ shown: false })
    expect(body.publications).toHaveLength(2)
  })

  test('answers with the table, or the same again, where the address ends so', async () => {
    for (const [kind, slug] of [
      ['regions', region.slug],
      ['units', region.centres[0]],
    ]) {
      const plain = await get(`/dashboard/${kind}/${slug}`)
      expect((await get(`/dashboard/${kind}/${slug}.json`)).body).toEqual(plain.body)
      const table = await get(`/dashboard/${kind}/${slug}.csv`)
      expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(table.headers.get('content-disposition')).toBe(`attachment; filename="${slug}.csv"`)
      expect(String(table.body).split('\r\n')[0]).toMatch(/^(unit,code|service,survey),/)
    }
  })

  test('refuses a period that is none, and knows no region, unit or period that isn’t there', async () => {
    expect((await get(`/dashboard/regions/${region.slug}?period=2026`)).status).toBe(400)
    expect((await get(`/dashboard/regions/${region.slug}?period=2019-1`)).status).toBe(404)
    expect((await get('/dashboard/regions/tiada')).status).toBe(404)
    expect((await get('/dashboard/units/tiada.csv')).status).toBe(404)
    expect((await api.request('/dashboard/units/tiada', { method: 'POST' })).status).toBe(405)
  })
})
