import { beforeAll, expect, test } from 'vitest'
import { queueAnswerNews, writeAnswerNews } from '#server/consultation/answer-news.ts'
import { answer } from '#server/consultation/answering.ts'
import { makeBundle } from '#server/consultation/bundles.ts'
import { offerBundles } from '#server/consultation/bundle-offers.ts'
import { transaction } from '#server/scope.ts'
import { onEachEngine } from '../support/engines.ts'
import { done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const LETTER = 'Kami warga Gang Melati meminta loket dibuka pada hari Sabtu pagi karena hari kerja kami di pabrik.'

onEachEngine('news of answers', (database) => {
  let world: AnswerWorld
  let slug: string
  const officer = () => world.as(world.officer, NOW)
  beforeAll(async () => {
    world = await makeAnswerWorld(database())
    slug = world.consultation.slug
    await world.write([
      { email: 'ani@contoh.id', text: LETTER },
      { email: 'ani@contoh.id', text: `${LETTER} Terima kasih.` },
      { email: 'budi@contoh.id', text: 'Antrean daring sebaiknya dapat dibatalkan dari ponsel.' },
      { text: `${LETTER} Salam.` },
    ])
  })
  const waiting = () =>
    database()
      .db.selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'consultation.answer-news')
      .orderBy('id')
      .execute()
  const letters = async () => {
    const mails = (await waiting()).map(({ about }) => JSON.parse(about) as { digest: string })
    const written = await transaction(officer(), (scope) =>
      Promise.all(
        mails.map(({ digest }) =>
          writeAnswerNews(scope, { kind: 'consultation.answer-news', digest, locale: 'id' }, 'https://balai.contoh'),
        ),
      ),
    )
    return written.sort((a, b) => (a?.to ?? '').localeCompare(b?.to ?? ''))
  }

  test('are asked for only when there is something to tell', async () => {
    expect(await queueAnswerNews(officer())).toBe(0)
    expect(await waiting()).toEqual([])
  })

  test('letters that many people sent are offered as a group, whatever small words differ', async () => {
    const [offer, ...others] = await offerBundles(officer(), slug)
    expect(offer?.numbers).toEqual([1, 2, 4])
    expect(others).toEqual([])
  })

  test('come in one mail for each writer, with all that happened', async () => {
    const { bundle } = done(await makeBundle(officer(), slug, { title: 'Sabtu pagi', inputs: [1, 2, 4] }))
    const reason = 'Hari Sabtu pagi mulai dilayani bergantian di dua loket.'
    done(await answer(officer(), slug, { bundle }, { hasil: 'accepted', reason }))
    expect(await queueAnswerNews(officer())).toBe(1)
    const [letter] = await letters()
    expect(letter?.to).toBe('ani@contoh.id')
    for (const said of [
      'nomor 1 dikelompokkan',
      'nomor 2 dikelompokkan',
      'nomor 1 sudah dijawab',
      'nomor 2 sudah dijawab',
    ])
      expect(letter?.text).toContain(said)
    expect(letter?.text).toContain(`https://balai.contoh/konsultasi/${slug}/tanggapan`)
    expect(letter?.text).not.toContain('pabrik')
  })

  test('are never told twice', async () => {
    expect(await queueAnswerNews(officer())).toBe(0)
    expect(await waiting()).toHaveLength(1)
  })

  test('say of a passage that it changed, to who caused it alone', async () => {
    const change = { changedBlock: world.blocks[0], changedVersion: 2 }
    const reason = 'Pembatalan dari ponsel ditambahkan dalam naskah.'
    done(await answer(officer(), slug, { inputs: [3] }, { hasil: 'accepted', reason, ...change }))
    expect(await queueAnswerNews(officer())).toBe(1)
    const [, letter] = await letters()
    expect(letter).toMatchObject({ to: 'budi@contoh.id' })
    expect(letter?.text).toContain('Masukan nomor 3 mengubah naskah.')
  })

  test('of what was erased meanwhile are no mail', async () => {
    await database().db.updateTable('input').set({ erasedAt: NOW.toISOString(), email: null }).execute()
    expect(await letters()).toEqual([undefined, undefined])
  })
})
