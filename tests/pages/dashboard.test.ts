/** A region's page is kept until something on it moves. */
import { expect, test } from 'vitest'
import { wordsOf } from '#server/words/words.ts'
import { makeRegion, publishedFor, rows, type Region } from '../dashboard/world.ts'
import { onEachPortal, visitorOf } from '../support/portal.ts'

const t = wordsOf('id').dashboard
const PERIOD = { firstDay: '2025-01-01', lastDay: '2025-06-30' }
let region: Region

onEachPortal(
  'a region’s page',
  async (database) => {
    region = await makeRegion(database)
    for (const unit of region.centres.slice(1)) await publishedFor(region, unit, rows(12, 8), PERIOD)
  },
  (portal) => {
    const textOf = async (path: string) => (await visitorOf(portal()).get(path)).text
    const page = () => `/wilayah/${region.slug}`

    test('shows a publication made elsewhere once the feed has brought it, in all its forms', async () => {
      const few = t.funnel.few('4', '5')
      expect(await textOf(page())).toContain(few)
      expect(JSON.parse(await textOf(`${page()}.json`)).compared.kinds[0].funnel).toBeNull()
      await publishedFor(region, region.centres[0]!, rows(12, 8), PERIOD)
      await expect.poll(() => textOf(page()), { timeout: 5000, interval: 50 }).not.toContain(few)
      expect(await textOf(page())).toContain(t.funnel.caption('Puskesmas, kesehatan'))
      const { points } = JSON.parse(await textOf(`${page()}.json`)).compared.kinds[0].funnel
      expect(points).toHaveLength(5)
      const lines = (await textOf(`${page()}.csv`)).trim().split('\r\n')
      expect(lines.filter((line) => line.includes(',2025-1,'))).toHaveLength(5)
    })

    test('stands for each half-year at an address of its own, and for no other', async () => {
      const { status } = await visitorOf(portal()).get(`${page()}?period=2025-1`)
      expect(status).toBe(200)
      expect((await visitorOf(portal()).get(`${page()}?period=2024-2`)).status).toBe(404)
      expect((await visitorOf(portal()).get(`${page()}.csv?period=2024-2`)).status).toBe(404)
    })

    test('leads from each figure to its definition', async () => {
      const definitions = await textOf('/cara-menghitung')
      const links = [...(await textOf(page())).matchAll(/href="\/cara-menghitung#(\w+)"/g)].map(([, id]) => id)
      expect(new Set(links)).toEqual(new Set(['participation', 'pooled', 'elements', 'funnel']))
      for (const id of links) expect(definitions).toContain(`<section id="${id}">`)
    })
  },
)
