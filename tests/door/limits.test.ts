/** Who asks too often or comes when all is full is told so, and loses nothing; who shares a network with many is served. */
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { findSetting } from '#db/portal/settings.ts'
import { counterCode } from '#server/counter-code.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { dayFromNow } from '../support/days.ts'
import { startPortal, visitorOf, type Reply, type TestPortal } from '../support/portal.ts'
import { bodyOf, makeWorld, newKey, openedSurvey } from '../survey/world.ts'

let slug = ''
async function fill(database: OpenDatabase): Promise<void> {
  slug = (await openedSurvey(await makeWorld(database), { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) })).slug
}

function usePortal(env: Record<string, string>): () => TestPortal {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await startPortal('sqlite', { fill, env: { TRUSTED_PROXIES: '1', ...env } })
  })
  afterAll(() => portal?.stop())
  return () => portal
}

async function usePortalOnce(env: Record<string, string>) {
  const portal = await startPortal('sqlite', { fill, env: { TRUSTED_PROXIES: '1', ...env } })
  const ask = (path: string, address: string) => visitorOf(portal).get(path, from(address))
  return { ask, stop: portal.stop }
}

/** As one comes through a proxy from this address. */
const from = (address: string) => ({ 'x-forwarded-for': address })
const typed = () => ({ requirements: '4', comment: '"Ramah" <b>& cepat</b>', key: newKey(), shown: '' })

function hiddenFields(html: string): Record<string, string> {
  const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  const fields = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [plain(name), plain(value)]))
}

describe('as it comes', () => {
  const portal = usePortal({})

  test('two hundred phones in one village hall are all served', async () => {
    const hall = from('203.0.113.9')
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const phone = visitorOf(portal())
        const form = await phone.get(`/survei/${slug}`, hall)
        const sent = await phone.send('POST', `/api/v1/survey/${slug}/answers`, {
          headers: { ...hall, 'content-type': 'application/json', 'idempotency-key': newKey() },
          body: JSON.stringify(bodyOf(4)),
        })
        const code = (JSON.parse(sent.text) as { receipt: string }).receipt
        const receipt = await phone.get(`/cek/${code}`, hall)
        return [form.status, sent.status, receipt.status].join(' ')
      }),
    )
    expect([...new Set(statuses)]).toEqual(['200 201 200'])
  })

  test('bodies that trickle keep nobody out, and one network has no more than its share of them', async () => {
    const { hostname, port } = new URL(portal().url)
    const sockets: Socket[] = []
    const trickle = async (address: string) => {
      const socket = connect(Number(port), hostname)
      sockets.push(socket)
      socket.on('error', () => undefined)
      let said = ''
      socket.on('data', (bytes) => (said += String(bytes)))
      socket.write(
        `POST /masuk HTTP/1.1\r\nhost: ${hostname}\r\nx-forwarded-for: ${address}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 500\r\n\r\ne`,
      )
      return () => said
    }
    for (let i = 0; i < 256; i += 1) await trickle('198.51.100.7')
    await setTimeout(500)
    const oneMore = await trickle('198.51.100.7')
    await expect.poll(oneMore, { timeout: 15_000 }).toContain('HTTP/1.1 503')
    const others = visitorOf(portal())
    expect((await others.get('/masuk', from('198.51.100.8'))).status).toBe(200)
    expect((await others.post('/masuk', { email: 'a@contoh.go.id' }, from('198.51.100.8'))).status).toBe(422)
    for (const socket of sockets) socket.destroy()
    await expect
      .poll(async () => (await others.post('/cek', {}, from('198.51.100.7'))).status, { timeout: 5000 })
      .toBe(422)
  })
})

