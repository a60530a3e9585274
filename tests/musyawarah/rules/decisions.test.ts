import { describe, expect, test } from 'vitest'
import {
  closingIssues,
  decisionIssue,
  tallyIssue,
  votesNeeded,
  type DecisionAct,
  type DecisionState,
} from '#server/musyawarah/rules/decisions.ts'
import { correctionsUntil, meetingState, takesCorrections } from '#server/musyawarah/rules/state.ts'

const open = { answered: false, withdrawn: false }
const answered = { answered: true, withdrawn: false }
const withdrawn = { answered: true, withdrawn: true }

describe('a decision', () => {
  test.each([
    ['agree', 'put', [], undefined],
    ['agree', 'put', [withdrawn], undefined],
    ['agree', 'put', [withdrawn, answered], 'objections-stand'],
    ['object', 'put', [open], undefined],
    ['amend', 'put', [], 'nobody-objects'],
    ['amend', 'put', [answered, open], 'unanswered'],
    ['amend', 'put', [answered], undefined],
    ['fail', 'put', [], 'nobody-objects'],
    ['fail', 'put', [open], 'unanswered'],
    ['fail', 'put', [answered], undefined],
    ['vote', 'put', [answered], 'consensus-first'],
    ['vote', 'failed', [answered], undefined],
    ['agree', 'failed', [answered], 'settled'],
    ['vote', 'agreed', [], 'settled'],
    ['object', 'passed', [], 'settled'],
    ['amend', 'rejected', [answered], 'settled'],
  ])('%s on one that is %s with %j: %s', (act, state, objections, issue) => {
    expect(decisionIssue(act as DecisionAct, { state: state as DecisionState, objections })).toBe(issue)
  })
})

describe('a vote', () => {
  test.each([
    ['half-plus-one', 51, 26],
    ['half-plus-one', 50, 26],
    ['two-thirds', 50, 34],
    ['two-thirds', 51, 34],
  ] as const)('by %s of %i present takes %i', (majority, entitled, needed) => {
    expect(votesNeeded(majority, entitled)).toBe(needed)
  })

  test.each([
    [{ inFavour: 30, against: 15, abstained: 4, spoilt: 1 }, 50, undefined],
    [{ inFavour: 30, against: 15, abstained: 4, spoilt: 2 }, 50, 'more-votes'],
    [{ inFavour: 0, against: 0, abstained: 0, spoilt: 0 }, 50, 'no-votes'],
    [{ inFavour: 1, against: 0, abstained: 0, spoilt: 0 }, 0, 'no-voters'],
  ])('of %j among %i: %s', (tally, entitled, issue) => {
    expect(tallyIssue(tally, entitled)).toBe(issue)
  })
})

test('a meeting is not closed with a proposal undecided or a text before it', () => {
  const proposals = [{ outcome: 'accepted' }, { outcome: null }, { outcome: 'reserve' }]
  expect(closingIssues({ proposals, decisions: [{ state: 'failed' }, { state: 'passed' }] })).toEqual({
    undecided: 1,
    unsettled: 1,
  })
})

describe('the state of a meeting', () => {
  const now = new Date('2026-07-10T03:00:00Z')
  const nothing = {
    announcedAt: null,
    postponedAt: null,
    openedAt: null,
    closedAt: null,
    correctionsUntil: null,
    signedAt: null,
    cancelledAt: null,
  }
  const at = '2026-07-01T03:00:00.000Z'
  const held = { ...nothing, announcedAt: at, openedAt: at, closedAt: at }

  test.each([
    [nothing, 'preparation'],
    [{ ...nothing, announcedAt: at }, 'planned'],
    [{ ...nothing, announcedAt: at, postponedAt: at }, 'postponed'],
    [{ ...nothing, announcedAt: at, postponedAt: at, openedAt: at }, 'open'],
    [held, 'held'],
    [{ ...held, correctionsUntil: '2026-07-10T17:00:00.000Z' }, 'correction'],
    [{ ...held, correctionsUntil: '2026-07-09T17:00:00.000Z' }, 'held'],
    [{ ...held, correctionsUntil: '2026-07-10T17:00:00.000Z', signedAt: at }, 'signed'],
    [{ ...nothing, announcedAt: at, cancelledAt: at }, 'cancelled'],
  ])('of %j is %s', (facts, state) => {
    expect(meetingState(facts, now)).toBe(state)
  })

  test('takes corrections to the end of the last day, as it is there', () => {
    const until = correctionsUntil(new Date('2026-07-10T16:30:00Z'), 3, 'Asia/Jayapura')
    // It was already 11 July in Jayapura.
    expect(until).toBe('2026-07-14T15:00:00.000Z')
    expect(takesCorrections({ correctionsUntil: until, signedAt: null }, new Date('2026-07-14T14:59:00Z'))).toBe(true)
    expect(takesCorrections({ correctionsUntil: until, signedAt: null }, new Date('2026-07-14T15:00:00Z'))).toBe(false)
  })
})
