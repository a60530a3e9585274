/** What programs find here that look at every site: feeds, a map of the site, what to leave alone, whom to tell of a hole. */
import { describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { inXml, toAtom } from '#server/atom.ts'
import { importAnswers } from '#server/survey/import.ts'
import { correct, handIn, publish, withdraw } from '#server/survey/publication.ts'
import { onEachPortal, visitorOf } from '../support/portal.ts'
import { AFTER, csvOf, makeWorld, openedSurvey, type World } from '../survey/world.ts'

const reason = 'Jumlah responden belum tercapai.'
let world: World
let slug = ''
let region = ''

async function fill(database: OpenDatabase): Promise<void> {
  world = await makeWorld(database)
  slug = await published('Semester I & II', 12)
  await published('Sedikit', 3)
  const rows = await database.db.selectFrom('region').select('slug').where('code', '=', world.regionCode).execute()
  region = rows[0]?.slug ?? ''
}

async function published(period: string, answers: number): Promise<string> {
  const { slug } = await openedSurvey(world, { period })
  const text = csvOf(Array.from({ length: answers }, () => '444444444'))
  await importAnswers(world.as(world.officer, AFTER), slug, { name: 'k.csv', read: () => new Blob([text]).stream() })
  await handIn(world.as(world.officer, AFTER), slug)
  await publish(world.as(world.publisher, AFTER), slug, { reason })
  return slug
}

describe('a feed', () => {
  test('holds only what XML takes', () => {
    expect(inXml('a & b < c > "d" \'e\'\u0000\u000b\ud800 ü 🙂')).toBe(
      'a &#38; b &#60; c &#62; &#34;d&#34; &#39;e&#39;\ufffd ü 🙂',
    )
  })

  test('without entries still says when it was made', () => {
    const feed = { self: 'http://a/f', page: 'http://a/', language: 'id', title: 'T', author: 'A', entries: [] }
    expect(toAtom(feed)).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:]+Z<\/updated>/)
  })
})

onEachPortal('programs that look at every site', fill, (portal) => {
  const visitor = () => visitorOf(portal())
  const entriesOf = (atom: string) =>
    [...atom.matchAll(/<entry>[^]*?<\/entry>/g)].map(([entry]) => ({
      id: /<id>(.*)<\/id>/.exec(entry)?.[1],
      title: /<title>(.*)<\/title>/.exec(entry)?.[1],
      summary: /<summary>(.*)<\/summary>/.exec(entry)?.[1],
    }))

  test('find each publication once in the feed of its region and of the portal, in both languages', async () => {
    const { headers, text } = await visitor().get(`/wilayah/${region}/publikasi.atom`)
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const entries = entriesOf(text)
    expect(entries).toHaveLength(2)
    expect(entries.find(({ title }) => title?.includes('Semester I &#38; II'))?.summary).toMatch(/IKM 100,00 · Mutu A/)
    expect(entries.find(({ title }) => title?.includes('Sedikit'))?.summary).toContain('Terlalu sedikit')
    for (const { id } of entries) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(entriesOf((await visitor().get('/publikasi.atom')).text)).toEqual(entries)
    expect((await visitor().get('/en/publications.atom')).text).toContain('Result published')
    expect((await visitor().get('/wilayah/tiada/publikasi.atom')).status).toBe(404)
    expect((await visitor().get(`/wilayah/${region}/publikasi`)).status).toBe(404)
  })

  test('are led to the feeds by the pages', async () => {
    const link = /<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/g
    const addressesIn = (html: string) => [...html.matchAll(link)].map(([, address]) => address)
    expect(addressesIn((await visitor().get('/')).text)).toEqual(['/publikasi.atom'])
    expect(addressesIn((await visitor().get(`/en/regions/${region}`)).text)).toEqual([
      '/en/publications.atom',
      `/en/regions/${region}/publications.atom`,
    ])
  })

  test('read of a correction and a withdrawal, newest first, with the reason', async () => {
    await correct(world.as(world.publisher, AFTER), slug, { note: 'Diralat.', reason: 'Catatan <keliru> ditulis.' })
    await withdraw(world.as(world.publisher, new Date(AFTER.getTime() + 1000)), slug, {
      reason: 'Sampel ternyata keliru.',
    })
    const feed = async () => entriesOf((await visitor().get('/publikasi.atom')).text)
    await expect.poll(async () => (await feed()).length, { timeout: 5000 }).toBe(4)
    const [newest, ...others] = await feed()
    expect(newest).toMatchObject({
      title: expect.stringMatching(/^Pencabutan/),
      summary: 'Alasannya: Sampel ternyata keliru.',
    })
    expect(others.find(({ title }) => title?.startsWith('Ralat'))?.summary).toContain(
      'Catatan &#60;keliru&#62; ditulis.',
    )
  })

  test('find every public page in the map of the site, none for staff, and each address answers', async () => {
    const { headers, text } = await visitor().get('/sitemap.xml')
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
    expect(paths).toEqual(expect.arrayContaining(['/', `/survei/${slug}/hasil`, `/wilayah/${region}`, '/api']))
    expect(paths.filter((path) => /akun|masuk|kelola/.test(path))).toEqual([])
    for (const path of paths) expect((await visitor().get(path)).status, path).toBe(200)
  })

  test('are asked to leave alone what is for staff, and receipts', async () => {
    const { text } = await visitor().get('/robots.txt')
    for (const path of ['/akun', '/en/account', '/kata-sandi/', '/cek/', '/survei/kelola', '/wilayah/kelola']) {
      expect(text.split('\n')).toContain(`Disallow: ${path}`)
    }
    expect(text).toContain('Allow: /cek/catatan')
    expect(text).toMatch(/^Sitemap: http:\/\/.*\/sitemap\.xml$/m)
  })

  test('learn whom to tell of a hole, for months ahead', async () => {
    const { headers, text } = await visitor().get('/.well-known/security.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(/^Contact: \S+$/m)
    const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '')
    expect(expires - Date.now()).toBeGreaterThan(150 * 86_400_000)
    expect(expires - Date.now()).toBeLessThan(365 * 86_400_000)
  })
})
