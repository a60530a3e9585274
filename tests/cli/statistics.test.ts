import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { balai, filesForCommands } from './command-line.ts'

const file = filesForCommands()

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
