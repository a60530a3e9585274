import { beforeAll, expect, test } from 'vitest'
import { findTally } from '#db/survey/batches.ts'
import { listFieldsOf } from '#db/survey/ledger-fields.ts'
import { importAnswers } from '#server/survey/import.ts'
import { submitAnswer, type Way } from '#server/survey/answers.ts'
import { getIntegrity } from '#server/survey/integrity.ts'
import { readMarks } from '#server/survey/movement.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { getResults } from '#server/survey/results.ts'
import { sealWaiting } from '#server/survey/sealing.ts'
import { voidSheet } from '#server/survey/voiding.ts'
import { onEachEngine } from '../support/engines.ts'
import { enterPaper } from './paper.ts'
import { AFTER, bodyOf, csvOf, DURING, makeWorld, newKey, openedSurvey, type World } from './world.ts'

onEachEngine('ways and flags', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  let minute = 0
  /** One answer a minute, so that nothing is a burst unless it is meant to be. */
  const send = (
    slug: string,
    scores: number | string,
    way?: Way,
    now = new Date(DURING.getTime() + minute++ * 60_000),
  ) => submitAnswer(world.as(null, now), slug, newKey(), bodyOf(scores), way)
  const marksOf = async (id: string) => readMarks((await findTally(database().db, id))!)
  const rowsOf = (id: string) =>
    database().db.selectFrom('answer').selectAll().where('answeredSurvey', '=', id).execute()
  const finished = (slug: string) => handIn(world.as(world.officer, AFTER), slug)

  test('stand on answers that wait, and are gone from sealed ones', async () => {
    const { slug, id } = await openedSurvey(world)
    await send(slug, 3, { channel: 'web', seconds: 60 })
    await send(slug, 4, { channel: 'tablet', seconds: 5 })
    await send(slug, 2, { channel: 'api' })
    expect((await rowsOf(id)).map(({ mark }) => mark).sort()).toEqual(['a', 't4f', 'w'])
    await finished(slug)
    expect((await rowsOf(id)).map(({ mark }) => mark)).toEqual([null, null, null])
    expect(await marksOf(id)).toMatchObject({
      channels: { web: 1, tablet: 1, api: 1 },
      flags: { 'all-best': 1, fast: 1 },
    })
  })

  test('count one answer once, however often it is sent', async () => {
    const { slug, id } = await openedSurvey(world)
    const key = newKey()
    for (let i = 0; i < 4; i++) await submitAnswer(world.as(null), slug, key, bodyOf('123412341'))
    await send(slug, '123412341')
    expect((await rowsOf(id)).map(({ mark }) => mark)).toEqual(['w', 'w'])
  })

  test('see a burst and copies, and none of them in a pile of paper', async () => {
    const { slug, id } = await openedSurvey(world)
    await Promise.all(Array.from({ length: 14 }, () => send(slug, 3, undefined, DURING)))
    await enterPaper(
      world.as(world.officer),
      slug,
      Array.from({ length: 14 }, (_, i) => (i < 10 ? '333333333' : '123412341')),
    )
    await finished(slug)
    const { channels, flags } = await marksOf(id)
    expect(channels).toEqual({ web: 14, paper: 14 })
    expect(flags).toEqual({ burst: 4, identical: 2 })
  })

  test('show the index both ways once handed in, where ten answers lie between', async () => {
    const { slug, id } = await openedSurvey(world)
    const staff = (now = DURING) => getIntegrity(world.as(world.officer, now), slug)
    expect(await staff()).toBeNull()
    for (let i = 0; i < 40; i++) await send(slug, i % 3 === 0 ? 4 : 3)
    await sealWaiting(world.as(null), id)
    expect(await staff()).toMatchObject({ answers: 30, bothWays: 'early' })
    for (let i = 0; i < 12; i++) await send(slug, 3)
    await finished(slug)
    expect(await staff(AFTER)).toEqual({
      answers: 52,
      flagged: 14,
      flags: [
        { flag: 'burst', answers: 0 },
        { flag: 'identical', answers: 0 },
        { flag: 'all-best', answers: 14 },
        { flag: 'fast', answers: 0 },
      ],
      bothWays: { all: { n: 52, ikm: 81.73, grade: 'B' }, unflagged: { n: 38, ikm: 75, grade: 'C' } },
    })
    await expect(getIntegrity(world.as(world.stranger, AFTER), slug)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getIntegrity(world.as(null, AFTER), slug)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('hide the other index where it would tell what a few answered', async () => {
    const { slug } = await openedSurvey(world)
    for (let i = 0; i < 30; i++) await send(slug, i < 9 ? 4 : 3)
    await finished(slug)
    expect(await getIntegrity(world.as(world.officer, AFTER), slug)).toMatchObject({ flagged: 9, bothWays: 'close' })
  })

  test('come out with the publication as numbers by way, with what was voided', async () => {
    const { slug } = await openedSurvey(world)
    for (let i = 0; i < 12; i++) await send(slug, 3, { channel: i < 5 ? 'tablet' : 'web', seconds: 90 })
    const { sheets } = await enterPaper(world.as(world.officer), slug, ['333333333', '222222222', '111111111'])
    await voidSheet(world.as(world.officer), slug, { code: sheets[0]!.code, reason: 'not-served' })
    const file = { name: 'a.csv', read: () => new Blob([csvOf(['444444444'])]).stream() }
    await importAnswers(world.as(world.officer, AFTER), slug, file)
    expect((await getResults(world.as(null, AFTER), slug)).arrivals).toBeNull()
    await finished(slug)
    await publish(world.as(world.publisher, AFTER), slug, { reason: 'Untuk mencoba.' })
    expect((await getResults(world.as(null, AFTER), slug)).arrivals).toEqual({
      channels: { web: 7, tablet: 5, paper: 2, file: 1 },
      voided: { 'not-served': 1 },
    })
  })

  test('stand in no batch and no sealing entry, so that none says of whom it has answers', async () => {
    const { slug, id } = await openedSurvey(world)
    for (let i = 0; i < 25; i++) await send(slug, 4, { channel: 'tablet', seconds: 1 })
    await sealWaiting(world.as(null), id)
    const { db } = database()
    const batches = await db.selectFrom('batch').selectAll().where('surveyId', '=', id).execute()
    const fields = await listFieldsOf(db, id)
    expect(fields.length).toBeGreaterThan(5)
    expect(JSON.stringify([batches, fields])).not.toMatch(/tablet|all-best|fast|channels|unflagged/)
  })
})
