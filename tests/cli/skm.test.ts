import { describe, expect, it } from 'vitest'
import { ELEMENT_KEYS } from '#server/survey/rules/elements.ts'
import { balai, filesForCommands, HEADER, rows, SEKADAU } from './command-line.ts'

const file = filesForCommands()

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
    const path = await file('skipped.csv', `${HEADER}\n${rows('3,3,3,3,3,3,3,3,3', 4)}3,3,3,5,3,3,3,3,3\n`)
    const { code, json } = await balai(['skm', path, '--skip'])
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
