import { describe, expect, test } from 'vitest'
import {
  addMarks,
  BURST,
  countMarks,
  countUnflagged,
  FAST_SECONDS,
  flagsOf,
  mayShowBothWays,
  readMark,
  writeMark,
  type Marks,
} from '#server/survey/rules/marks.ts'

const AT = 1_000_000
const before = (rows: [scores: string, secondsAgo: number][]) =>
  rows.map(([scores, ago]) => ({ scores, at: AT - ago * 1000 }))
const look = (scores: string, rows: [string, number][] = [], seconds?: number) =>
  flagsOf(scores, { at: AT, seconds, recent: before(rows) })
const times = (count: number, scores: string, ago: number) =>
  Array.from({ length: count }, (): [string, number] => [scores, ago])

describe('flags', () => {
  test.each<[string, string[], string[]]>([
    ['an ordinary answer', look('343434343'), []],
    ['the tenth within a minute', look('343434343', times(9, '333333333', 5)), []],
    ['the eleventh within a minute', look('343434343', times(BURST.answers, '333333333', 59)), ['burst']],
    ['the eleventh after a minute', look('343434343', times(BURST.answers, '333333333', 60)), []],
    ['the second with the same nine', look('343434341', times(1, '343434341', 600)), []],
    ['the third with the same nine', look('343434341', times(2, '343434341', 600)), ['identical']],
    ['the same nine long ago', look('343434341', [...times(2, '343434341', 900), ...times(30, '333333333', 600)]), []],
    ['one level throughout, however often', look('333333333', times(9, '333333333', 600)), []],
    ['all nine best', look('444444444', times(9, '444444444', 600)), ['all-best']],
    ['nothing answered twice', look('4--------', times(2, '4--------', 600)), ['identical']],
    ['just too fast', look('343434343', [], FAST_SECONDS - 0.1), ['fast']],
    ['fast enough', look('343434343', [], FAST_SECONDS), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  test('stand on an answer with its way, and are read back', () => {
    expect(writeMark('tablet', ['burst', 'all-best'])).toBe('tb4')
    expect(readMark('tb4')).toEqual({ channel: 'tablet', flags: ['burst', 'all-best'] })
    expect(readMark(writeMark('paper', []))).toEqual({ channel: 'paper', flags: [] })
    expect(readMark(null)).toEqual({ channel: 'unknown', flags: [] })
  })
})

describe('totals of marks', () => {
  test('count each way and flag, and leave the flagged out of the second tally', () => {
    const movement = countMarks([
      { scores: '343434343', mark: 'w' },
      { scores: '444444444', mark: 'wb4' },
      { scores: '3-3333333', mark: 'p' },
      { scores: '222222222', mark: null },
    ])
    expect(movement.channels).toEqual({ web: 2, paper: 1, unknown: 1 })
    expect(movement.flags).toEqual({ burst: 1, 'all-best': 1 })
    expect(countUnflagged(movement.unflagged)).toBe(3)
  })

  test('remember how near the unflagged ones ever came to what was shown', () => {
    const none: Marks = { channels: {}, flags: {}, apart: null }
    const movement = { channels: { web: 10 }, flags: {}, unflagged: [] }
    const first = addMarks(none, movement, { answers: 10, unflagged: 10 })
    const second = addMarks(first, { ...movement, flags: { fast: 15 } }, { answers: 35, unflagged: 20 })
    expect(first.apart).toBe(-10)
    expect(second).toEqual({ channels: { web: 20 }, flags: { fast: 15 }, apart: -10 })
  })

  test.each([
    ['twenty flagged of a hundred, none of them late', 100, 80, -70, true],
    ['nine flagged', 100, 91, -82, false],
    ['nine unflagged', 100, 9, 0, false],
    // Forty were shown, none flagged; then thirteen flagged came and two others: these two would be told.
    ['two unflagged after a figure that was shown whole', 55, 42, -40, false],
    ['ten unflagged after a figure that was shown whole', 63, 50, -40, true],
    ['nothing noted', 30, 30, null, false],
  ])('let both figures be seen or not: %s', (_, answers, unflagged, apart, may) => {
    expect(mayShowBothWays(answers, unflagged, apart)).toBe(may)
  })
})