describe('where a few a minute are free', () => {
  const portal = usePortal({ REQUESTS_PER_MINUTE: '20' })
  const visitor = () => visitorOf(portal())
  const use = (path: string, address: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => visitor().get(path, from(address))))

  /** What was used drains away meanwhile: one or two more may be let in, slowly. */
  async function untilRefused(act: () => Promise<Reply>): Promise<Reply> {
    for (let i = 0; i < 8; i += 1) {
      const reply = await act()
      if (reply.status === 429) return reply
    }
    throw new Error('Nothing was refused.')
  }

  test('a counter’s tablet and the desk are never slowed, a guess at the tablet’s code is', async () => {
    const address = '203.0.113.41'
    await use('/readyz', address, 40)
    await untilRefused(() => visitor().get('/readyz', from(address)))
    const secret = await findSetting(portal().database.db, 'form-secret')
    const tablet = (code: string) => visitor().get(`/survei/${slug}/loket/${code}`, from(address))
    expect((await tablet(counterCode(secret ?? '', slug))).status).toBe(200)
    expect((await untilRefused(() => tablet('0123456789ab'))).status).toBe(429)
    expect((await visitor().get(`/survei/kelola/${slug}/meja`, from(address))).status).toBe(401)
  })

  test('who asks on is refused, with a page in their language that says when to come back', async () => {
    await use('/readyz', '203.0.113.20', 40)
    const asking = from('203.0.113.20')
    const page = await untilRefused(() => visitor().get('/en/sign-in', asking))
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(30)
    expect(page.text).toContain('<html lang="en">')
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe/)
    const route = await untilRefused(() => visitor().get('/api/v1/survey', { ...asking, 'accept-language': 'en' }))
    expect(route.headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.parse(route.text)).toMatchObject({ type: '/api/v1/problems/too-many-requests', status: 429 })
    expect((await visitor().get('/masuk', from('203.0.113.21'))).status).toBe(200)
    expect((await visitor().get('/masuk')).status).toBe(200)
  })

  test('what was typed stands in that page and can be sent again from there', async () => {
    await use('/readyz', '203.0.113.30', 40)
    const fields = typed()
    const refused = await untilRefused(() => visitor().post(`/survei/${slug}`, fields, from('203.0.113.30')))
    expect(refused.text).not.toContain('<b>')
    expect(hiddenFields(refused.text)).toEqual(fields)
    expect(refused.text).not.toMatch(/<form[^>]*action/)
  })

  test('no password is ever written into such a page', async () => {
    await use('/readyz', '203.0.113.31', 40)
    const refused = await untilRefused(() => visitor().post('/masuk', { password: 'rahasia' }, from('203.0.113.31')))
    expect(refused.text).not.toContain('rahasia')
  })

  test('the whole record is given less often than pages where many are free', async () => {
    const { ask, stop } = await usePortalOnce({ REQUESTS_PER_MINUTE: '480' })
    const statuses = async (path: string, address: string) =>
      new Set((await Promise.all(Array.from({ length: 60 }, () => ask(path, address)))).map(({ status }) => status))
    expect(await statuses('/readyz', '203.0.113.40')).toEqual(new Set([200]))
    expect(await statuses('/api/v1/ledger/export', '203.0.113.41')).toEqual(new Set([200, 429]))
    await stop()
  })
})

describe('when all is full', () => {
  const portal = usePortal({ REQUESTS_AT_ONCE: '2' })

  test('a form comes back with all that was typed, and is taken in when sent again', async () => {
    const visitor = visitorOf(portal())
    const answers = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, '4']))
    // Without the signed time of a form each of these is held for three seconds.
    const holding = [1, 2].map(() => visitor.post(`/survei/${slug}`, { ...answers, key: newKey() }))
    await setTimeout(1000)
    const fields = { ...answers, ...typed(), ...answers }
    const turned = await visitor.post(`/survei/${slug}`, fields)
    expect([turned.status, turned.headers.get('retry-after')]).toEqual([503, '5'])
    expect(hiddenFields(turned.text)).toEqual(fields)
    const machine = await visitor.get('/api/v1/identity/me')
    expect([machine.status, machine.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    for (const held of await Promise.all(holding)) expect(held.status).toBe(303)
    const again = await visitor.post(`/survei/${slug}`, hiddenFields(turned.text))
    expect(again.status).toBe(303)
    expect(again.headers.get('location')).toMatch(/^\/cek\//)
  })
})
