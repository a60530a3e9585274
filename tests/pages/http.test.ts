/** What holds of every answer, whoever asks for what. */
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { addRegion } from '#server/directory/regions.ts'
import { wordsOf } from '#server/words/words.ts'
import { scopeOf } from '#server/scope.ts'
import { portalAdmin } from '../directory/actors.ts'
import { onEachPortal, visitorOf } from '../support/portal.ts'
import { bodyOf, makeWorld, newKey, openedSurvey } from '../survey/world.ts'

const DAY = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
let slug = ''

async function fill(database: OpenDatabase): Promise<void> {
  const world = await makeWorld(database)
  slug = (await openedSurvey(world, { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) })).slug
}

onEachPortal('every answer', fill, (portal) => {
  const visitor = () => visitorOf(portal())
  const policyOf = (headers: Headers) =>
    Object.fromEntries(
      (headers.get('content-security-policy') ?? '')
        .split(/[;,]/)
        .map((part) => part.trim().split(' '))
        .map(([name = '', ...values]) => [name, values.join(' ')]),
    )

  test.each([
    ['GET', '/', 200],
    ['GET', '/en', 200],
    ['GET', '/survei', 200],
    ['GET', '/wilayah', 200],
    ['GET', '/masuk', 200],
    ['GET', '/tiada', 404],
    ['GET', '/en/none', 404],
    ['GET', '/healthz', 200],
    ['GET', '/readyz', 200],
    ['GET', '/api/v1/survey', 200],
    ['GET', '/api/v1/openapi.json', 200],
    ['GET', '/api/v1/ledger/export', 200],
    ['GET', '/api/v1/tiada', 404],
    ['DELETE', '/api/v1/survey', 405],
  ])('carries the security headers: %s %s', async (method, path, status) => {
    const { status: answered, headers } = await visitor().send(method, path)
    expect(answered).toBe(status)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    const policy = policyOf(headers)
    expect(policy).toMatchObject({ 'default-src': "'none'", 'frame-ancestors': "'none'" })
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  })

  test('lets a page run nothing that it didn’t bring itself', async () => {
    for (const path of ['/', '/survei', `/survei/${slug}`, '/masuk']) {
      const { headers, text } = await visitor().get(path)
      expect(policyOf(headers)).toMatchObject({ 'base-uri': "'none'", 'form-action': "'self'" })
      expect(text.replace(/<!--.*?-->/gs, '')).not.toMatch(/<[^>]+\s(style|on\w+)=/)
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\/(?!www\.lapor\.go\.id|wa\.me)[^"]*\.(js|css|woff2?)"/)
    }
  })

  test('gives every request a name of its own, kept pages too', async () => {
    const ids = new Set<string | null>()
    for (let i = 0; i < 4; i += 1) ids.add((await visitor().get('/wilayah')).headers.get('x-request-id'))
    expect(ids.size).toBe(4)
  })

  test('refuses a form that another site makes a browser post', async () => {
    const fields = { email: 'a@contoh.go.id', password: 'salah sama sekali' }
    const foreign = await visitor().post('/masuk', fields, { origin: 'https://jahat.example' })
    expect(foreign.status).toBe(403)
    const nowhere = await visitor().post('/masuk', fields, { origin: 'null' })
    expect(nowhere.status).toBe(403)
    expect((await visitor().post('/masuk', fields)).status).toBe(422)
  })

  test('refuses a silent post that carries a session', async () => {
    const init = { headers: { cookie: 'balai_session=x' }, body: new URLSearchParams({ email: 'a@contoh.go.id' }) }
    expect((await visitor().send('POST', '/keluar', init)).status).toBe(403)
  })

  test('refuses more than a megabyte of a form or an answer', async () => {
    const form = await visitor().post('/masuk', { email: 'x'.repeat(1_100_000) })
    expect(form.status).toBe(413)
    expect(form.text).toContain('lang="id"')
    expect(form.text).toContain(wordsOf('id').turnedAway.tooLarge.text('1'))
    const english = await visitor().post('/en/sign-in', { email: 'x'.repeat(1_100_000) })
    expect(english.text).toContain(wordsOf('en').turnedAway.tooLarge.title)
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
    const body = JSON.stringify(bodyOf(4, { comment: 'x'.repeat(1_100_000) }))
    const answer = await visitor().send('POST', `/api/v1/survey/${slug}/answers`, { headers, body })
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('takes an answer over the API and shows it counted', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
    const body = JSON.stringify(bodyOf(4))
    const sent = await visitor().send('POST', `/api/v1/survey/${slug}/answers`, { headers, body })
    expect(sent.status).toBe(201)
    const again = await visitor().send('POST', `/api/v1/survey/${slug}/answers`, { headers, body })
    expect(again.text).toBe(sent.text)
    expect(sent.headers.get('set-cookie')).toBeNull()
  })

  test.each(['/survei', '/wilayah', '/api/v1/survey', '/api/v1/directory/regions', '/api/v1/openapi.json'])(
    'answers 304 when the reader has this version of %s',
    async (path) => {
      const first = await visitor().get(path)
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      expect(first.headers.get('cache-control')).toBe('no-cache')
      for (const tag of [etag, `W/${etag}`, `"lain", ${etag}`, '*']) {
        const again = await visitor().get(path, { 'if-none-match': tag })
        expect([again.status, again.text]).toEqual([304, ''])
        expect(again.headers.get('etag')).toBe(etag)
      }
      expect((await visitor().get(path, { 'if-none-match': '"lain"' })).status).toBe(200)
    },
  )

  test.each(['/', '/survei', '/tiada', '/api/v1/survey', '/api/v1/tiada', '/healthz'])(
    'answers HEAD %s as GET without a body',
    async (path) => {
      const get = await visitor().get(path)
      const head = await visitor().send('HEAD', path)
      expect([head.status, head.text]).toEqual([get.status, ''])
      for (const name of ['content-type', 'etag', 'cache-control'])
        expect(head.headers.get(name)).toBe(get.headers.get(name))
    },
  )

  test('says the same compressed and plain', async () => {
    for (const path of ['/wilayah', '/api/v1/openapi.json']) {
      const plain = await visitor().get(path, { 'accept-encoding': 'identity' })
      const pressed = await visitor().get(path, { 'accept-encoding': 'gzip' })
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(pressed.headers.get('content-encoding')).toBe('gzip')
      expect(pressed.headers.get('vary')).toContain('accept-encoding')
      expect(pressed.text).toBe(plain.text)
      const unwanted = await visitor().get(path, { 'accept-encoding': 'gzip;q=0, identity' })
      expect(unwanted.headers.get('content-encoding')).toBeNull()
    }
  })

  test('gives each copy of a form a key of its own and lets nobody keep it', async () => {
    const keys = new Set<string | undefined>()
    for (let i = 0; i < 3; i += 1) {
      const { headers, text } = await visitor().get(`/survei/${slug}`)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('etag')).toBeNull()
      expect(text).not.toContain('__SUBMISSION_KEY')
      keys.add(/name="key"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="key"/.exec(text)?.slice(1).find(Boolean))
    }
    expect(keys.size).toBe(3)
    expect(keys).not.toContain(undefined)
  })

  test('keeps lists with different filters apart', async () => {
    const open = await visitor().get('/api/v1/survey?state=open')
    const closed = await visitor().get('/api/v1/survey?state=closed')
    const bad = await visitor().get('/api/v1/survey?state=salah')
    expect(JSON.parse(open.text).items).toHaveLength(1)
    expect(JSON.parse(closed.text).items).toHaveLength(0)
    expect(bad.status).toBe(400)
    expect(bad.headers.get('cache-control')).toBe('no-store')
  })

  test('shows what another node changed within a second', async () => {
    const path = '/api/v1/directory/regions'
    const before = await visitor().get(path)
    const name = `Kota Baru ${newKey().slice(0, 4)}`
    const code = `97.${String(Math.floor(Math.random() * 90) + 10)}`
    await addRegion(scopeOf(portal().database, { actor: portalAdmin }), {
      name,
      kind: 'kota',
      code,
      timezone: 'Asia/Jayapura',
    })
    await expect.poll(async () => (await visitor().get(path)).text, { timeout: 2000 }).toContain(name)
    const after = await visitor().get(path, { 'if-none-match': before.headers.get('etag') ?? '' })
    expect(after.status).toBe(200)
  })

  test('streams the public export, one record a line, without an answer', async () => {
    const { headers, text } = await visitor().get('/api/v1/ledger/export')
    expect(headers.get('content-type')).toBe('application/jsonl')
    expect(headers.get('cache-control')).toBe('no-store')
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string })
    expect(records[0]).toMatchObject({ type: 'header', format: 'balai-export' })
    expect(records.filter(({ type }) => type === 'entry').length).toBeGreaterThan(0)
    expect(records.some(({ type }) => type === 'answer')).toBe(false)
  })

  test('says that it lives and that its database answers', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const { status, text } = await visitor().get(path)
      expect([status, text]).toEqual([200, 'ok'])
    }
  })

  test('keeps what was built for a year, and nothing that may change', async () => {
    const { text } = await visitor().get('/')
    const asset = /\/_astro\/[\w.-]+\.(?:css|js)/.exec(text)?.[0] ?? ''
    const { status, headers } = await visitor().get(asset)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('speaks the language of the address on a page that isn’t there', async () => {
    expect((await visitor().get('/tiada')).text).toContain('Halaman tidak ditemukan')
    expect((await visitor().get('/tiada')).text).toMatch(/<html[^>]* lang="id"/)
    expect((await visitor().get('/en/none')).text).toMatch(/<html[^>]* lang="en"/)
  })
})
