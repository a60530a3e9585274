/** Many at once, on few connections and on two nodes of one PostgreSQL. */
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/database.ts'
import { findAccountByEmail } from '#db/identity/accounts.ts'
import { listHeads } from '#server/ledger/heads.ts'
import { subscribeToHeads } from '#server/notice/head-digest.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { getCounts } from '#server/survey/counts.ts'
import { PASSWORD } from '../identity/people.ts'
import { emailOf, settle, type Town } from '../access/town.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { startNode, startPortal, visitorOf, type TestNode, type TestPortal } from '../support/portal.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { bodyOf, newKey } from '../survey/world.ts'
import { sendAnswer } from './answer-stream.ts'

const AT_ONCE = 64
const DAY_MS = 86_400_000
/** Who get each day's head by mail. */
const SUBSCRIBERS = [emailOf('officer', 'own'), emailOf('auditor', 'own')]
const INVITED = Array.from({ length: 12 }, (_, i) => `undangan${i}@contoh.go.id`)
const bodies = (scores: string) => JSON.stringify(bodyOf(scores))

const mail = useMailServer()

describe('a portal with five connections to PostgreSQL', () => {
  let portal: TestPortal
  let town: Town
  beforeAll(async () => {
    const fill: Parameters<typeof startPortal>[1] = { fill: async (database) => (town = await settle(database)) }
    portal = await startPortal('postgres', { ...fill, env: { DATABASE_CONNECTIONS: '5' } })
  })
  afterAll(() => portal?.stop())
  const count = async () => (await getCounts(scopeOf(portal.database), town.open.slug)).n

  test('takes 64 answers at once over the API, each with a receipt of its own', async () => {
    const before = await count()
    const send = () => sendAnswer(portal.url, town.open.slug, { key: newKey(), body: bodies('343434343') })
    const receipts = await Promise.all(Array.from({ length: AT_ONCE }, send))
    expect(receipts.every((receipt) => typeof receipt === 'string')).toBe(true)
    expect(new Set(receipts).size).toBe(AT_ONCE)
    expect(await count()).toBe(before + AT_ONCE)
  })

  test('takes 64 forms at once', async () => {
    const before = await count()
    const scores = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, '3']))
    const send = () => visitorOf(portal).post(`/survei/${town.open.slug}`, { ...scores, key: newKey() })
    const replies = await Promise.all(Array.from({ length: AT_ONCE }, send))
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 303))
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).toBe(AT_ONCE)
    expect(await count()).toBe(before + AT_ONCE)
  })
})

describe('two nodes on one PostgreSQL', () => {
  let portal: TestPortal
  let town: Town
  let other: TestNode
  beforeAll(async () => {
    portal = await startPortal('postgres', { fill: async (database) => (town = await settle(database)) })
    other = await startNode({ ...portal.env, PORT: '0' })
  })
  afterAll(async () => {
    await other?.stop()
    await portal?.stop()
  })
  const nodes = () => [portal.url, other.url]
  const count = async () => (await getCounts(scopeOf(portal.database), town.open.slug)).n

  test('store one answer, with one receipt, for a key that comes to both at once', async () => {
    const before = await count()
    const keys = Array.from({ length: 32 }, newKey)
    const receipts = await Promise.all(
      keys.map((key) =>
        Promise.all([...nodes(), ...nodes()].map((url) => sendAnswer(url, town.open.slug, { key, body: bodies('4') }))),
      ),
    )
    expect(receipts.map((four) => new Set(four).size)).toEqual(keys.map(() => 1))
    expect(new Set(receipts.flat()).size).toBe(keys.length)
    expect(await count()).toBe(before + keys.length)
  })

  test('store one of two answers that come to both at once under one key, and say so to the other', async () => {
    const before = await count()
    const { open } = town
    const keys = Array.from({ length: 8 }, newKey)
    const pairs = await Promise.all(
      keys.map((key) =>
        Promise.all(nodes().map((url, i) => sendAnswer(url, open.slug, { key, body: bodies(`${i + 1}`) }))),
      ),
    )
    for (const pair of pairs) {
      expect(pair.filter((reply) => typeof reply === 'string')).toHaveLength(1)
      expect(pair).toContainEqual(expect.objectContaining({ status: 422 }))
    }
    expect(await count()).toBe(before + keys.length)
  })

  test('show within a second what the other changed, also of a page that is kept', async () => {
    const [here, there] = [visitorOf(portal), visitorOf(other)]
    await here.signIn(emailOf('officer', 'own'), PASSWORD)
    const { slug } = town.draft
    const pages = ['/survei', '/en/surveys', '/api/v1/survey?state=open']
    for (const page of [...pages, ...pages]) expect((await there.get(page)).text).not.toContain(slug)
    const opened = await here.post(`/survei/kelola/${slug}`, { step: 'open', sure: '1' })
    expect(opened.status).toBe(303)
    await setTimeout(1000)
    for (const page of pages) expect((await there.get(page)).text, page).toContain(slug)
  })
})

