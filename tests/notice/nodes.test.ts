import { beforeAll, expect, test } from 'vitest'
import { holdLease, endLease } from '#server/leases.ts'
import { getsHeads, queueHeadDigests, subscribeToHeads, unsubscribeFromHeads } from '#server/notice/head-digest.ts'
import { loadHeadKey, signHeads } from '#server/ledger/heads.ts'
import { queueMail } from '#server/notice/outbox.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, founded, member } from '../identity/people.ts'
import { useMailServer } from './mail-server.ts'
import { postVia, sendAt } from './post.ts'

const server = useMailServer()
const DAY = 24 * 60

onEachEngine('several nodes', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  let accounts: string[]
  beforeAll(async () => {
    portal = await founded(database())
    const join = (name: string) =>
      member(portal.as(portal.admin), database(), {
        email: `${name}@contoh.go.id`,
        name,
        role: 'officer',
        scope: 'region:15.08',
      })
    accounts = []
    for (let i = 0; i < 12; i += 1) accounts.push((await join(`petugas${i}`)).accountId)
  })
  const at = (minutes: number) => scopeOf(database(), { now: after(minutes) })
  const node = (name: string) => ({ ...postVia(server.url), holder: name })

  test('give a job to one at a time, and to another when the first is gone', async () => {
    const hold = (holder: string, minutes: number) => holdLease(at(minutes), 'percobaan', 60, holder)
    const both = await Promise.all([hold('satu', 0), hold('dua', 0)])
    expect(both.sort()).toEqual([false, true])
    const [held, other] = (await hold('satu', 0.5)) ? ['satu', 'dua'] : ['dua', 'satu']
    expect(await hold(other, 0.9)).toBe(false)
    expect(await hold(other, 3)).toBe(true)
    expect(await hold(held, 3)).toBe(false)
    await endLease(at(3), 'percobaan', other)
    expect(await hold(held, 3)).toBe(true)
  })

  test('send each mail once, even when both believe that they may', async () => {
    for (const accountId of accounts) {
      await transaction(at(0), (within) =>
        queueMail(within, { kind: 'password-link', accountId, locale: 'id', invited: false }),
      )
    }
    const nodes = [node('satu'), node('dua')]
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        nodes.flatMap((post) => [
          sendAt(database(), 0, post),
          // A clock that runs ahead takes the lease from whoever holds it.
          sendAt(database(), 10 + round, { ...post, holder: `${post.holder}-lain` }),
        ]),
      )
    }
    const recipients = server.received.map(({ to }) => to[0])
    expect(recipients.length).toBe(accounts.length)
    expect(new Set(recipients).size).toBe(accounts.length)
  })

  test('tell each subscriber of each head once, and of none when there is none', async () => {
    const key = loadHeadKey(node('kunci').dataDir)
    const [first = '', second = ''] = accounts
    const scopeOfAccount = (accountId: string, minutes: number) =>
      scopeOf(database(), { actor: { accountId, name: 'Petugas', grants: [] }, now: after(minutes) })
    await subscribeToHeads(scopeOfAccount(first, 0), 'id')
    await subscribeToHeads(scopeOfAccount(second, 0), 'en')
    await subscribeToHeads(scopeOfAccount(second, 0), 'en')
    expect(await getsHeads(scopeOfAccount(first, 0))).toBe(true)
    expect(await queueHeadDigests(at(0))).toBe(0)
    await signHeads(at(DAY), key)
    const queued = await Promise.all([queueHeadDigests(at(DAY)), queueHeadDigests(at(DAY)), queueHeadDigests(at(DAY))])
    expect(queued.reduce((sum, n) => sum + n, 0)).toBe(2)
    await Promise.all([sendAt(database(), DAY, node('satu')), sendAt(database(), DAY, node('dua'))])
    await sendAt(database(), DAY, node('tiga'))
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual(['petugas0@contoh.go.id', 'petugas1@contoh.go.id'])
    const heads = await database().db.selectFrom('head').selectAll().execute()
    for (const { text } of server.received) expect(text).toContain(heads[0]!.signature)
    expect(await queueHeadDigests(at(2 * DAY))).toBe(0)
    await unsubscribeFromHeads(scopeOfAccount(first, DAY))
    expect(await getsHeads(scopeOfAccount(first, DAY))).toBe(false)
  })

  test('send no digest that has nothing in it', async () => {
    const occasion = {
      kind: 'heads',
      accountId: accounts[0]!,
      locale: 'id',
      after: '2030-01-01',
      until: '2030-01-02',
    } as const
    const put = await transaction(at(0), (within) => queueMail(within, occasion, 'kosong'))
    const again = await transaction(at(0), (within) => queueMail(within, occasion, 'kosong'))
    expect([put, again]).toEqual([true, false])
    expect(await sendAt(database(), 0, node('satu'))).toBe(0)
    expect(server.received).toEqual([])
  })
})
