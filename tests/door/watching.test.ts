/** What is written down of requests: enough to find a fault, and nothing of who asked for what. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BARE_ENV } from '../support/bare-env.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'
import { visitorOf } from '../support/portal.ts'

let opened: TestDatabase
let child: ChildProcess
let said = ''
let complained = ''

async function addressIn(pattern: RegExp): Promise<void> {
  for (let i = 0; i < 200 && !pattern.test(said); i += 1) await setTimeout(100)
}

beforeAll(async () => {
  opened = await openTestDatabase('sqlite')
  child = spawn(process.execPath, [join(import.meta.dirname, '../../server/main.ts')], {
    env: { ...BARE_ENV, PORT: '0', METRICS_PORT: '0', TRUSTED_PROXIES: '1', ...opened.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (text: Buffer) => (said += String(text)))
  child.stderr?.on('data', (text: Buffer) => (complained += String(text)))
  await addressIn(/Balai menjawab di (\S+)/)
})
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await opened.dispose()
})

const portal = () => ({ url: /Balai menjawab di (\S+)/.exec(said)?.[1] ?? '' })
interface Line {
  requestId: string
  route: string
  status: number
  ms: number
}
const lines = () =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

test('each request is a line of JSON with its name, its page, its status and its time', async () => {
  const { headers } = await visitorOf(portal()).get('/tentang')
  const kept = await visitorOf(portal()).get('/tentang')
  const found = (reply: { headers: Headers }) =>
    lines().find(({ requestId }) => requestId === reply.headers.get('x-request-id'))
  await expect.poll(() => found(kept)).toBeDefined()
  for (const reply of [{ headers }, kept]) {
    expect(found(reply)).toMatchObject({ level: 'info', route: 'about', status: 200, ms: expect.any(Number) })
  }
})

test('no code, no query, no address, no name and no word of what was sent is written down', async () => {
  const visitor = visitorOf(portal())
  const headers = {
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'peramban-khas',
    authorization: 'Bearer balai_rahasia',
  }
  await visitor.get('/cek/S7K4-M2QX-0A9B-W3TE-J?baru=rahasia', headers)
  await visitor.get('/kata-sandi/rahasia-tautan', headers)
  await visitor.get('/api/v1/ledger/receipts/S7K4-M2QX-0A9B-W3TE-J?rahasia=1', headers)
  await visitor.post('/masuk', { email: 'orang@contoh.go.id', password: 'rahasia' }, headers)
  const last = await visitor.get('/tiada/rahasia', headers)
  await expect.poll(() => lines().some(({ requestId }) => requestId === last.headers.get('x-request-id'))).toBe(true)
  expect(lines().map(({ route }) => route)).toEqual(
    expect.arrayContaining(['checkCode', 'setPassword', 'GET /ledger/receipts/:code', 'signIn', 'other']),
  )
  const written =
    lines()
      .map((line) => JSON.stringify(line))
      .join('\n') + complained
  expect(written).not.toMatch(/S7K4|rahasia|203\.0\.113|peramban|orang@/)
})

test('a name that the sender chose for the request is not taken over', async () => {
  const { headers } = await visitorOf(portal()).get('/masuk', { 'x-balai-request': 'pilihan-sendiri' })
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
})

test('figures stand at an address of their own, by page and kind of status, and not at the public one', async () => {
  await addressIn(/Angka mesin ada di (\S+)/)
  const address = /Angka mesin ada di (\S+)/.exec(said)?.[1] ?? ''
  expect(new URL(address).hostname).toBe('127.0.0.1')
  const figures = await (await fetch(address)).text()
  expect(figures).toMatch(/balai_request_seconds_count\{route="about",status="2xx"\} \d/)
  expect(figures).toMatch(/^balai_requests_under_way 0$/m)
  expect(figures).toContain('process_resident_memory_bytes')
  expect(figures).not.toMatch(/S7K4|rahasia|203\.0\.113/)
  expect((await visitorOf(portal()).get('/metrics')).status).toBe(404)
  expect((await fetch(new URL('/lain', address))).status).toBe(404)
})
