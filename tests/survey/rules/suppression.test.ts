import { describe, expect, it } from 'vitest'
import { disclosureOf, mayShowGroupMean, suppressRow, suppressTable } from '#server/survey/rules/suppression.ts'
import { seeded } from './answers.ts'

describe('what may be shown', () => {
  it.each([
    [0, 'nothing'],
    [4, 'nothing'],
    [5, 'index'],
    [9, 'index'],
    [10, 'levels'],
  ])('of %d answers is %s', (answers, shown) => expect(disclosureOf(answers)).toBe(shown))

  it.each([
    [10, 20, true],
    [9, 40, false],
    [31, 40, false],
    [30, 40, true],
    [40, 40, false],
  ])('is a mean of %d among %d: %s', (group, all, may) => expect(mayShowGroupMean(group, all)).toBe(may))
})

describe('a row of counts', () => {
  it.each([
    [
      [2, 31, 44, 23],
      [null, 31, 44, null],
    ],
    [
      [12, 31, 44, 23],
      [12, 31, 44, 23],
    ],
    [
      [2, 3, 44, 23],
      [null, null, 44, 23],
    ],
    [
      [0, 31, 44],
      [0, 31, 44],
    ],
    [
      [0, 3, 44, 50],
      [0, null, null, 50],
    ],
    [
      [5, 3, 50],
      [null, null, 50],
    ],
    [
      [3, 0],
      [null, null],
    ],
    [[3], [null]],
    [[], []],
  ])('%j is shown as %j', (counts, shown) => expect(suppressRow(counts)).toEqual(shown))

  it.each([
    [
      [1, 1, 30, 40],
      [null, null, null, 40],
    ],
    [
      [4, 4, 30, 40],
      [null, null, null, 40],
    ],
    [
      [1, 4, 30, 40],
      [null, null, 30, 40],
    ],
  ])('%j hides one more where the total gives the hidden ones away: %j', (counts, shown) => {
    expect(suppressRow(counts)).toEqual(shown)
  })
})

describe('a table of counts', () => {
  it('hides along rows and columns until no line has a single gap', () => {
    const shown = suppressTable([
      [2, 20, 30],
      [15, 25, 35],
      [18, 28, 38],
    ])
    expect(shown).toEqual([
      [null, null, 30],
      [null, null, 35],
      [18, 28, 38],
    ])
  })

  it('never leaves a small cell or a lone gap', () => {
    const random = seeded(9)
    for (let round = 0; round < 200; round++) {
      const rows = Array.from({ length: 2 + (round % 4) }, () => [0, 1, 2, 3].map(() => Math.floor(random() ** 2 * 30)))
      const shown = suppressTable(rows)
      const columns = shown[0]!.map((_, j) => shown.map((row) => row[j]))
      for (const line of [...shown, ...columns]) {
        expect(line.filter((cell) => cell === null)).not.toHaveLength(1)
        expect(line.some((cell) => typeof cell === 'number' && cell > 0 && cell < 5)).toBe(false)
      }
    }
  })
})
