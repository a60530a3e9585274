/** Following by mail: nothing is told before the address said yes, nor after it let go. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  confirmFollow,
  follow,
  forgetUnconfirmed,
  getAskedFollow,
  getFollow,
  leaveFollow,
} from '#server/notice/following.ts'
import { recordEvent } from '#server/policy/events.ts'
import { getPolicyRow } from '#server/policy/policies.ts'
import { scopeOf } from '#server/scope.ts'
import { officerAt } from '../commitment/world.ts'
import { settleClinic } from '../directory/town.ts'
import { after } from '../identity/people.ts'
import { register } from '../policy/world.ts'
import { onEachEngine } from '../support/engines.ts'
import { useMailServer } from './mail-server.ts'
import { linkIn, postVia, sendAt } from './post.ts'

const server = useMailServer()
const DAY = 24 * 60

onEachEngine('following by mail', (database) => {
  let slug: string
  let policy: { kind: 'policy'; id: string }
  let email: string
  let count = 0
  beforeAll(() => settleClinic(database()))
  beforeEach(async () => {
    slug = await register(officerAt(database(), after(0)))
    policy = { kind: 'policy', id: (await getPolicyRow(at(0), slug)).id }
    email = `warga${(count += 1)}@contoh.id`
  })
  const at = (minutes: number) => scopeOf(database(), { now: after(minutes) })
  const ask = (minutes = 0, locale: 'id' | 'en' = 'id') =>
    follow(at(minutes), policy, { email, address: `10.0.1.${count}` }, locale)
  /** Texts of what is sent then, to the address. */
  async function mailsAt(minutes: number): Promise<string[]> {
    const before = server.received.length
    await sendAt(database(), minutes, postVia(server.url))
    return server.received.slice(before).flatMap(({ to, text }) => (to.includes(email) ? [text] : []))
  }
  const codeIn = (text: string) => linkIn(text).split('/').at(-1) ?? ''
  const change = (minutes: number) =>
    recordEvent(officerAt(database(), after(minutes)), slug, {
      kind: 'drafting',
      day: after(0).toISOString().slice(0, 10),
    })
  async function confirmed(): Promise<void> {
    await ask()
    const [asking = ''] = await mailsAt(0)
    expect(await confirmFollow(at(1), codeIn(asking))).toBe(true)
  }

  test('tells of nothing before the address says yes', async () => {
    expect(await ask()).toMatchObject({ ok: true, email })
    const [asking = ''] = await mailsAt(0)
    expect(await getAskedFollow(at(1), codeIn(asking))).toMatchObject({ page: 'policy', slug, confirmed: false })
    await change(2)
    expect(await mailsAt(2)).toEqual([])
  })

  test('tells of a change once, with where it stands and how to let go', async () => {
    await confirmed()
    expect(await change(2)).toMatchObject({ ok: true })
    const [told = '', ...more] = await mailsAt(2)
    expect(more).toEqual([])
    expect(told).toMatch(/Mulai disusun/)
    expect(told).toContain(`/kebijakan/${slug}`)
    expect(server.received.at(-1)?.raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/\S+\/ikuti\/berhenti\/\w+>/im)
    expect(await mailsAt(60)).toEqual([])
  })

  test('forgets the address that lets go, and sends it nothing that waits', async () => {
    await confirmed()
    await change(2)
    const { id } = await database()
      .db.selectFrom('follower')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(await getFollow(at(2), id)).toMatchObject({ slug })
    await leaveFollow(at(2), id)
    expect(await getFollow(at(2), id)).toBeUndefined()
    expect(await mailsAt(3)).toEqual([])
    const kept = await database().db.selectFrom('follower').selectAll().where('email', '=', email).execute()
    expect(kept).toEqual([])
  })

  test('speaks the language in which it was asked for', async () => {
    await ask(0, 'en')
    const [asking = ''] = await mailsAt(0)
    expect(asking).toContain('/en/follow/')
    await confirmFollow(at(1), codeIn(asking))
    await change(2)
    expect((await mailsAt(2))[0]).toMatch(/Drafting began|drafting/i)
  })

  test('asked for again says so, and asks nothing', async () => {
    await confirmed()
    await ask(5)
    const [again = ''] = await mailsAt(5)
    expect(again).toMatch(/sudah mengikuti/)
    expect(linkIn(again)).toBe(`/kebijakan/${slug}`)
  })

  test('the same link may be pressed twice, the one before a newer never', async () => {
    await ask()
    const [first = ''] = await mailsAt(0)
    await ask(1)
    const [second = ''] = await mailsAt(1)
    expect(await confirmFollow(at(2), codeIn(first))).toBe(false)
    for (const minutes of [2, 3, 10 * DAY]) expect(await confirmFollow(at(minutes), codeIn(second))).toBe(true)
  })

  test('an address that never says yes is forgotten after three days', async () => {
    await ask()
    const [asking = ''] = await mailsAt(0)
    expect(await getAskedFollow(at(3 * DAY), codeIn(asking))).toBeDefined()
    expect(await getAskedFollow(at(3 * DAY + 1), codeIn(asking))).toBeUndefined()
    expect(await confirmFollow(at(3 * DAY + 1), codeIn(asking))).toBe(false)
    await forgetUnconfirmed(at(3 * DAY + 1))
    expect(await database().db.selectFrom('follower').selectAll().where('email', '=', email).execute()).toEqual([])
  })

  test('takes no address that is none, and not many mails to one', async () => {
    const wrong = await follow(at(0), policy, { email: 'bukan surel', address: '10.0.2.1' }, 'id')
    expect(wrong).toMatchObject({ ok: false, issues: { email: expect.any(String) as string } })
    for (let asked = 0; asked < 5; asked++) expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ ok: false, issues: { form: 'later' } })
  })
})
