import { beforeAll, expect, test } from 'vitest'
import { listEntriesOf } from '#db/ledger/entries.ts'
import { receiptHash, surveyReceiptCode } from '#server/ledger/receipts.ts'
import { runVerifiers } from '#server/ledger/verification.ts'
import { openOriginal, getJudged } from '#server/moderation/item.ts'
import { judge, judgeMany } from '#server/moderation/judging.ts'
import { textOfAuthor } from '#server/moderation/own-text.ts'
import { listQueue } from '#server/moderation/queue.ts'
import { reportText } from '#server/moderation/reporting.ts'
import { askReview, decideReview } from '#server/moderation/reviews.ts'
import { shownTexts } from '#server/moderation/texts.ts'
import { verifyModeration } from '#server/moderation/verify.ts'
import { scopeOf } from '#server/scope.ts'
import { actorWith } from '../directory/actors.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { hand } from './texts.ts'

const BUNGO = '15.08'
const HIDE = { act: 'hide', reason: 'insult', note: 'Menghina petugas dengan menyebut namanya.' } as const
let network = 0
const anywhere = () => `10.1.${Math.floor(++network / 250)}.${network % 250}`

onEachEngine('a moderator', (database) => {
  beforeAll(() => settleClinic(database()))
  const as = (role: 'moderator' | 'auditor' | 'officer', name = 'satu', regionCode = BUNGO) => {
    const actor = { ...actorWith(role, 'region', regionCode), accountId: `${role}-${name}` }
    return scopeOf(database(), { actor })
  }
  const anyone = () => scopeOf(database())
  const shown = async (id: string) => (await shownTexts(database().db, 'test', [id])).get(id)
  const codeOf = (name: string) => surveyReceiptCode('test', name)
  const authored = (id: string, more: object = {}) =>
    hand(database(), { id, author: { receiptHash: receiptHash(codeOf(id)) }, ...more })

  test('hides with a reason and a note, deletes nothing, and shows again', async () => {
    const { id } = await authored('hidden')
    expect(await judge(as('moderator'), id, { ...HIDE, note: ' ' })).toMatchObject({ issues: { note: 'required' } })
    expect(await judge(as('moderator'), id, HIDE)).toMatchObject({ ok: true })
    expect(await shown('hidden')).toMatchObject({ state: 'hidden', text: null, reasonCode: 'insult' })
    const own = await textOfAuthor(anyone(), codeOf('hidden'))
    expect(own).toMatchObject({ text: 'Loket sebaiknya buka sampai sore.', mayAskReview: true, held: null })
    expect(own?.taken).toMatchObject({ what: 'hidden', reason: 'insult', note: HIDE.note })
    expect(await judge(as('moderator'), id, { act: 'show' })).toMatchObject({ ok: true })
    expect(await shown('hidden')).toMatchObject({ state: 'shown', text: 'Loket sebaiknya buka sampai sore.' })
  })

  test('leaves no text, no note and no name in the ledger', async () => {
    const { id } = await authored('recorded', { text: 'Pak Budi Santoso itu tidak becus.' })
    await judge(as('moderator'), id, HIDE)
    const entries = await listEntriesOf(database().db, id)
    expect(entries.map(({ kind }) => kind)).toEqual(['moderation.hidden'])
    const fields = await database().db.selectFrom('entryField').selectAll().where('seq', '=', entries[0]!.seq).execute()
    expect(fields.map(({ name }) => name).sort()).toEqual(['about', 'reason', 'region', 'title'])
    expect(JSON.stringify(fields)).not.toMatch(/Budi|becus|moderator-satu/)
  })

  test('works in their own places alone', async () => {
    const { id } = await authored('foreign')
    await expect(judge(as('moderator', 'lain', '14.72'), id, HIDE)).rejects.toThrow('forbidden')
    await expect(judge(as('officer'), id, HIDE)).rejects.toThrow('forbidden')
    await expect(judge(as('auditor'), id, HIDE)).rejects.toThrow('forbidden')
    await expect(getJudged(as('officer'), id)).rejects.toThrow('forbidden')
    await expect(listQueue(as('officer'), {})).rejects.toThrow('forbidden')
    expect((await listQueue(as('moderator', 'lain', '14.72'), {})).items).toEqual([])
  })

  test('finds all that waits in one queue, by what it waits for, its reason and its age', async () => {
    await authored('waits-first', { before: true, now: new Date(Date.now() - 5 * 86_400_000) })
    const { id } = await authored('waits-reported')
    await reportText(anyone(), id, { reason: 'threat', note: null }, anywhere())
    const { items, counts } = await listQueue(as('moderator'), {})
    expect(items[0]).toMatchObject({ waiting: 'held', days: 5, late: true, heldFor: ['before'] })
    expect(items.at(-1)).toMatchObject({ waiting: 'report', late: false, reports: [{ reason: 'threat', count: 1 }] })
    expect(counts).toEqual({ held: 1, report: 1, review: 0 })
    const ids = async (query: object) => (await listQueue(as('moderator'), query)).items.map(({ waiting }) => waiting)
    expect(await ids({ waiting: 'report' })).toEqual(['report'])
    expect(await ids({ reason: 'threat' })).toEqual(['report'])
    expect(await ids({ reason: 'before' })).toEqual(['held'])
    expect(await ids({ days: 4 })).toEqual(['held'])
    expect(await ids({ region: '14.72' })).toEqual([])
    const first = await listQueue(as('moderator'), {}, 1)
    expect((await listQueue(as('moderator'), { cursor: first.next ?? '' }, 1)).items[0]?.id).toBe(id)
  })

  test('decides about many at once, and leaves alone what somebody else has decided meanwhile', async () => {
    const texts = await Promise.all(['a', 'b', 'c'].map((name) => authored(`bulk-${name}`, { suspicion: ['links'] })))
    const ids = texts.map(({ id }) => id)
    await judge(as('moderator', 'dua'), ids[0] ?? '', { act: 'show' })
    const spam = { act: 'hide', reason: 'advertising', note: 'Iklan pinjaman.' } as const
    expect(await judgeMany(as('moderator'), ids, spam)).toMatchObject({ ok: true, done: 2, left: 1 })
    expect(await Promise.all(['bulk-a', 'bulk-b', 'bulk-c'].map(async (id) => (await shown(id))?.state))).toEqual([
      'shown',
      'hidden',
      'hidden',
    ])
    expect(await judgeMany(as('moderator'), [], spam)).toMatchObject({ issues: { ids: 'none' } })
  })

  test('does not decide over a decision that they have not seen', async () => {
    const { id } = await authored('meanwhile', { suspicion: ['links'] })
    const { seen } = await getJudged(as('moderator'), id)
    await judge(as('moderator', 'dua'), id, { act: 'show' })
    expect(await judge(as('moderator'), id, { ...HIDE, seen })).toMatchObject({ issues: { form: 'meanwhile' } })
    expect((await shown('meanwhile'))?.state).toBe('shown')
  })

  test('covers personal data and no other word; each look at the original is recorded', async () => {
    const text = 'Hubungi Ibu Siti di 0812 3456 7890, ia tahu jam loket.'
    const { id } = await authored('masked', { text })
    expect((await getJudged(as('moderator'), id)).likely).toEqual(['0812 3456 7890'])
    const mask = { act: 'mask', note: 'Nomor dan nama orang.' } as const
    expect(await judge(as('moderator'), id, { ...mask, pieces: 'Pak Joko' })).toMatchObject({
      issues: { pieces: 'piece-missing' },
    })
    await judge(as('moderator'), id, { ...mask, pieces: '0812 3456 7890\nIbu Siti' })
    const covered = 'Hubungi ▇▇▇▇ di ▇▇▇▇, ia tahu jam loket.'
    expect(await shown('masked')).toMatchObject({ state: 'shown', text: covered, masked: true })
    expect((await getJudged(as('moderator'), id)).text).toBe(covered)
    await expect(openOriginal(as('moderator'), id)).rejects.toThrow('forbidden')
    expect(await openOriginal(as('auditor'), id)).toBe(text)
    const kinds = (await listEntriesOf(database().db, id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['moderation.masked', 'moderation.original-seen'])
  })

  test('does not review their own decision; another one does, by the promised day', async () => {
    const { id } = await authored('reviewed')
    await judge(as('moderator'), id, HIDE)
    expect(await askReview(anyone(), codeOf('reviewed'), { statement: '' })).toMatchObject({
      issues: { statement: 'required' },
    })
    const statement = 'Saya mengkritik loketnya, bukan orangnya.'
    expect(await askReview(anyone(), codeOf('reviewed'), { statement })).toMatchObject({ ok: true })
    expect(await askReview(anyone(), codeOf('reviewed'), { statement })).toMatchObject({
      issues: { form: 'not-asked-for' },
    })
    expect(await textOfAuthor(anyone(), codeOf('reviewed'))).toMatchObject({ mayAskReview: false })
    expect(await judge(as('moderator', 'dua'), id, { act: 'show' })).toMatchObject({ issues: { form: 'in-review' } })
    const reversed = { outcome: 'reversed', note: 'Ini kritik atas layanan.' } as const
    expect(await decideReview(as('moderator'), id, reversed)).toMatchObject({ issues: { form: 'own-verdict' } })
    const waiting = (await listQueue(as('moderator', 'dua'), { waiting: 'review' })).items
    expect(waiting).toMatchObject([{ id, mine: true }])
    expect((await listQueue(as('moderator'), { waiting: 'review' })).items).toMatchObject([{ id, mine: false }])
    expect(await decideReview(as('moderator', 'dua'), id, reversed)).toMatchObject({ ok: true })
    expect((await shown('reviewed'))?.state).toBe('shown')
    expect((await textOfAuthor(anyone(), codeOf('reviewed')))?.review).toMatchObject({ outcome: 'reversed', statement })
  })

  test('may let a decision stand; then nothing more can be asked', async () => {
    const { id } = await authored('upheld')
    await judge(as('moderator'), id, HIDE)
    await askReview(anyone(), codeOf('upheld'), { statement: 'Tolong dibaca lagi.' })
    await decideReview(as('moderator', 'dua'), id, { outcome: 'upheld', note: 'Namanya disebut.' })
    expect(await textOfAuthor(anyone(), codeOf('upheld'))).toMatchObject({ state: 'hidden', mayAskReview: false })
    expect(await askReview(anyone(), codeOf('upheld'), { statement: 'Sekali lagi.' })).toMatchObject({ ok: false })
  })

  test('leaves books that verify, and a row that was changed behind them doesn’t', async () => {
    const { db } = database()
    expect(await runVerifiers(db, [verifyModeration])).toMatchObject({ fits: true })
    const of = async (name: string) => (await authored(name)).id
    const [quiet, loud] = [await of('tampered-state'), await of('tampered-verdict')]
    await db.updateTable('moderated').set({ state: 'hidden' }).where('id', '=', quiet).execute()
    expect(await runVerifiers(db, [verifyModeration])).toMatchObject({ problem: { id: quiet, what: 'text-state' } })
    await db.updateTable('moderated').set({ state: 'shown' }).where('id', '=', quiet).execute()
    await judge(as('moderator'), loud, HIDE)
    await db.deleteFrom('verdict').where('moderatedId', '=', loud).execute()
    expect(await runVerifiers(db, [verifyModeration])).toMatchObject({ problem: { id: loud, what: 'text-entries' } })
  })
})
