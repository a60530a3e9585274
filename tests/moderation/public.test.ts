import { beforeAll, expect, test } from 'vitest'
import { granted } from '#server/demo/fill-places.ts'
import { addRegion } from '#server/directory/regions.ts'
import { receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { queueModeratorDigests } from '#server/moderation/digest.ts'
import { getFigures, listDecisions } from '#server/moderation/figures.ts'
import { judge } from '#server/moderation/judging.ts'
import { listQueue } from '#server/moderation/queue.ts'
import { signIn } from '#server/identity/sign-in.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { askReview, decideReview } from '#server/moderation/reviews.ts'
import { sendWaiting } from '#server/notice/sending.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith, portalAdmin } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { member, PASSWORD } from '../identity/people.ts'
import { useMailServer } from '../notice/mail-server.ts'
import { postVia } from '../notice/post.ts'
import { onEachEngine } from '../support/engines.ts'
import { hand } from './texts.ts'

const server = useMailServer()
const TOMORROW = new Date(Date.now() + 86_400_000)

const HIDE = { act: 'hide', reason: 'hatred', note: 'Merendahkan satu golongan.' } as const

onEachEngine('what is public of moderation', (database) => {
  beforeAll(() => settleClinic(database()))
  const at = (moment: string, name?: string) =>
    scopeOf(database(), {
      now: new Date(moment),
      actor: name ? { ...actorWith('moderator', 'portal'), accountId: name } : null,
    })

  test('counts a month by Jakarta’s clock, with reasons and the middle wait', async () => {
    const code = surveyReceiptCode('test', 'figures')
    const author = { receiptHash: receiptHash(code) }
    // 1 November, 00.30 WIB, is still October in UTC.
    const now = new Date('2026-10-31T17:30:00Z')
    const { id } = await hand(database(), { id: 'figures', now, author, suspicion: ['links'] })
    await judge(at('2026-10-31T19:30:00Z', 'satu'), id, HIDE)
    await askReview(at('2026-11-02T00:00:00Z'), code, { statement: 'Bukan begitu maksud saya.' })
    await decideReview(at('2026-11-02T04:00:00Z', 'dua'), id, { outcome: 'reversed', note: 'Memang bukan.' })
    await reportText(at('2026-11-03T00:00:00Z'), id, { reason: 'insult', note: null }, '10.0.0.1')
    await judge(at('2026-11-03T00:30:00Z', 'dua'), id, { act: 'show' })
    expect(await getFigures(at('2026-11-04T00:00:00Z'))).toMatchObject([
      {
        month: '2026-11',
        reports: 1,
        held: 1,
        hidden: 1,
        masked: 0,
        shown: 1,
        reviewsAsked: 1,
        reviewsDecided: 1,
        reversed: 1,
        byReason: { hatred: 1, insult: 0 },
        medianMinutes: 120,
      },
    ])
    expect(await getFigures(at('2026-11-04T00:00:00Z'), '14.72')).toEqual([])
  })

  test('lists each decision with its reason, and never the text', async () => {
    const { items } = await listDecisions(at('2026-11-04T00:00:00Z'))
    expect(items.map(({ what, reason, waitedFor }) => [what, reason, waitedFor])).toEqual([
      ['shown', null, 'report'],
      ['reversed', null, 'review'],
      ['hidden', 'hatred', 'held'],
    ])
    expect(JSON.stringify(items)).not.toContain('Loket sebaiknya')
    const first = await listDecisions(at('2026-11-04T00:00:00Z'), { limit: 1 })
    expect((await listDecisions(at('2026-11-04T00:00:00Z'), { cursor: first.next ?? '' })).items).toEqual(
      items.slice(1),
    )
    expect((await listDecisions(at('2026-11-04T00:00:00Z'), { region: '15' })).items).toHaveLength(3)
    expect((await listDecisions(at('2026-11-04T00:00:00Z'), { region: '14' })).items).toEqual([])
  })

  test('a second report from the same network is thanked for and not counted', async () => {
    const { id } = await hand(database(), { id: 'twice' })
    const report = (address: string) => reportText(scopeOf(database()), id, { reason: 'insult', note: null }, address)
    expect(await report('10.0.0.2')).toMatchObject({ ok: true, counted: true })
    expect(await report('10.0.0.2')).toMatchObject({ ok: true, counted: false })
    expect(await report('10.0.0.3')).toMatchObject({ ok: true, counted: true })
    const row = await database().db.selectFrom('moderated').select('reports').where('id', '=', id).executeTakeFirst()
    expect(row?.reports).toBe(2)
  })

  test('a report says what is wrong, of a text that is shown, and not without end', async () => {
    const { id } = await hand(database(), { id: 'wrong' })
    const scope = scopeOf(database())
    expect(await reportText(scope, id, { reason: 'tiada' as never }, '10.0.0.4')).toMatchObject({
      issues: { reason: 'choose' },
    })
    expect(await reportText(scope, id, { reason: 'other' }, '10.0.0.4')).toMatchObject({ issues: { note: 'say-what' } })
    const held = await hand(database(), { id: 'held', before: true })
    // The memory of networks is the process's: each engine's run is a network of its own.
    const busy = `10.${Math.floor(Math.random() * 200)}.${Math.floor(Math.random() * 200)}.5`
    const again = () => reportText(scope, held.id, { reason: 'insult' }, busy)
    expect(await again()).toMatchObject({ issues: { form: 'not-shown' } })
    let last = await again()
    for (let count = 0; count < 20; count++) last = await again()
    expect(last).toMatchObject({ issues: { form: 'later' } })
  })

  async function lettersTo(address: string) {
    await sendWaiting(() => scopeOf(database(), { now: TOMORROW }), postVia(server.url))
    return server.received.filter(({ to }) => to.includes(address))
  }

  test('moderators are told by mail that work waits: once a day, and never of nothing', async () => {
    const admin = scopeOf(database(), { actor: portalAdmin })
    granted(await addRegion(admin, { code: '14.72', name: 'Kota Dumai', kind: 'kota', timezone: 'Asia/Jakarta' }))
    const moderator = { name: 'Moderator', role: 'moderator', scopeKind: 'region' }
    await member(admin, database(), { ...moderator, email: 'bungo@contoh.go.id', scopeId: '15.08' })
    await member(admin, database(), { ...moderator, email: 'dumai@contoh.go.id', scopeId: '14.72' })
    const day = TOMORROW.toISOString().slice(0, 10)
    expect(await queueModeratorDigests(at(`${day}T20:00:00Z`))).toBe(0)
    expect(await queueModeratorDigests(at(`${day}T00:30:00Z`))).toBe(1)
    expect(await queueModeratorDigests(at(`${day}T00:40:00Z`))).toBe(0)
    await database().db.updateTable('outbox').set({ dueAt: new Date().toISOString() }).execute()
    const [digest, ...more] = await lettersTo('bungo@contoh.go.id')
    expect(digest?.text).toContain('Yang menunggu Anda: 1 ditahan, 1 dilaporkan, 0 minta ditinjau ulang.')
    expect(digest?.text).toContain('/moderasi/antrean')
    expect(more).toEqual([])
    expect(await lettersTo('dumai@contoh.go.id')).toEqual([])
  })

  test('a digest whose work was done meanwhile is dropped', async () => {
    const moderator = at(TOMORROW.toISOString(), 'satu')
    for (const { id } of (await listQueue(moderator, {})).items) await judge(moderator, id, { act: 'show' })
    await hand(database(), { id: 'late', before: true })
    const next = new Date(TOMORROW.getTime() + 86_400_000).toISOString().slice(0, 10)
    expect(await queueModeratorDigests(at(`${next}T03:00:00Z`))).toBe(1)
    for (const { id } of (await listQueue(moderator, {})).items) await judge(moderator, id, { act: 'show' })
    await database().db.updateTable('outbox').set({ dueAt: new Date().toISOString() }).execute()
    expect(await lettersTo('bungo@contoh.go.id')).toEqual([])
  })

  test('a writer who left an address is told what a person decided, without the text', async () => {
    const { id } = await hand(database(), { id: 'mailed', author: { email: 'warga@contoh.id' } })
    await judge(scopeOf(database(), { actor: actorWith('moderator', 'portal') }), id, HIDE)
    const [letter] = await lettersTo('warga@contoh.id')
    expect(letter?.text).toContain('Seorang moderator menyembunyikan tulisan Anda di “Rancangan jam layanan”.')
    expect(letter?.text).not.toContain('Loket sebaiknya')
  })

  test('in the language that they wrote in, as moderators in the one that they signed in with last', async () => {
    const author = { email: 'resident@contoh.id', locale: 'en' }
    const { id } = await hand(database(), { id: 'mailed in English', author })
    await judge(scopeOf(database(), { actor: actorWith('moderator', 'portal') }), id, HIDE)
    const [letter] = await lettersTo('resident@contoh.id')
    expect(letter?.text).toContain('A moderator hid your text on')
    expect(letter?.text).toContain('/en/check')

    await hand(database(), { id: 'waits', before: true })
    const email = 'bungo@contoh.go.id'
    await signIn(scopeOf(database()), { email, password: PASSWORD, address: '', locale: 'en' }, { secure: false })
    const later = new Date(TOMORROW.getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect(await queueModeratorDigests(at(`${later}T03:00:00Z`))).toBe(1)
    await database().db.updateTable('outbox').set({ dueAt: new Date().toISOString() }).execute()
    const [digest] = await lettersTo(email)
    expect(digest?.text).toContain('/en/moderation/queue')
  })
})
