import { beforeAll, describe, expect, test } from 'vitest'
import { findAnswerCounts, recountAnswers } from '#db/consultation/answer-tally.ts'
import { listBundleChanges, listBundles } from '#db/consultation/bundles.ts'
import { answer } from '#server/consultation/answering.ts'
import { matrixPage, type MatrixRow } from '#server/consultation/answer-matrix.ts'
import { publicConsultation } from '#server/consultation/answering-place.ts'
import { addToBundle, makeBundle, mergeBundles, removeFromBundle, splitBundle } from '#server/consultation/bundles.ts'
import { coverage } from '#server/consultation/coverage.ts'
import { takeInputs } from '#server/consultation/input-marking.ts'
import { listEntriesOf } from '#db/ledger/entries.ts'
import { onEachEngine } from '../support/engines.ts'
import { ANSWER_BY, done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const GIVEN = { hasil: 'accepted' as const, reason: 'Jam layanan memang kurang panjang bagi yang bekerja.' }

onEachEngine('answering', (database) => {
  let world: AnswerWorld
  let slug: string
  beforeAll(async () => {
    world = await makeAnswerWorld(database())
    slug = world.consultation.slug
  })
  const fresh = async () => {
    world = await makeAnswerWorld(database())
    slug = world.consultation.slug
    return world
  }
  const officer = () => world.as(world.officer, NOW)
  const rowsNow = async (): Promise<MatrixRow[]> => {
    const consultation = await publicConsultation(officer(), slug)
    return (await matrixPage(database().db, consultation, {}, { after: 0, limit: 100 })).rows
  }

  describe('an answer', () => {
    test('wants an outcome and a reason in words', async () => {
      await fresh()
      await world.write([{}])
      const empty = await answer(officer(), slug, { inputs: [1] }, { hasil: '' as never, reason: ' ' })
      expect(empty).toMatchObject({ ok: false, issues: { hasil: 'required', reason: 'required' } })
      const short = await answer(officer(), slug, { inputs: [1] }, { hasil: 'accepted', reason: 'Ya' })
      expect(short).toMatchObject({ ok: false, issues: { reason: 'too-short' } })
      const nothing = await answer(officer(), slug, { inputs: [] }, GIVEN)
      expect(nothing).toMatchObject({ ok: false, issues: { inputs: 'choose' } })
    })

    test('names the passage and the version that it changed, if it was taken up', async () => {
      const [block] = world.blocks
      const refused = { hasil: 'not-accepted' as const, reason: GIVEN.reason, changedBlock: block, changedVersion: 2 }
      expect(await answer(officer(), slug, { inputs: [1] }, refused)).toMatchObject({
        issues: { changedBlock: 'not-taken-up' },
      })
      expect(await answer(officer(), slug, { inputs: [1] }, { ...GIVEN, changedBlock: block })).toMatchObject({
        issues: { changedVersion: 'both' },
      })
      const future = { ...GIVEN, changedBlock: block, changedVersion: 7 }
      expect(await answer(officer(), slug, { inputs: [1] }, future)).toMatchObject({
        issues: { changedVersion: 'unknown' },
      })
      done(await answer(officer(), slug, { inputs: [1] }, { ...GIVEN, changedBlock: block, changedVersion: 2 }))
      const [row] = await rowsNow()
      expect(row?.answer).toMatchObject({ hasil: 'accepted', shared: 1, change: { label: 'Pasal 1', version: 2 } })
    })

    test('that is given anew keeps the earlier one in sight', async () => {
      done(
        await answer(
          officer(),
          slug,
          { inputs: [1] },
          { hasil: 'partly', reason: 'Hanya hari Kamis yang dapat dibuka.' },
        ),
      )
      const [row] = await rowsNow()
      expect(row?.answer).toMatchObject({ hasil: 'partly', change: null })
      expect(row?.earlier).toMatchObject([{ hasil: 'accepted' }])
      const kinds = (await listEntriesOf(database().db, world.consultation.id)).map(({ kind }) => kind)
      expect(kinds).toEqual(['consultation.answered', 'consultation.answered'])
    })

    test('to several inputs at once makes them a group, and says how many share it', async () => {
      await world.write([{}, {}])
      done(await answer(officer(), slug, { inputs: [2, 3] }, GIVEN))
      const rows = await rowsNow()
      expect(rows.map((row) => row.answer?.shared)).toEqual([1, 2, 2])
      expect(rows[1]?.bundle).toEqual(rows[2]?.bundle)
    })

    test('may carry a commitment, which shows where it came from', async () => {
      await world.write([{}])
      const promise = { promise: 'Loket buka sampai pukul 16.00 setiap Kamis', promiseBy: '2026-09-30' }
      const refused = { hasil: 'already' as const, reason: GIVEN.reason, ...promise }
      expect(await answer(officer(), slug, { inputs: [4] }, refused)).toMatchObject({
        issues: { promise: 'not-taken-up' },
      })
      expect(
        await answer(officer(), slug, { inputs: [4] }, { ...GIVEN, ...promise, promiseBy: '2026-07-09' }),
      ).toMatchObject({
        issues: { promiseBy: 'before-today' },
      })
      done(await answer(officer(), slug, { inputs: [4] }, { ...GIVEN, ...promise }))
      expect((await rowsNow())[3]?.answer?.commitment).toBe('loket-buka-sampai-pukul-16-00-setiap-kamis')
    })

    test('is given by those who work there alone', async () => {
      await expect(answer(world.as(null, NOW), slug, { inputs: [1] }, GIVEN)).rejects.toMatchObject({
        code: 'not-signed-in',
      })
      await expect(answer(world.as(world.stranger, NOW), slug, { inputs: [1] }, GIVEN)).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(answer(officer(), slug, { inputs: [99] }, GIVEN)).rejects.toMatchObject({ code: 'not-found' })
      await expect(answer(officer(), 'tiada', { inputs: [1] }, GIVEN)).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  describe('a group', () => {
    let first: string
    let second: string
    beforeAll(async () => {
      await fresh()
      await world.write([{}, {}, {}, {}, {}])
      first = done(await makeBundle(officer(), slug, { title: 'Buka sampai sore', inputs: [1, 2, 3] })).bundle
      second = done(await makeBundle(officer(), slug, { title: 'Tambah loket', inputs: [4] })).bundle
    })

    test('is answered as one, and what joins it later has its answer', async () => {
      done(await answer(officer(), slug, { bundle: first }, GIVEN))
      await addToBundle(officer(), slug, first, [5])
      expect((await rowsNow()).map((row) => row.answer?.shared ?? 0)).toEqual([4, 4, 4, 0, 4])
    })

    test('that loses an input leaves it its answer', async () => {
      await removeFromBundle(officer(), slug, first, [5])
      const [, , , , row] = await rowsNow()
      expect(row).toMatchObject({ bundle: null, answer: { hasil: 'accepted', shared: 4 } })
    })

    test('that is split keeps the trail on both sides', async () => {
      const third = done(await splitBundle(officer(), slug, first, { title: 'Hanya hari Kamis', inputs: [3] })).bundle
      const trail = await listBundleChanges(database().db, first, 50)
      expect(trail.filter(({ what }) => what === 'split')).toMatchObject([{ otherBundle: third }])
      expect((await rowsNow())[2]?.bundle).toEqual({ id: third, title: 'Hanya hari Kamis' })
      await expect(splitBundle(officer(), slug, first, { title: 'Bukan isinya', inputs: [4] })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    test('that is merged into another hands over its inputs, and the other answers for them', async () => {
      await mergeBundles(officer(), slug, second, first)
      expect((await rowsNow())[3]).toMatchObject({ bundle: { id: first }, answer: { hasil: 'accepted' } })
      await expect(addToBundle(officer(), slug, second, [5])).rejects.toMatchObject({ code: 'conflict' })
      expect((await listBundles(database().db, world.consultation.id, 50)).map(({ id }) => id)).not.toContain(second)
    })

    test('moves the counts by what it changed, never more', async () => {
      const { db } = database()
      expect(await findAnswerCounts(db, world.consultation.id)).toEqual(await recountAnswers(db, world.consultation.id))
    })
  })

  describe('coverage', () => {
    beforeAll(async () => {
      await fresh()
      await world.write([{ arrivedAt: '2026-07-01T20:00:00.000Z' }, {}, {}, {}])
      done(await takeInputs(officer(), slug, [1, 2]))
      done(await answer(officer(), slug, { inputs: [2] }, GIVEN))
    })

    test('counts what came, what was taken up and what was answered, and who waits longest', async () => {
      expect(await coverage(database().db, world.consultation.id, NOW)).toEqual({
        received: 4,
        considered: 2,
        answered: 1,
        waiting: 3,
        late: 0,
        objected: 0,
        oldest: {
          number: 1,
          since: '2026-07-02',
        },
      })
    })

    test('says what is late from the day after the promise, in the region’s own zone', async () => {
      const lateOn = async (at: string) => (await coverage(database().db, world.consultation.id, new Date(at))).late
      expect(await lateOn(`${ANSWER_BY}T16:59:59Z`)).toBe(0)
      expect(await lateOn(`${ANSWER_BY}T17:00:00Z`)).toBe(3)
    })

    test('forgets who gave an input back without an answer', async () => {
      done(await takeInputs(officer(), slug, [1], { back: true }))
      expect(await coverage(database().db, world.consultation.id, NOW)).toMatchObject({ considered: 1 })
    })
  })
})
