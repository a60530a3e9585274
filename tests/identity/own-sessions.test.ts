import { beforeAll, expect, test } from 'vitest'
import { endOtherSessions, endOwnSession, listOwnSessions } from '#server/identity/own-sessions.ts'
import { onEachEngine } from '../support/engines.ts'
import { after, cookieOf, founded, member, START, whoIs } from './people.ts'

onEachEngine('one’s own sessions', (database) => {
  let portal: Awaited<ReturnType<typeof founded>>
  beforeAll(async () => {
    portal = await founded(database())
  })
  const at = (minutes: number) => portal.as(null, after(minutes))
  async function officer(name: string) {
    const person = { email: `${name}@contoh.go.id`, name, role: 'officer', scope: 'region:15.08' }
    return member(portal.as(portal.admin), database(), person)
  }

  test('say when they began and about when they were last used', async () => {
    const ani = await officer('ani')
    const [old, here] = [await cookieOf(at(0), 'ani@contoh.go.id'), await cookieOf(at(3), 'ani@contoh.go.id')]
    await whoIs(at(4), old)
    expect(await listOwnSessions(portal.as(ani, after(4)), here)).toMatchObject([
      { createdAt: after(3).toISOString(), isHere: true },
      { createdAt: START.toISOString(), seenAt: START.toISOString(), isHere: false },
      // The one that setting the password began.
      { createdAt: START.toISOString(), isHere: false },
    ])
    await whoIs(at(9), old)
    const [latest] = await listOwnSessions(portal.as(ani, after(9)), here)
    expect(latest).toMatchObject({ createdAt: START.toISOString(), seenAt: after(9).toISOString() })
  })

  test('end one by one, or all but this', async () => {
    const budi = await officer('budi')
    const [one, two, here] = [
      await cookieOf(at(1), 'budi@contoh.go.id'),
      await cookieOf(at(2), 'budi@contoh.go.id'),
      await cookieOf(at(3), 'budi@contoh.go.id'),
    ]
    const mine = portal.as(budi, after(3))
    const listed = await listOwnSessions(mine, here)
    await endOwnSession(mine, listed.find(({ createdAt }) => createdAt === after(1).toISOString())!.id)
    expect(await whoIs(at(3), one)).toBeUndefined()
    expect(await whoIs(at(3), two)).toBe(budi.accountId)
    await endOtherSessions(mine, here)
    expect(await whoIs(at(3), two)).toBeUndefined()
    expect(await whoIs(at(3), here)).toBe(budi.accountId)
    expect(await listOwnSessions(mine, here)).toHaveLength(1)
  })

  test('are seen and ended by nobody else', async () => {
    const cici = await officer('cici')
    const didi = await officer('didi')
    const cookie = await cookieOf(at(1), 'cici@contoh.go.id')
    const [session] = await listOwnSessions(portal.as(cici, after(1)), cookie)
    await expect(endOwnSession(portal.as(didi), session!.id)).rejects.toMatchObject({ code: 'not-found' })
    await endOtherSessions(portal.as(didi), null)
    expect(await whoIs(at(1), cookie)).toBe(cici.accountId)
    await expect(listOwnSessions(at(1), cookie)).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  test('show neither what the browser holds nor those that have ended', async () => {
    const eka = await officer('eka')
    const cookie = await cookieOf(at(0), 'eka@contoh.go.id')
    const listed = await listOwnSessions(portal.as(eka), cookie)
    expect(JSON.stringify(listed)).not.toContain(cookie.split('=').at(-1))
    expect(await listOwnSessions(portal.as(eka, after(13 * 60)), cookie)).toEqual([])
  })
})
