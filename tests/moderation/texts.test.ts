import { beforeAll, expect, test } from 'vitest'
import { listEntriesAfter } from '#db/ledger/entries.ts'
import { eraseText, shownTexts } from '#server/moderation/texts.ts'
import { scopeOf, transaction } from '#server/scope.ts'
import { settleClinic } from '../directory/town.ts'
import { onEachEngine } from '../support/engines.ts'
import { hand } from './texts.ts'

onEachEngine('texts handed over', (database) => {
  beforeAll(() => settleClinic(database()))

  const shown = (id: string) => shownTexts(database().db, 'test', [id]).then((texts) => texts.get(id))

  test('is shown at once where nothing speaks against it', async () => {
    const taken = await hand(database(), { id: 'calm', text: 'Jalan di depan puskesmas perlu lampu.' })
    expect(taken).toMatchObject({ state: 'shown', promisedBy: null })
    expect(await shown('calm')).toMatchObject({
      id: taken.id,
      state: 'shown',
      text: 'Jalan di depan puskesmas perlu lampu.',
    })
  })

  test('is held where all are looked at first, with the day by which somebody does', async () => {
    const now = new Date('2026-11-22T20:00:00Z')
    expect(await hand(database(), { id: 'first', before: true, now })).toMatchObject({
      state: 'held',
      promisedBy: '2026-11-26',
    })
    expect(await shown('first')).toMatchObject({ state: 'held', text: null })
  })

  test('is held, never refused, for its links or the way it came', async () => {
    expect(await hand(database(), { id: 'links', text: 'http://a.id http://b.id http://c.id lihat' })).toMatchObject({
      state: 'held',
    })
    expect(await hand(database(), { id: 'fast', suspicion: ['too-fast'] })).toMatchObject({ state: 'held' })
    const [last] = (await listEntriesAfter(database().db, 0, 1000)).slice(-1)
    expect(last).toMatchObject({ kind: 'moderation.held' })
  })

  test('is not in the answer if it was never handed over', async () => {
    expect((await shownTexts(database().db, 'test', ['nobody', 'calm'])).size).toBe(1)
    expect((await shownTexts(database().db, 'other', ['calm'])).size).toBe(0)
  })

  test('is forgotten with its writer, and what was done with it stays', async () => {
    await hand(database(), { id: 'gone', text: 'Nama saya Budi.', suspicion: ['links'] })
    const scope = scopeOf(database())
    await transaction(scope, (inner) => eraseText(inner, { kind: 'test', id: 'gone' }))
    expect(await shown('gone')).toMatchObject({ state: 'held', text: null })
    const row = await database()
      .db.selectFrom('moderated')
      .selectAll()
      .where('subjectId', '=', 'gone')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ text: '', authorCode: null, authorEmail: null, waiting: null })
    expect(row.erasedAt).not.toBeNull()
  })
})
