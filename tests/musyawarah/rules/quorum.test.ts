import { describe, expect, test } from 'vitest'
import { isLadder, neededOf, postponeIssue, quorumAt, type Ladder } from '#server/musyawarah/rules/quorum.ts'
import { presenceOf } from '#server/musyawarah/rules/standing.ts'

const LADDER: Ladder = [
  { wait: null, share: [2, 3] },
  { wait: { unit: 'hours', most: 2 }, share: [1, 2] },
  { wait: { unit: 'days', most: 7 }, share: null },
]
const TEN = new Date('2026-07-10T03:00:00Z')
const later = (hours: number) => new Date(TEN.getTime() + hours * 3_600_000)

describe('the share that is needed', () => {
  test.each([
    [[2, 3], 60, 40],
    [[2, 3], 61, 41],
    [[1, 2], 61, 31],
    [[2, 3], 0, 1],
    [null, 60, 1],
  ] as const)('%j of %i is %i, rounded up and never none', (share, invited, needed) => {
    expect(neededOf(share, invited)).toBe(needed)
  })
})

describe('the ladder', () => {
  test('says what is missing and what comes next', () => {
    expect(quorumAt(LADDER, 0, { invited: 60, present: 38 })).toEqual({
      step: 0,
      invited: 60,
      present: 38,
      needed: 40,
      missing: 2,
      met: false,
      next: LADDER[1],
    })
  })

  test('takes fewer at a later step, and those present at the last', () => {
    expect(quorumAt(LADDER, 1, { invited: 60, present: 38 })).toMatchObject({ needed: 30, met: true })
    expect(quorumAt(LADDER, 2, { invited: 60, present: 1 })).toMatchObject({ met: true, next: null })
    expect(quorumAt(LADDER, 2, { invited: 60, present: 0 })).toMatchObject({ met: false, missing: 1 })
  })

  test.each([
    [0, 38, 1, undefined],
    [0, 38, 2, undefined],
    [0, 38, 2.1, 'too-late'],
    [0, 38, 0, 'before-now'],
    [0, 40, 1, 'quorum-met'],
    // Seven days on, late in the evening there, is still within seven days.
    [1, 12, 7 * 24 + 13, undefined],
    [1, 12, 7 * 24 + 14, 'too-late'],
    [2, 0, 1, 'last-step'],
  ])('at step %i with %i present, putting off %d hours: %s', (step, present, hours, issue) => {
    const quorum = quorumAt(LADDER, step, { invited: 60, present })
    expect(postponeIssue(quorum, TEN, later(hours), 'Asia/Jakarta')).toBe(issue)
  })

  test.each([
    [[], false],
    [[LADDER[0]], true],
    [LADDER, true],
    [[LADDER[1]], false],
    [[LADDER[0], LADDER[2], LADDER[1]], false],
    [[{ wait: null, share: null }, LADDER[1]], false],
    [[{ wait: null, share: [3, 2] }], false],
    [[{ wait: null, share: [0, 2] }], false],
    [[LADDER[0], { wait: null, share: null }], false],
  ])('%j is one: %s', (steps, is) => {
    expect(isLadder(steps as Ladder)).toBe(is)
  })
})

test('only the entitled decide, and only those of them who were invited make the quorum', () => {
  const people = [
    { standing: 'participant', inviteeId: 'a' },
    { standing: 'participant', inviteeId: null },
    { standing: 'invited', inviteeId: 'b' },
    { standing: 'observer', inviteeId: 'c' },
    { standing: 'companion', inviteeId: null },
  ] as const
  expect(presenceOf(people, ['participant', 'invited'])).toEqual({ present: 5, entitled: 3, counted: 2 })
  expect(presenceOf(people, ['participant'])).toEqual({ present: 5, entitled: 2, counted: 1 })
})
