import { describe, expect, test } from 'vitest'
import { needsReason, NEXT_STEPS, statusOf, type CommitmentEvent } from '#server/commitment/rules/status.ts'

const event = (kind: CommitmentEvent['kind'], day = '2026-01-05', dueAfter: string | null = null) => ({
  kind,
  day,
  dueAfter,
})
const PLANNED = event('planned', '2026-01-01')
const standing = (events: CommitmentEvent[], today: string) =>
  statusOf({ firstDue: '2026-03-31', events: [PLANNED, ...events] }, today)

describe('a commitment', () => {
  test('is late from the day after the promised one, not on it', () => {
    expect(standing([], '2026-03-31')).toMatchObject({ status: 'planned', late: false, daysLate: 0 })
    expect(standing([], '2026-04-01')).toMatchObject({ status: 'planned', late: true, daysLate: 1 })
    expect(standing([event('running')], '2026-04-30')).toMatchObject({ status: 'running', late: true, daysLate: 30 })
  })
  test.each(['deferred', 'dropped'] as const)('that is %s is late no more', (kind) => {
    expect(standing([event(kind)], '2026-12-31')).toMatchObject({ status: kind, late: false, daysLate: 0 })
  })
  test('that was done says how late it was done, whatever day it is', () => {
    expect(standing([event('done', '2026-04-02')], '2027-01-01')).toMatchObject({ late: false, daysLate: 2 })
    expect(standing([event('done', '2026-03-31')], '2027-01-01')).toMatchObject({ late: false, daysLate: 0 })
  })
  test('is held to the day it was moved to last, and says how often', () => {
    const moved = [
      event('due-moved', '2026-03-01', '2026-05-31'),
      event('running', '2026-03-02'),
      event('due-moved', '2026-05-01', '2026-06-30'),
    ]
    expect(standing(moved, '2026-06-30')).toMatchObject({
      dueOn: '2026-06-30',
      moves: 2,
      status: 'running',
      late: false,
    })
    expect(standing(moved, '2026-07-01')).toMatchObject({ late: true, daysLate: 1 })
  })
  test('that was put off and taken up again is late again', () => {
    const events = [event('deferred'), event('running', '2026-05-01')]
    expect(standing(events, '2026-05-01')).toMatchObject({ status: 'running', late: true })
  })
})

test('what was done or dropped can only be taken up again, and with a reason', () => {
  for (const from of ['done', 'dropped'] as const) {
    expect(NEXT_STEPS[from]).toEqual(['running'])
    expect(needsReason('running', from)).toBe(true)
  }
  expect(needsReason('running', 'planned')).toBe(false)
  expect(needsReason('done', 'running')).toBe(false)
  for (const step of ['deferred', 'dropped', 'due-moved'] as const) expect(needsReason(step, 'running')).toBe(true)
})
