import { beforeAll, expect, test } from 'vitest'
import { generateKeyPairSync } from 'node:crypto'
import { isSigned, signHeads } from '#server/ledger/heads.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, BEFORE, bodyOf, DURING, makeWorld, newKey, openedSurvey, type World } from '../survey/world.ts'
import { askingAs } from './asking.ts'

onEachEngine('the API of the ledger and the directory', (database) => {
  let world: World
  const { get, answer } = askingAs(() => world.as(null, DURING))
  beforeAll(async () => {
    world = await makeWorld(database())
    for (let i = 0; i < 4; i += 1) await openedSurvey(world)
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    await signHeads(world.as(null, AFTER), { privateKey, publicKey: spki })
  })

  test('gives the whole chain page by page, each entry naming the one before', async () => {
    const entries: { seq: number; hash: string; previous: string }[] = []
    let cursor = ''
    do {
      const { body, keep } = await get(`/ledger/entries?limit=2${cursor}`)
      expect(keep).toMatchObject({ tags: ['ledger'] })
      entries.push(...body.items)
      cursor = body.next === null ? '' : `&cursor=${body.next}`
    } while (cursor)
    expect(entries.length).toBeGreaterThanOrEqual(4)
    expect(entries.at(-1)).toMatchObject({ seq: 1 })
    for (const [i, entry] of entries.slice(0, -1).entries()) expect(entry.previous).toBe(entries[i + 1]?.hash)
  })

  test('finds entries by kind and subject', async () => {
    const { body } = await get('/ledger/entries?kind=survey.opened')
    expect(body.items).toHaveLength(4)
    const { subject } = body.items[1]
    const one = await get(`/ledger/entries?kind=survey.opened&subject=${subject}`)
    expect(one.body.items).toEqual([body.items[1]])
    expect(one.body.items[0].fields.slug).toHaveProperty('value')
  })

  test.each([
    ['/ledger/entries?cursor=-1', 'cursor'],
    ['/ledger/entries?on=kemarin', 'date'],
    ['/ledger/heads?cursor=1', 'cursor'],
    ['/ledger/heads?kind=x', 'unknown-field'],
  ])('refuses %s', async (path, code) => {
    expect(await get(path)).toMatchObject({ status: 400, body: { errors: [{ code }] } })
  })

  test('gives heads that anyone can check, and each at its own address', async () => {
    const { body } = await get('/ledger/heads')
    expect(body.items).toHaveLength(1)
    const [head] = body.items
    expect(head.on).toBe(BEFORE.toISOString().slice(0, 10))
    expect(isSigned(head)).toBe(true)
    expect((await get(`/ledger/heads/${head.on}`)).body).toEqual(head)
    expect((await get('/ledger/heads/2020-01-01')).status).toBe(404)
    expect((await get('/ledger/heads/kemarin')).status).toBe(404)
  })

  test('slows down who guesses receipts, not who follows their own', async () => {
    const { slug } = await openedSurvey(world)
    const { body } = await answer(slug, newKey(), bodyOf(4))
    const from = (address: string) => ({ 'x-client-address': address })
    const look = (code: string, address: string) => get(`/ledger/receipts/${code}`, from(address))
    for (let i = 0; i < 60; i += 1) {
      expect((await look(body.receipt, '203.0.113.1')).status).toBe(200)
      expect((await look('S000-0000-0000-0000-0', '203.0.113.1')).status).toBe(404)
    }
    const refused = await look('S000-0000-0000-0000-0', '203.0.113.1')
    expect(refused).toMatchObject({ status: 429, body: { type: '/api/v1/problems/too-many-requests' } })
    expect(refused.headers.get('retry-after')).toBe('30')
    for (const address of ['203.0.113.1', '203.0.113.2']) expect((await look(body.receipt, address)).status).toBe(200)
  })

  test('gives regions and units by their slugs, with no key of a row', async () => {
    const { body } = await get('/directory/regions')
    const listed = body.items.find(({ code }: { code: string }) => code === world.regionCode)
    expect(listed).toMatchObject({ kind: 'kabupaten', parents: ['Jambi'], units: 1, sample: true })
    const region = await get(`/directory/regions/${listed.slug}`)
    const [institution] = region.body.institutions
    expect(institution.units).toMatchObject([
      { slug: world.unit.slug, services: [{ slug: 'ktp-el' }, { slug: 'legalisir' }] },
    ])
    expect(JSON.stringify(region.body)).not.toContain(world.unit.institutionPath)
    const unit = await get(`/directory/units/${world.unit.slug}`)
    expect(unit.body).toMatchObject({ name: 'Loket Dukcapil', region: { slug: listed.slug }, trend: [] })
    expect((await get('/directory/regions/tiada')).status).toBe(404)
    expect((await get('/directory/units/tiada')).status).toBe(404)
  })
})
