import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '#server/cli/main.ts'
import { getCounts } from '#server/survey/counts.ts'
import { openTestDatabase, type TestDatabase } from '../support/engines.ts'
import { csvOf, drafted, makeWorld, openedSurvey, type World } from './world.ts'

describe.each(['sqlite', 'postgres'] as const)('survey commands (%s)', (engine) => {
  let opened: TestDatabase
  let world: World
  let file: string
  beforeAll(async () => {
    opened = await openTestDatabase(engine)
    world = await makeWorld(opened.database)
    file = join(opened.env.DATA_DIR, 'jawaban.csv')
  })
  afterAll(() => opened.dispose())
  const balai = async (...args: string[]) => {
    let [out, err] = ['', '']
    process.env.DATA_DIR = opened.env.DATA_DIR
    if (opened.env.DATABASE_URL) process.env.DATABASE_URL = opened.env.DATABASE_URL
    else delete process.env.DATABASE_URL
    const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), terminal: false })
    return { code, err, document: out ? (JSON.parse(out) as unknown) : undefined }
  }

  test('imports a file, says how far it is, and does it once', async () => {
    const { slug } = await openedSurvey(world)
    writeFileSync(file, csvOf(Array.from({ length: 1000 }, () => '444333222')))
    const first = await balai('import-answers', slug, file)
    expect(first).toMatchObject({ code: 0, document: { kind: 'imported', rows: 1000, batch: 1, rejected: [] } })
    expect(first.err).toBe('500 dari 1.000 baris\n1.000 dari 1.000 baris\n')
    expect(await balai('import-answers', slug, file)).toMatchObject({
      code: 0,
      document: { kind: 'already', rows: 1000 },
    })
    expect((await getCounts(world.as(null), slug)).n).toBe(1000)
  })

  test('names the line that is wrong and stores nothing, or the rest when told to skip', async () => {
    const { slug } = await openedSurvey(world)
    writeFileSync(file, csvOf(['444333222', '444333225', '444333222']))
    const refused = await balai('import-answers', slug, file)
    expect(refused).toMatchObject({ code: 1, document: { kind: 'refused', rejected: [{ line: 3 }] } })
    expect(refused.err).toContain('baris 3')
    expect(await balai('import-answers', slug, file, '--skip')).toMatchObject({ code: 0, document: { rows: 2 } })
  })

  test.each([
    ['annex', 'facilities'],
    ['regulation', 'complaint_handling'],
  ] as const)('reads U8 as the survey declares it: %s', async (order, eighth) => {
    const { slug } = await openedSurvey(world, { order })
    const row = (key: string) => (key === eighth ? 1 : 4)
    writeFileSync(file, `U1,U2,U3,U4,U5,U6,U7,U8,U9\n${'4,4,4,4,4,4,4,1,4\n'.repeat(12)}`)
    expect(await balai('import-answers', slug, file)).toMatchObject({ code: 0, document: { rows: 12 } })
    const out = join(opened.env.DATA_DIR, 'urutan')
    await balai('export', slug, '--out', out)
    const [header = '', first] = readFileSync(join(out, 'scores.csv'), 'utf8').split('\r\n')
    expect(first).toBe(header.split(',').map(row).join(','))
    rmSync(out, { recursive: true })
  })

  test('exports three files', async () => {
    const { slug } = await openedSurvey(world)
    writeFileSync(file, csvOf(Array.from({ length: 12 }, (_, i) => `44433322${(i % 4) + 1}`)))
    await balai('import-answers', slug, file)
    const out = join(opened.env.DATA_DIR, 'ekspor')
    const exported = await balai('export', slug, '--out', out)
    const files = ['scores.csv', 'profile.csv', 'comments.csv']
    expect(exported).toMatchObject({ code: 0, document: { survey: slug, answers: 12, folder: out, files } })
    const [scores] = files.map((name) => readFileSync(join(out, name), 'utf8').trim().split('\r\n'))
    expect(scores?.slice(1).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, i) => [...`44433322${1 + Math.floor(i / 3)}`].join(',')),
    )
    rmSync(out, { recursive: true })
  })

  test.each([
    ['no survey', ['export']],
    ['a survey that is not there', ['export', 'tidak-ada']],
    ['no file', ['import-answers', 'tidak-ada']],
    ['a file that is not there', ['import-answers', 'SLUG', '/tidak/ada.csv']],
    ['an order that is none', ['import-answers', 'SLUG', 'a.csv', '--order', 'lain']],
  ])('is misused with %s', async (_, args) => {
    const { slug } = await openedSurvey(world)
    expect(await balai(...args.map((arg) => (arg === 'SLUG' ? slug : arg)))).toMatchObject({
      code: 2,
      document: undefined,
    })
  })

  test('takes nothing into a draft', async () => {
    const { slug } = await drafted(world)
    expect(await balai('import-answers', slug, file)).toMatchObject({
      code: 2,
      err: expect.stringContaining('masih draf'),
    })
  })
})
