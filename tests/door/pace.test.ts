import { expect, test } from 'vitest'
import { longestArrival } from '#server/door/crowd.ts'
import { makePaces } from '#server/door/pace.ts'
import { routeNameOf } from '#server/door/route-names.ts'

const HALL = '203.0.113.9'

function ask(paceOf: ReturnType<typeof makePaces>, times: number, { address = HALL, now = 0, cost = 1 } = {}) {
  return Array.from({ length: times }, () => paceOf(address, cost, now))
}

test('a network asks freely, then waits longer and longer, then is told when to come back', () => {
  const paceOf = makePaces(100)
  expect(ask(paceOf, 100).every(({ kind }) => kind === 'free')).toBe(true)
  const slowed = ask(paceOf, 100)
  const waits = slowed.map((pace) => (pace.kind === 'slow' ? pace.waitMs : -1))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect([waits[0], waits[99]]).toEqual([20, 2000])
  expect(paceOf(HALL, 1, 0)).toEqual({ kind: 'refused', retryAfter: 61 })
})

test('is flagged once, until it has calmed down', () => {
  const paceOf = makePaces(10)
  const flags = (now: number) => ask(paceOf, 15, { now }).map((pace) => pace.kind === 'slow' && pace.first)
  expect(flags(0).filter(Boolean)).toHaveLength(1)
  expect(flags(10 * 60_000).filter(Boolean)).toHaveLength(1)
})

test('being refused makes nobody wait longer, and what Retry-After says holds', () => {
  const paceOf = makePaces(60)
  ask(paceOf, 120)
  const [first] = ask(paceOf, 500)
  expect(first).toEqual({ kind: 'refused', retryAfter: 61 })
  expect(paceOf(HALL, 1, 61_000)).toEqual({ kind: 'free' })
})

test('another network is none the worse for it; one subscriber’s addresses are one', () => {
  const paceOf = makePaces(10)
  ask(paceOf, 30, { address: '2001:db8:0:1::1' })
  expect(paceOf('2001:db8:0:1:ffff::9', 1, 0).kind).toBe('refused')
  expect(paceOf('2001:db8:0:2::1', 1, 0).kind).toBe('free')
  expect(paceOf('203.0.113.10', 1, 0).kind).toBe('free')
})

test('what costs more counts for more', () => {
  const paceOf = makePaces(100)
  expect(ask(paceOf, 5, { cost: 50 }).map(({ kind }) => kind)).toEqual(['free', 'free', 'slow', 'slow', 'refused'])
})

test.each([
  [{ 'content-length': '0' }, 15_000],
  [{ 'content-length': '2000' }, 15_500],
  [{ 'content-length': '33554432' }, 120_000],
  [{}, 120_000],
])('a body that says %j has its time to arrive', (headers, ms) => {
  expect(longestArrival({ headers })).toBe(ms)
})

test.each([
  ['GET', '/', 'home'],
  ['POST', '/survei/ktp-el-2026', 'survey'],
  ['GET', '/en/surveys/ktp/results.csv?x=1', 'surveyResults.csv'],
  ['GET', '/cek/S7K4-M2QX-0A9B-W3TE-J', 'checkCode'],
  ['GET', '/kata-sandi/rahasia', 'setPassword'],
  ['GET', '/api/v1/ledger/receipts/S7K4M2QX', 'GET /ledger/receipts/:code'],
  ['POST', '/api/v1/survey/ktp/answers', 'POST /survey/:slug/answers'],
  ['GET', '/api/v1/tiada/S7K4', 'other'],
  ['GET', '/_astro/page.abc123.css', 'asset'],
  ['GET', '/healthz', 'healthz'],
  ['GET', '/../../etc/passwd', 'other'],
])('%s %s is called %s, without what stands in the address', (method, url, name) => {
  expect(routeNameOf(method, url)).toBe(name)
})
