import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '#server/cli/main.ts'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'

const SEKADAU = 'server/demo/data/sekadau-2019-s1.csv'
const HEADER = ELEMENT_KEYS.join(',')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balai-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

/** Runs the command line inside this process, as read by a person (terminal) or a program. */
async function balai(args: string[], terminal = false) {
  let out = ''
  let err = ''
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), terminal })
  return { code, out, err, json: () => JSON.parse(out) }
}

const rows = (row: string, n: number) => `${row}\n`.repeat(n)

describe('balai', () => {
  it('runs as a program, with its result on one stream and its messages on the other', async () => {
    const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const path = join(folder, 'missing.csv')
      execFile(process.execPath, ['server/cli/main.ts', 'skm', path], (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('missing.csv tidak bisa dibaca')
  })

  it('lists its commands, each with its own help', async () => {
    const { code, out } = await balai(['--help'])
    expect(code).toBe(0)
    for (const name of ['skm', 'compare', 'sample', 'statistics']) {
      expect(out).toContain(`  ${name} `)
      const help = await balai([name, '--help'])
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out).toContain(`balai ${name} `)
    }
  })

  it.each([
    [[]],
    [['nonsense']],
    [['constructor']],
    [['skm']],
    [['skm', SEKADAU, SEKADAU]],
    [['skm', '--weights', 'exact', SEKADAU]],
    [['skm', '--weight', '0.12', SEKADAU]],
    [['skm', '--order', 'toString', SEKADAU]],
    [['skm', 'server']],
    [['compare', SEKADAU]],
    [['compare', SEKADAU, 'missing.csv']],
    [['sample']],
    [['sample', '0']],
    [['sample', '-3']],
    [['sample', '10', '20']],
    [['sample', '1.000']],
    [['sample', 'banyak']],
    [['statistics']],
    [['statistics', SEKADAU]],
    [['statistics', 'missing.json']],
  ])('says how it is used when called as %j', async (args) => {
    const { code, out, err } = await balai(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })
})

describe('balai skm', () => {
  it('gives the published table of Sekadau, in exactly the promised shape', async () => {
    const { code, err, json } = await balai(['skm', SEKADAU])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const document = json()
    expect(Object.keys(document)).toEqual([
      'respondents',
      'weight',
      'elements',
      'ikm',
      'interval',
      'grade',
      'couldBe',
      'rejected',
    ])
    expect(document).toMatchObject({
      respondents: 49,
      weight: 'exact',
      ikm: 78.74,
      grade: 'B',
      couldBe: ['B', 'C'],
      rejected: [],
    })
    expect(document.interval[0]).toBeCloseTo(75.6809, 4)
    expect(document.interval[1]).toBeCloseTo(81.1525, 4)
    expect(document.elements.map(({ key }: { key: string }) => key)).toEqual([...ELEMENT_KEYS])
    expect(document.elements[0]).toEqual({
      key: 'requirements',
      answers: 49,
      sum: 138,
      mean: 138 / 49,
      interval: [expect.any(Number), expect.any(Number)],
      grade: 'C',
    })
  })

  it('weighs as it is told', async () => {
    const { json } = await balai(['skm', SEKADAU, '--weight', '0.11'])
    expect(json()).toMatchObject({ weight: '0.11', ikm: 77.95 })
    expect(json().interval[0]).toBeCloseTo(75.6809 * 0.99, 4)
  })

  it('reads U8 and U9 in the declared order', async () => {
    const path = await file('annex.csv', `U1,U2,U3,U4,U5,U6,U7,U8,U9\n${rows('3,3,3,3,3,3,3,4,2', 3)}`)
    const { json } = await balai(['skm', path, '--order', 'annex'])
    expect(json().elements.slice(7)).toMatchObject([
      { key: 'complaint_handling', sum: 6 },
      { key: 'facilities', sum: 12 },
    ])
  })

  it('says no and gives no figure when a line is refused', async () => {
    const path = await file('refused.csv', `${HEADER}\n${rows('3,3,3,3,3,3,3,3,3', 4)}3,3,3,5,3,3,3,3,3\n`)
    const { code, err, json } = await balai(['skm', path])
    expect(code).toBe(1)
    expect(err).toContain('baris 6')
    expect(json()).toMatchObject({ respondents: null, ikm: null, interval: null, grade: null, couldBe: [] })
    expect(json().elements[0]).toEqual({
      key: 'requirements',
      answers: null,
      sum: null,
      mean: null,
      interval: null,
      grade: null,
    })
    expect(json().rejected).toEqual([{ line: 6, reason: expect.stringContaining('Biaya/Tarif') }])
  })

  it('counts the rest when told to skip', async () => {
    const { code, json } = await balai(['skm', join(folder, 'refused.csv'), '--skip'])
    expect(code).toBe(0)
    expect(json()).toMatchObject({ respondents: 4, ikm: 75, grade: 'C', rejected: [{ line: 6 }] })
  })

  it('refuses a file by its header, told to skip or not', async () => {
    const path = await file('header.csv', `${HEADER},umur\n3,3,3,3,3,3,3,3,3,40\n`)
    for (const args of [[], ['--skip']]) {
      const { code, json } = await balai(['skm', path, ...args])
      expect(code).toBe(1)
      expect(json()).toMatchObject({ ikm: null, rejected: [{ line: 1 }] })
      expect(Object.keys(json().rejected[0])).toEqual(['line', 'reason'])
    }
  })

  it.each([
    ['nothing', ''],
    ['a header only', `${HEADER}\n`],
    ['an element that nobody answered', `${HEADER}\n${rows('3,3,3,,3,3,3,3,3', 12)}`],
  ])('has no index of %s, and says so', async (_, content) => {
    const { code, err, json } = await balai(['skm', await file('none.csv', content)])
    expect(code).toBe(1)
    expect(err).not.toBe('')
    expect(json()).toMatchObject({ ikm: null, interval: null, grade: null })
  })

  it('tells a person the official figure and how sure it is', async () => {
    const { out } = await balai(['skm', SEKADAU], true)
    expect(out).toContain('IKM 78,74 · Mutu B (Baik)')
    expect(out).toContain('kira-kira 75,68 sampai 81,15. Mutunya bisa juga C.')
    expect((await balai(['skm', SEKADAU, '--json'], true)).json().ikm).toBe(78.74)
  })
})

describe('balai compare', () => {
  it('shows a change in exactly the promised shape', async () => {
    const after = await file('after.csv', `${HEADER}\n${rows('4,4,4,4,4,4,4,4,4', 30)}${rows('3,3,4,4,4,4,3,3,3', 20)}`)
    const { code, json } = await balai(['compare', SEKADAU, after])
    expect(code).toBe(0)
    const document = json()
    expect(Object.keys(document)).toEqual([
      'difference',
      'interval',
      't',
      'df',
      'p',
      'mannWhitney',
      'elements',
      'smallestVisible',
      'verdict',
    ])
    expect(document).toMatchObject({ verdict: 'changed', elements: { length: 9 } })
    expect(document.difference).toBeGreaterThan(10)
    expect(Object.keys(document.elements[0])).toEqual(['key', 'difference', 'p', 'adjusted'])
    expect((await balai(['compare', SEKADAU, after], true)).out).toContain('Berubah.')
  })

  it('shows none between a file and itself', async () => {
    const { code, json } = await balai(['compare', SEKADAU, SEKADAU])
    expect(code).toBe(0)
    expect(json()).toMatchObject({ difference: 0, p: 1, mannWhitney: { u: 1200.5, p: 1 }, verdict: 'not-shown' })
    expect((await balai(['compare', SEKADAU, SEKADAU], true)).out).toContain('Belum dapat disebut perubahan.')
  })

  it('compares nothing when a line is refused, unless told to skip', async () => {
    const path = await file('bad.csv', `${HEADER}\n${rows('3,3,3,3,3,3,3,3,3', 4)}x\n`)
    const { code, json } = await balai(['compare', SEKADAU, path])
    expect(code).toBe(1)
    expect(json()).toMatchObject({ difference: null, verdict: 'not-shown', rejected: [{ file: path, line: 6 }] })
    expect(await balai(['compare', SEKADAU, path, '--skip'])).toMatchObject({ code: 0 })
  })

  it('says no when there is nobody to compare with', async () => {
    const { code, err, json } = await balai(['compare', SEKADAU, await file('empty.csv', `${HEADER}\n`)])
    expect(code).toBe(1)
    expect(err).toContain('Tidak dapat dibandingkan')
    expect(json()).toMatchObject({ difference: null, p: null, verdict: 'not-shown' })
  })
})

describe('balai sample', () => {
  it('plans by formula and by the next row of the table', async () => {
    expect((await balai(['sample', '4384'])).json()).toEqual({ formula: 353, table: 354 })
    expect((await balai(['sample', '220', '--json'], true)).json()).toEqual({ formula: 140, table: 140 })
    expect((await balai(['sample', '220'], true)).out).toContain('Tabel: 140 responden')
  })
})

describe('balai statistics', () => {
  it('gives the same list with answers, for every vector', async () => {
    const vectors = JSON.parse(await readFile('tests/data/statistics.json', 'utf8'))
    const questions = [
      ...vectors.wilson.map(({ successes, n }: { successes: number; n: number }) => ({
        method: 'wilson',
        successes,
        n,
      })),
      ...vectors.newcombe.map(({ a, b }: { a: number[]; b: number[] }) => ({ method: 'newcombe', a, b })),
      ...vectors.holm.map(({ p }: { p: number[] }) => ({ method: 'holm', p })),
      ...vectors.ordinalMeanInterval.map(({ counts }: { counts: number[] }) => ({ method: 'ordinalMean', counts })),
    ]
    const expected = [...vectors.wilson, ...vectors.newcombe, ...vectors.holm, ...vectors.ordinalMeanInterval]
    const { code, json } = await balai(['statistics', await file('questions.json', JSON.stringify(questions))])
    expect(code).toBe(0)
    const rounded = JSON.parse(JSON.stringify(json()), (_, value) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
    )
    expect(rounded).toEqual(expected.map((answer, i) => ({ ...questions[i], ...answer })))
  })

  it('answers an empty list with an empty list, and one answer without an interval', async () => {
    expect((await balai(['statistics', await file('list.json', '\uFEFF[]')])).json()).toEqual([])
    const path = await file('one.json', '[{"method":"ordinalMean","counts":[0,0,0,1]}]')
    expect((await balai(['statistics', path], true)).json()).toMatchObject([{ n: 1, mean: 4, interval: null }])
  })

  it.each([
    ['{"method":"wilson","successes":1,"n":2}'],
    ['[1'],
    ['[null]'],
    ['[{"method":"anova"}]'],
    ['[{"method":"toString"}]'],
    ['[{"method":"wilson","successes":3,"n":2}]'],
    ['[{"method":"wilson","successes":"3","n":4}]'],
    ['[{"method":"newcombe","a":[1,2],"b":[1,0]}]'],
    ['[{"method":"newcombe","a":[1,2]}]'],
    ['[{"method":"holm","p":[0.1,1.2]}]'],
    ['[{"method":"holm"}]'],
    ['[{"method":"ordinalMean","counts":[1,2,3]}]'],
    ['[{"method":"ordinalMean","counts":[1,2,3,-1]}]'],
  ])('refuses %s', async (content) => {
    const { code, out, err } = await balai(['statistics', await file('bad.json', content)])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('statistics --help')
  })

  it('names the item that it cannot work out', async () => {
    const path = await file(
      'third.json',
      '[{"method":"holm","p":[]},{"method":"holm","p":[1]},{"method":"holm","p":[2]}]',
    )
    expect((await balai(['statistics', path])).err).toContain('Butir ke-3')
  })
})
