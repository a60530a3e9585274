import { beforeAll, expect, test } from 'vitest'
import { countAnswersIn } from '#db/survey/answers.ts'
import { submitAnswer } from '#server/survey/answers.ts'
import { getCounts } from '#server/survey/counts.ts'
import type { ImportFile } from '#server/survey/import-file.ts'
import { importAnswers, sweepCutOffImports, type ImportOptions } from '#server/survey/import.ts'
import { handIn, publish } from '#server/survey/publication.ts'
import { getResults } from '#server/survey/results.ts'
import { ELEMENT_NAMES } from '#server/survey/rules/elements.ts'
import { onEachEngine } from '../support/engines.ts'
import { AFTER, bodyOf, csvOf, drafted, makeWorld, newKey, openedSurvey, type World } from './world.ts'

onEachEngine('import', (database) => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld(database())
  })
  const officer = () => world.as(world.officer, AFTER)
  const load = (slug: string, text: string, options?: ImportOptions) =>
    importAnswers(officer(), slug, fileOf(text), options)
  const rows = (count: number, row = '443344433') => Array.from({ length: count }, () => row)
  const stored = async (id: string) =>
    (await database().db.selectFrom('answer').select('id').where('answeredSurvey', '=', id).execute()).length

  test('stores a file once, in one sealed batch, and says the second time that it is there', async () => {
    const { slug, id } = await openedSurvey(world)
    const progress: number[] = []
    const onProgress = ({ stored }: { stored: number }) => void progress.push(stored)
    expect(await load(slug, csvOf(rows(1200)), { onProgress })).toMatchObject({
      kind: 'imported',
      rows: 1200,
      batch: 1,
    })
    expect(progress).toEqual([500, 1000, 1200])
    expect(await load(slug, csvOf(rows(1200)))).toMatchObject({ kind: 'already', rows: 1200 })
    expect(await getCounts(officer(), slug)).toMatchObject({ n: 1200, sealed: 1200, waiting: 0 })
    expect(await stored(id)).toBe(1200)
  })

  test('takes a file whatever its name holds', async () => {
    const { slug, id } = await openedSurvey(world)
    const name = `../"><b>\0\ud800${'x'.repeat(5000)}.csv`
    const file = { ...fileOf(csvOf(rows(3))), name }
    expect(await importAnswers(officer(), slug, file)).toMatchObject({ kind: 'imported', rows: 3 })
    const [kept] = await database().db.selectFrom('answerImport').selectAll().where('surveyId', '=', id).execute()
    expect(kept?.fileName).toMatch(/^\.\.\/"><b>\ufffdx{100,200}$/)
  })

  test('stores a file once when it is sent twice at the same time', async () => {
    const { slug, id } = await openedSurvey(world)
    const both = await Promise.all([load(slug, csvOf(rows(600))), load(slug, csvOf(rows(600)))])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'imported'])
    expect(await stored(id)).toBe(600)
    expect(await getCounts(officer(), slug)).toMatchObject({ n: 600 })
  })

  test('stores nothing of a file with a bad line, unless told to skip it', async () => {
    const { slug, id } = await openedSurvey(world)
    const text = csvOf([...rows(2), '443354433', ...rows(600)])
    const refused = await load(slug, text)
    expect(refused).toMatchObject({ kind: 'refused', reason: 'bad-lines', rejectedCount: 1 })
    expect(refused).toHaveProperty('rejected', [{ line: 4, reason: expect.stringContaining(ELEMENT_NAMES.product) }])
    expect(await stored(id)).toBe(0)
    expect(await load(slug, text, { skip: true })).toMatchObject({ kind: 'imported', rows: 602, rejectedCount: 1 })
    expect(await stored(id)).toBe(602)
  })

  test('refuses a file without rows, and one whose header it does not know, also when told to skip', async () => {
    const { slug } = await openedSurvey(world)
    expect(await load(slug, csvOf([]))).toMatchObject({ kind: 'refused', reason: 'no-rows' })
    expect(await load(slug, 'nama,nik\nSiti,1\n', { skip: true })).toMatchObject({
      kind: 'refused',
      reason: 'bad-lines',
    })
    expect(await getCounts(officer(), slug)).toMatchObject({ n: 0 })
  })

  test('counts nothing of an import that was cut off, and sweeps it later', async () => {
    const { slug, id } = await openedSurvey(world)
    let reads = 0
    const cut: ImportFile = {
      name: 'putus.csv',
      async *read() {
        yield Buffer.from(csvOf(rows(1500)))
        if (++reads === 2) await new Promise(() => undefined)
      },
    }
    void importAnswers(officer(), slug, cut)
    await expect.poll(() => stored(id)).toBeGreaterThanOrEqual(1000)
    expect(await getCounts(officer(), slug)).toMatchObject({ n: 0, sealed: 0, waiting: 0 })
    expect(await sweepCutOffImports(officer())).toBe(0)
    const longAgo = '2026-01-01T00:00:00.000Z'
    await database().db.updateTable('batch').set({ touchedAt: longAgo }).where('surveyId', '=', id).execute()
    expect(await sweepCutOffImports(officer())).toBe(1)
    expect(await stored(id)).toBe(0)
    expect(await load(slug, csvOf(rows(30)))).toMatchObject({ kind: 'imported', rows: 30, batch: 1 })
  })

  test('is for opened surveys that are not handed in, and for those who hold the role there', async () => {
    const draft = await drafted(world)
    await expect(load(draft.slug, csvOf(rows(10)))).rejects.toMatchObject({ code: 'conflict', reason: 'not-open' })
    const { slug } = await openedSurvey(world)
    const foreign = importAnswers(world.as(world.stranger, AFTER), slug, fileOf(csvOf(rows(10))))
    await expect(foreign).rejects.toMatchObject({ code: 'forbidden' })
    await handIn(officer(), slug)
    await expect(load(slug, csvOf(rows(10)))).rejects.toMatchObject({ code: 'conflict', reason: 'handed-in' })
  })

  test('loses the race with hand-in whole or wins it whole', async () => {
    const { slug, id } = await openedSurvey(world)
    const [imported, handedIn] = await Promise.allSettled([load(slug, csvOf(rows(3000))), handIn(officer(), slug)])
    expect(handedIn).toMatchObject({ status: 'fulfilled' })
    const n = imported.status === 'fulfilled' ? 3000 : 0
    expect(await getCounts(officer(), slug)).toMatchObject({ n })
    expect(await stored(id)).toBe(n)
  })

  test('adds to what residents answered, blanks and comments and all', async () => {
    const { slug } = await openedSurvey(world)
    await Promise.all(rows(12).map(() => submitAnswer(world.as(null), slug, newKey(), bodyOf(4))))
    const header = 'U1;U2;U3;U4;U5;U6;U7;U8;U9;saran\r\n'
    const lines = Array.from({ length: 20 }, (_, i) => `4;4;4;4;4;4;4;3;;"baris ${i}"\r\n`)
    await load(slug, `\uFEFF${header}${lines.join('')}`, { order: 'annex' })
    await handIn(officer(), slug)
    await publish(world.as(world.publisher, AFTER), slug)
    const { n, figures } = await getResults(world.as(null, AFTER), slug)
    expect(n).toBe(32)
    expect(figures?.respondents).toBe(12)
    expect(figures?.elements?.find(({ key }) => key === 'facilities')?.levels).toEqual([0, 0, 20, 12])
    expect(figures?.elements?.find(({ key }) => key === 'complaint_handling')).toMatchObject({
      answers: 12,
      blanks: 20,
    })
  })

  test('leaves the rows of no batch behind when a chunk fails', async () => {
    const { slug, id } = await openedSurvey(world)
    let reads = 0
    const broken: ImportFile = {
      name: 'rusak.csv',
      async *read() {
        yield Buffer.from(csvOf(rows(700)))
        if (++reads === 2) throw new Error('disk')
      },
    }
    await expect(importAnswers(officer(), slug, broken)).rejects.toThrow('disk')
    expect(await stored(id)).toBe(0)
    const batches = await database().db.selectFrom('batch').selectAll().where('surveyId', '=', id).execute()
    expect(await Promise.all(batches.map((batch) => countAnswersIn(database().db, batch.id)))).toEqual([])
  })
})

function fileOf(text: string): ImportFile {
  return {
    name: 'jawaban.csv',
    async *read() {
      yield Buffer.from(text)
    },
  }
}
