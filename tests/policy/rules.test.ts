import { describe, expect, test } from 'vitest'
import { lineOfTime } from '#server/policy/rules/line-of-time.ts'
import { addMonths, evaluationClock, statusOf, type PolicyEvent } from '#server/policy/rules/status.ts'

const event = (kind: PolicyEvent['kind'], day: string): PolicyEvent => ({ kind, day })
const IN_FORCE = [event('need', '2025-11-01'), event('enacted', '2026-01-20'), event('in-force', '2026-02-01')]

describe('the status of a policy', () => {
  test('follows its last event that has begun', () => {
    expect(statusOf([], '2026-01-01')).toBe('need')
    expect(statusOf(IN_FORCE, '2026-01-31')).toBe('enacted')
    expect(statusOf(IN_FORCE, '2026-02-01')).toBe('in-force')
  })
  test('is what it was before once an evaluation ends', () => {
    const evaluated = [...IN_FORCE, event('evaluation', '2026-08-01')]
    expect(statusOf(evaluated, '2026-08-02')).toBe('evaluation')
    expect(statusOf([...evaluated, event('evaluated', '2026-08-20')], '2026-08-20')).toBe('in-force')
    const revised = [...IN_FORCE, event('revised', '2026-05-01')]
    const again = [...revised, event('evaluation', '2026-08-01'), event('evaluated', '2026-08-02')]
    expect(statusOf(again, '2026-09-01')).toBe('revised')
  })
})

describe('its evaluation', () => {
  const clock = (events: PolicyEvent[], today: string, setDue: string | null = null, closedOn: string[] = []) =>
    evaluationClock({ events, setDue, closedOn }, today)

  test('is due six months after it took force, overdue from the day after', () => {
    expect(clock(IN_FORCE, '2026-01-31')).toEqual({ dueOn: null, overdue: false })
    expect(clock(IN_FORCE, '2026-08-01')).toEqual({ dueOn: '2026-08-01', overdue: false })
    expect(clock(IN_FORCE, '2026-08-02')).toEqual({ dueOn: '2026-08-01', overdue: true })
  })
  test('is due on the day that the policy sets, unless that lies before it took force', () => {
    expect(clock(IN_FORCE, '2026-04-01', '2026-03-31')).toEqual({ dueOn: '2026-03-31', overdue: true })
    expect(clock(IN_FORCE, '2026-04-01', '2026-01-31')).toEqual({ dueOn: '2026-08-01', overdue: false })
  })
  test('stays overdue while one is open, and is due no more once one was closed', () => {
    const open = [...IN_FORCE, event('evaluation', '2026-08-10')]
    expect(clock(open, '2026-08-11').overdue).toBe(true)
    expect(clock([...open, event('evaluated', '2026-08-20')], '2027-08-20', null, ['2026-08-20']).dueOn).toBeNull()
  })
  test('is due again six months after a revision, and never of what is revoked', () => {
    const revised = [...IN_FORCE, event('revised', '2026-09-30')]
    expect(clock(revised, '2026-12-01', null, ['2026-08-20'])).toEqual({ dueOn: '2027-03-30', overdue: false })
    expect(clock([...IN_FORCE, event('revoked', '2026-05-01')], '2027-01-01')).toEqual({ dueOn: null, overdue: false })
  })
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-15', 6, '2027-06-15'],
    ['2026-03-31', 1, '2026-04-30'],
  ])('%s and %d months are %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })
})

test('a line of time stands in the order of days, on one day with the policy’s own first', () => {
  const line = lineOfTime([
    { day: '2026-02-01', what: { kind: 'commitment', text: 'c' } },
    { day: '2026-02-01', what: { kind: 'event', text: 'a' } },
    { day: '2025-12-31', what: { kind: 'due', text: 'first' } },
    { day: '2026-02-01', what: { kind: 'survey', text: 'b' } },
  ] as const)
  expect(line.map(({ what }) => what.text)).toEqual(['first', 'a', 'b', 'c'])
})