test('what several nodes would do by themselves at the same moment is done once: sealing, signing, mails and digests', async () => {
  let town: Town | undefined
  const portal = await startPortal('postgres', {
    fill: async (database) => {
      const yesterday = scopeOf(database, { now: new Date(Date.now() - DAY_MS) })
      await transaction(yesterday, async (scope) => scope.record({ kind: 'test.done', subject: 's', fields: {} }))
      town = await settle(database)
      for (const email of SUBSCRIBERS) await subscribe(database, email)
    },
    env: { SMTP_URL: mail.url, MAIL_FROM: 'Balai <balai@contoh.go.id>' },
  })
  const slug = town?.open.slug ?? ''
  const scope = scopeOf(portal.database)
  await Promise.all(Array.from({ length: 45 }, () => submitAnswer(scope, slug, newKey(), bodyOf(3))))
  const others = await Promise.all([1, 2, 3].map(() => startNode({ ...portal.env, PORT: '0' })))
  try {
    await expect.poll(async () => (await getCounts(scope, slug)).waiting, { timeout: 5000 }).toBe(10)
    await expect.poll(async () => (await listHeads(scope)).items.length, { timeout: 5000 }).toBe(1)
    const batches = await portal.database.db.selectFrom('batch').select(['number', 'answers', 'receipts']).execute()
    expect(batches).toEqual([{ number: 1, answers: 35, receipts: 35 }])

    const admins = [portal, ...others].map(visitorOf)
    for (const admin of admins) await admin.signIn(emailOf('admin', 'own'), PASSWORD)
    const invite = { act: 'invite', name: 'Petugas', role: 'officer', scope: 'region:15.08', way: 'mail' }
    const replies = await Promise.all(
      INVITED.map((email, i) => admins[i % admins.length]!.post('/akun/kelola', { ...invite, email })),
    )
    expect(replies.map(({ status }) => status)).toEqual(INVITED.map(() => 303))
    const wanted = [...INVITED, ...SUBSCRIBERS].sort()
    await expect.poll(() => mail.received.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(wanted.length)
    // Each of them looks for mail again, twice, and finds none left.
    await setTimeout(7000)
    expect(mail.received.flatMap(({ to }) => to).sort()).toEqual(wanted)
  } finally {
    await Promise.all(others.map((node) => node.stop()))
    await portal.stop()
  }
}, 60_000)

/** Asked for each day's head before the last was signed. */
async function subscribe(database: OpenDatabase, email: string): Promise<void> {
  const accountId = (await findAccountByEmail(database.db, email))?.id ?? ''
  const longAgo = new Date(Date.now() - 3 * DAY_MS)
  await subscribeToHeads(scopeOf(database, { actor: { accountId, name: email, grants: [] }, now: longAgo }), 'id')
}
