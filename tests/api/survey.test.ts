import { beforeAll, expect, test } from 'vitest'
import { sealWaiting } from '#server/survey/sealing.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, BEFORE, bodyOf, drafted, DURING, makeWorld, newKey, openedSurvey, type World } from '../survey/world.ts'
import { askingAs } from './asking.ts'

onEachEngine('the API of surveys', (database) => {
  let world: World
  const at = (now: Date) => askingAs(() => world.as(null, now))
  const { get, answer, ask } = at(DURING)
  beforeAll(async () => {
    world = await makeWorld(database())
  })

  async function publishedSurvey(scores: string[]): Promise<string> {
    const { slug, id } = await openedSurvey(world)
    for (const score of scores) expect(await answer(slug, newKey(), bodyOf(score))).toMatchObject({ status: 201 })
    await sealWaiting(world.as(null), id)
    await handIn(world.as(world.officer, AFTER), slug)
    const outcome = await publish(world.as(world.publisher, AFTER), slug, {
      reason: 'Jumlah responden belum tercapai.',
    })
    expect(outcome).toMatchObject({ ok: true })
    return slug
  }

  test('lists opened surveys with slug and state, never a draft', async () => {
    const { slug } = await openedSurvey(world)
    const draft = await drafted(world)
    const { status, body, keep } = await get(`/survey?state=open&instrument=skm&unit=${world.unit.slug}&limit=100`)
    expect(status).toBe(200)
    expect(body.items).toContainEqual(expect.objectContaining({ slug, state: 'open' }))
    expect(body.items.every((item: { state: string }) => item.state === 'open')).toBe(true)
    expect((await get('/survey?state=draft')).body).toEqual({ items: [], next: null })
    expect((await get(`/survey?unit=${world.unit.slug}&limit=100`)).body.items).not.toContainEqual(
      expect.objectContaining({ slug: draft.slug }),
    )
    expect(keep).toMatchObject({ tags: ['survey', 'directory'], until: new Date('2026-07-10T15:00:00Z') })
  })

  test('tells states by the clock', async () => {
    const { slug } = await openedSurvey(world)
    expect((await at(BEFORE).get(`/survey/${slug}`)).body.state).toBe('scheduled')
    expect((await at(DURING).get(`/survey/${slug}`)).body.state).toBe('open')
    expect((await at(AFTER).get(`/survey/${slug}`)).body.state).toBe('closed')
  })

  test('walks a list page by page without losing or doubling one', async () => {
    for (let i = 0; i < 5; i += 1) await openedSurvey(world)
    const filter = `unit=${world.unit.slug}`
    const whole = (await get(`/survey?${filter}&limit=100`)).body.items.map(({ slug }: { slug: string }) => slug)
    const walked: string[] = []
    let cursor = ''
    do {
      const page = await get(`/survey?${filter}&limit=2${cursor}`)
      walked.push(...page.body.items.map(({ slug }: { slug: string }) => slug))
      cursor = page.body.next === null ? '' : `&cursor=${page.body.next}`
    } while (cursor)
    expect(whole.length).toBeGreaterThanOrEqual(5)
    expect(walked).toEqual(whole)
  })

  test.each([
    ['state=opened', 'state', 'choose'],
    ['instrument=lain', 'instrument', 'choose'],
    ['cursor=bukan', 'cursor', 'cursor'],
    ['cursor=', 'cursor', 'cursor'],
    ['limit=0', 'limit', 'limit'],
    ['limit=101', 'limit', 'limit'],
    ['warna=biru', 'warna', 'unknown-field'],
    ['region=a&region=b', 'region', 'once'],
  ])('refuses the filter %s', async (query, field, code) => {
    const { status, body } = await get(`/survey?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ type: '/api/v1/problems/bad-query', errors: [{ field, code }] })
  })

  test('shows a survey with its questionnaire and counts', async () => {
    const { slug, id } = await openedSurvey(world, { served: 200 })
    await answer(slug, newKey(), bodyOf(3))
    const { body, keep } = await get(`/survey/${slug}`)
    expect(body).toMatchObject({ slug, state: 'open', firstDay: '2026-07-01', lastDay: '2026-07-31' })
    expect(body.counts).toMatchObject({
      n: 1,
      sample: { served: 200, target: 132, reached: false },
      responseRate: 0.005,
    })
    expect(body.questionnaire.elements.map(({ label }: { label: string }) => label)).toContain('U9')
    expect(body).not.toHaveProperty('staff')
    expect(keep).toMatchObject({ tags: [id, 'directory'], until: new Date('2026-07-31T17:00:00Z') })
  })

  test('hides that a draft exists', async () => {
    const { slug } = await drafted(world)
    const unknown = (await get('/survey/tiada')).body
    for (const path of [`/survey/${slug}`, `/survey/${slug}/results`]) {
      const { status, body } = await get(path)
      expect(status).toBe(404)
      expect(body).toEqual(unknown)
    }
    expect(await answer(slug, newKey(), bodyOf(4))).toMatchObject({ status: 404, body: unknown })
  })

  test('takes an answer once and gives its receipt again', async () => {
    const { slug } = await openedSurvey(world)
    const key = newKey()
    const body = bodyOf(4, { comment: 'Loketnya ramah.', respondent: { ageBand: '30_39' } })
    const first = await answer(slug, key, body)
    expect(first.status).toBe(201)
    expect(Object.keys(first.body)).toEqual(['receipt'])
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(await answer(slug, key, body)).toMatchObject({ status: 201, body: first.body })
    expect(await at(AFTER).answer(slug, key, body)).toMatchObject({ status: 201, body: first.body })
    expect((await get(`/survey/${slug}`)).body.counts.n).toBe(1)
  })

  test('refuses another body under the same key', async () => {
    const { slug } = await openedSurvey(world)
    const key = newKey()
    await answer(slug, key, bodyOf(4))
    const other = await answer(slug, key, bodyOf(1))
    expect(other).toMatchObject({ status: 422, body: { type: '/api/v1/problems/other-body' } })
  })

  test('refuses a key that can be guessed', async () => {
    const { slug } = await openedSurvey(world)
    for (const key of ['', 'satu', 'a'.repeat(32)]) {
      expect(await answer(slug, key, bodyOf(4))).toMatchObject({
        status: 400,
        body: { type: '/api/v1/problems/bad-key' },
      })
    }
  })

  test('refuses before opening and after closing', async () => {
    const { slug } = await openedSurvey(world)
    const early = await at(BEFORE).answer(slug, newKey(), bodyOf(4))
    expect(early).toMatchObject({ status: 409, body: { type: '/api/v1/problems/not-open' } })
    const late = await at(AFTER).answer(slug, newKey(), bodyOf(4))
    expect(late).toMatchObject({ status: 409, body: { type: '/api/v1/problems/closed' } })
  })

  test('names every wrong field and stores nothing', async () => {
    const { slug } = await openedSurvey(world)
    const body = { answers: { cost: 5, harga: 2 }, comment: 7, respondent: { nik: '1508012345670001' } }
    const refused = await answer(slug, newKey(), body, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-language')).toBe('en')
    expect(refused.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining([
        'answers.cost score',
        'answers.harga unknown-field',
        'comment text',
        'respondent.nik unknown-field',
      ]),
    )
    expect(JSON.stringify(refused.body)).not.toContain('1508012345670001')
    expect(await answer(slug, newKey(), { answers: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'answers', code: 'all-blank' }] },
    })
    expect(await answer(slug, newKey(), [])).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'form', code: 'wrong' }] },
    })
    expect((await get(`/survey/${slug}`)).body.counts.n).toBe(0)
  })

  test('refuses what is no JSON', async () => {
    const { slug } = await openedSurvey(world)
    for (const body of ['{"answers":', '', 'requirements=4']) {
      expect(await answer(slug, newKey(), body)).toMatchObject({
        status: 400,
        body: { type: '/api/v1/problems/malformed-json' },
      })
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const refused = await answer(slug, newKey(), bodyOf(4), { 'content-type': type })
      expect(refused).toMatchObject({ status: 415, body: { type: '/api/v1/problems/unsupported-media-type' } })
    }
    expect(
      await answer(slug, newKey(), bodyOf(4), { 'content-type': 'application/json; charset=utf-8' }),
    ).toMatchObject({
      status: 201,
    })
  })

  test('refuses more than a megabyte, named beforehand or not', async () => {
    const { slug } = await openedSurvey(world)
    const big = JSON.stringify(bodyOf(4, { comment: 'x'.repeat(1024 * 1024) }))
    const named = await answer(slug, newKey(), big, { 'content-length': String(big.length) })
    expect(named).toMatchObject({ status: 413, body: { type: '/api/v1/problems/too-large' } })
    const stream = new Blob([big]).stream()
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
    const init = { headers, body: stream, duplex: 'half' } as RequestInit
    expect(await ask('POST', `/survey/${slug}/answers`, init)).toMatchObject({ status: 413 })
  })

  test('shows counts only while a survey is open', async () => {
    const { slug } = await openedSurvey(world)
    for (let i = 0; i < 12; i += 1) await answer(slug, newKey(), bodyOf(4))
    const { body } = await get(`/survey/${slug}/results`)
    expect(body).toMatchObject({ shown: 'counts-only', ikm: null, grade: null, interval: null, elements: null, n: 12 })
    expect(body).toMatchObject({ tally: null, profile: null, weights: [], versions: [] })
  })

  test('shows the official figure once published', async () => {
    const slug = await publishedSurvey(['444444444', '333333333', '444433334', ...Array<string>(9).fill('343434343')])
    const { body, keep } = await at(AFTER).get(`/survey/${slug}/results`)
    expect(body).toMatchObject({ shown: 'official', ikm: 86.57, grade: 'B', n: 12, respondents: 12, version: 1 })
    expect(body.survey).toMatchObject({ slug, state: 'published' })
    expect(body.elements).toHaveLength(9)
    expect(body.interval[0]).toBeLessThan(body.ikm)
    expect(body.interval[1]).toBeGreaterThan(body.ikm)
    expect(body.tally).toHaveLength(73)
    expect(keep?.tags).toEqual(['survey', 'directory'])
    const unit = await at(AFTER).get(`/directory/units/${world.unit.slug}`)
    const points = unit.body.trend.flatMap((line: { points: object[] }) => line.points)
    expect(points).toContainEqual(expect.objectContaining({ slug, ikm: 86.57, n: 12 }))
  })

  test('says that too few answered, and nothing of what they said', async () => {
    const slug = await publishedSurvey(['444444444', '333333333'])
    const { body } = await at(AFTER).get(`/survey/${slug}/results`)
    expect(body).toMatchObject({
      shown: 'too-few',
      ikm: null,
      grade: null,
      elements: null,
      tally: null,
      profile: null,
      n: 2,
    })
  })

  test('follows a receipt and tells nothing of the answer', async () => {
    const { slug, title } = await openedSurvey(world)
    const { body } = await answer(slug, newKey(), bodyOf(2, { comment: 'rahasia' }))
    const typed = body.receipt.toLowerCase().replaceAll('-', ' ')
    const trace = await get(`/ledger/receipts/${encodeURIComponent(typed)}`)
    expect(trace.status).toBe(200)
    expect(trace.body).toMatchObject({ receipt: body.receipt, title, page: `/survei/${slug}/hasil` })
    expect(JSON.stringify(trace.body)).not.toContain('rahasia')
    expect(trace.headers.get('cache-control')).toBe('no-store')
    const other = body.receipt.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A'))
    expect((await get(`/ledger/receipts/${other}`)).status).toBe(404)
    expect((await get('/ledger/receipts/bukan')).status).toBe(404)
  })
})
