import { beforeAll, describe, expect, test } from 'vitest'
import { answer } from '#server/consultation/answering.ts'
import { matrixPage, type MatrixRow } from '#server/consultation/answer-matrix.ts'
import { publicConsultation } from '#server/consultation/answering-place.ts'
import { coverage } from '#server/consultation/coverage.ts'
import { confirmAnswer, findOwnAnswer, objectToAnswer } from '#server/consultation/objections.ts'
import { eraseInput } from '#server/consultation/input-erasure.ts'
import { lookUp } from '#server/ledger/trace.ts'
import { verifyAnswers } from '#server/consultation/verify-answers.ts'
import { actor } from '../survey/world.ts'
import { onEachEngine } from '../support/engines.ts'
import { done, makeAnswerWorld, NOW, type AnswerWorld } from './answer-world.ts'

const GIVEN = { hasil: 'accepted' as const, reason: 'Jam layanan memang kurang panjang bagi yang bekerja.' }

onEachEngine('objections', (database) => {
  let world: AnswerWorld
  let slug: string
  const officer = () => world.as(world.officer, NOW)
  const rowsNow = async (): Promise<MatrixRow[]> => {
    const consultation = await publicConsultation(officer(), slug)
    return (await matrixPage(database().db, consultation, {}, { after: 0, limit: 100 })).rows
  }
  const stepsOf = async (code: string) =>
    (await lookUp(world.as(null, NOW), code))?.steps.map(({ what }) => what).slice(1)

  describe('an objection', () => {
    let code: string
    const reason = 'Yang saya tanyakan hari Sabtu, bukan jam tutup.'
    beforeAll(async () => {
      world = await makeAnswerWorld(database())
      slug = world.consultation.slug
      const codes = await world.write([{}, {}])
      code = codes[0] ?? ''
    })

    test('waits for an answer', async () => {
      await expect(objectToAnswer(world.as(null, NOW), code, { reason })).rejects.toMatchObject({
        reason: 'objection-no-answer',
      })
      await expect(objectToAnswer(world.as(null, NOW), 'M000-0000-0000-0000-0', { reason })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    test('is made once, with a reason', async () => {
      done(await answer(officer(), slug, { inputs: [1] }, GIVEN))
      expect(await objectToAnswer(world.as(null, NOW), code, { reason: '' })).toMatchObject({
        issues: { reason: 'required' },
      })
      done(await objectToAnswer(world.as(null, NOW), code, { reason }))
      await expect(objectToAnswer(world.as(null, NOW), code, { reason })).rejects.toMatchObject({
        reason: 'objection-objected',
      })
      expect(await findOwnAnswer(world.as(null, NOW), code)).toMatchObject({ hindrance: 'objected', number: 1 })
      expect(await coverage(database().db, world.consultation.id, NOW)).toMatchObject({ objected: 1 })
      expect(await stepsOf(code)).toEqual(['input-answered', 'input-objected'])
    })

    test('is settled by a confirmation that says why; both stay in sight', async () => {
      const said = { reason: 'Hari Sabtu dibahas dalam peraturan lain, lihat Pasal 2.' }
      done(await confirmAnswer(officer(), slug, 1, said))
      expect((await rowsNow())[0]?.objection).toMatchObject({ reason, settlement: 'confirmed', note: said.reason })
      expect(await stepsOf(code)).toEqual(['input-answered', 'input-objected', 'input-confirmed'])
      await expect(confirmAnswer(officer(), slug, 1, said)).rejects.toMatchObject({ reason: 'no-objection' })
      expect(await coverage(database().db, world.consultation.id, NOW)).toMatchObject({ objected: 0 })
    })

    test('is settled by an answer given anew', async () => {
      const [, second = ''] = [code, (await world.write([{}]))[0]]
      done(await answer(officer(), slug, { inputs: [3] }, GIVEN))
      done(await objectToAnswer(world.as(null, NOW), second, { reason }))
      done(
        await answer(
          officer(),
          slug,
          { inputs: [3] },
          { hasil: 'partly', reason: 'Hari Sabtu dicoba selama tiga bulan.' },
        ),
      )
      expect((await rowsNow())[2]).toMatchObject({
        answer: { hasil: 'partly' },
        earlier: [{ hasil: 'accepted' }],
        objection: { settlement: 'answered-again' },
      })
    })

    test('is forgotten with the input of who made it, and the ledger still fits', async () => {
      const admin = world.as(actor('admin', 'region', world.regionCode), NOW)
      await eraseInput(admin, slug, 1)
      const kept = await database().db.selectFrom('objection').select('reason').where('reason', '=', reason).execute()
      expect(kept).toHaveLength(1)
      const problems = []
      for await (const problem of verifyAnswers(database().db, () => undefined)) problems.push(problem)
      expect(problems.filter(({ id }) => id.startsWith(slug))).toEqual([])
    })
  })
})
