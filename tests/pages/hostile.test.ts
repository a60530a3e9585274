/** What bad requests meet: a plain no, and nothing of it for the next one who asks. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { onEachPortal, startNode, visitorOf } from '../support/portal.ts'
import { bodyOf, makeWorld, newKey, openedSurvey } from '../survey/world.ts'

const DAY = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
let slug = ''

async function fill(database: OpenDatabase): Promise<void> {
  const world = await makeWorld(database)
  slug = (await openedSurvey(world, { firstDay: dayFromNow(-3), lastDay: dayFromNow(3) })).slug
}

onEachPortal('a bad request', fill, (portal) => {
  const visitor = () => visitorOf(portal())

  /** The status of each answer to what is written to one connection, in order. */
  async function statusesOf(parts: (string | Buffer)[], answers: number): Promise<number[]> {
    const socket = connect(Number(new URL(portal().url).port), '127.0.0.1')
    let said = ''
    socket.on('data', (bytes) => (said += bytes.toString('latin1')))
    socket.on('error', () => undefined)
    for (const part of parts) if (!socket.write(part)) await Promise.race([once(socket, 'drain'), setTimeout(3000)])
    const statuses = () => [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
    for (let i = 0; i < 50 && statuses().length < answers; i += 1) await setTimeout(100)
    socket.destroy()
    return statuses()
  }

  test('can’t have a page kept under the address of another', async () => {
    const chosen = '/survei?state=published&region=tiada'
    await visitor().get(`/survei?state=${encodeURIComponent('published&region=tiada')}`)
    expect((await visitor().get(chosen)).text).not.toContain(slug)
    await visitor().get('/%73urvei?state=published')
    expect((await visitor().get('/%73urvei')).text).toContain(slug)
  })

  test.each(['/survei/manage', '/survei/manage/hasil', '/cek/entries', '/wilayah/manage'])(
    'finds nothing under a word of the folders: %s',
    async (path) => {
      expect((await visitor().get(path)).status).toBe(404)
    },
  )

  const cursor = Buffer.from(`${'\0'.repeat(24)} ${'a'.repeat(32)}`).toString('base64url')
  test.each([
    '/survei/%00',
    '/unit/%00',
    '/wilayah/a%00b',
    '/survei?region=%00',
    `/survei?cursor=${cursor}`,
    '/cek/catatan?cursor=999999999999',
    '/api/v1/survey/%00',
    '/api/v1/survey/%00/results',
    '/api/v1/survey?region=%00',
    `/api/v1/survey?cursor=${cursor}`,
    '/api/v1/directory/units/%00',
    '/api/v1/ledger/entries?kind=%00',
    '/api/v1/ledger/entries?cursor=999999999999999',
    '/api/v1/ledger/heads/%00',
  ])('is no fault of the portal: %s', async (path) => {
    expect((await visitor().get(path)).status).toBeLessThan(500)
  })

  test('finds the same with and without a NUL in a form', async () => {
    expect((await visitor().post('/masuk', { email: 'a\0b@contoh.go.id', password: 'salah\0sekali' })).status).toBe(422)
  })

  test('is told when it is no form, or a broken one', async () => {
    const post = (type: string, body: string) =>
      visitor().send('POST', '/masuk', { headers: { origin: portal().url, 'content-type': type }, body })
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencodedx'])
      expect((await post(type, '{}')).status).toBe(415)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
      expect((await post(type, '--x\r\nabc')).status).toBe(400)
  })

  test('names no host but a host, and asks for nothing back', async () => {
    for (const host of ['a@jahat.example', 'a b', 'jahat.example/x'])
      expect(await statusesOf([`GET /survei HTTP/1.1\r\nHost: ${host}\r\n\r\n`], 1)).toEqual([400])
    expect(await statusesOf(['TRACE /survei HTTP/1.1\r\nHost: x\r\n\r\n'], 1)).toEqual([400])
  })

  test('doesn’t hold up the next one on its connection when it is too large', async () => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 97), Buffer.from('\r\n')])
    const next = `0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`
    for (const [path, type] of [
      ['/masuk', 'application/x-www-form-urlencoded'],
      [`/survei/kelola/${slug}/impor`, 'multipart/form-data; boundary=x'],
      [`/api/v1/survey/${slug}/answers`, 'application/json'],
    ]) {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`
      expect(await statusesOf([head, ...Array.from({ length: 40 }, () => chunk), next], 2)).toEqual([413, 200])
    }
  })

  test('has its unknown fields named only as far as one would read', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`${i}${'x'.repeat(120)}`, 1]))
    const reply = await visitor().send('POST', `/api/v1/survey/${slug}/answers`, {
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify(bodyOf(4, unknown)),
    })
    expect(reply.status).toBe(422)
    expect(reply.text.length).toBeLessThan(30_000)
  })

  test('can’t keep the program from stopping by asking on', async () => {
    const node = await startNode({ ...portal().env, PORT: '0' })
    let asking = true
    const askers = Array.from({ length: 8 }, async () => {
      while (asking)
        await fetch(`${node.url}/masuk`).then(
          (reply) => reply.text(),
          () => setTimeout(20),
        )
    })
    await setTimeout(300)
    const told = Date.now()
    await node.stop()
    asking = false
    await Promise.all(askers)
    expect(Date.now() - told).toBeLessThan(5000)
  })
})
