import { describe, expect, test } from 'vitest'
import { currentPhase, nextPhaseChange, phaseAt } from '#server/consultation/rules/phases.ts'
import { moveIssues, phasesOf, planIssues, planOf, type Plan } from '#server/consultation/rules/plan.ts'

const plan: Plan = {
  needFrom: '2026-07-01',
  needUntil: '2026-07-05',
  draftFrom: '2026-07-10',
  draftUntil: '2026-07-20',
  answerBy: '2026-08-03',
}

describe('the phase of a day', () => {
  test.each([
    ['2026-06-30', 'preparation'],
    ['2026-07-01', 'need'],
    ['2026-07-05', 'need'],
    ['2026-07-06', 'preparation'],
    ['2026-07-09', 'preparation'],
    ['2026-07-10', 'draft'],
    ['2026-07-20', 'draft'],
    ['2026-07-21', 'consideration'],
    ['2026-08-03', 'consideration'],
    ['2026-08-04', 'answered'],
    ['2027-01-01', 'answered'],
  ])('on %s is %s', (today, phase) => {
    expect(phaseAt(phasesOf(plan), today)).toBe(phase)
  })

  test('a phase of one day is that day whole', () => {
    const phases = phasesOf({ ...plan, needFrom: null, needUntil: null, draftUntil: '2026-07-10' })
    expect(['2026-07-09', '2026-07-10', '2026-07-11'].map((day) => phaseAt(phases, day))).toEqual([
      'preparation',
      'draft',
      'consideration',
    ])
  })

  test('ends at midnight of the region, not of the portal', () => {
    const eastern = { timezone: 'Asia/Jayapura', announcedAt: '2026-06-01T00:00:00.000Z', closedAt: null } as const
    const phases = phasesOf(plan)
    const lastSecond = new Date('2026-07-20T14:59:59Z')
    const midnight = new Date('2026-07-20T15:00:00Z')
    expect(currentPhase(eastern, phases, lastSecond)).toBe('draft')
    expect(nextPhaseChange(eastern, phases, lastSecond)).toEqual(midnight)
    expect(currentPhase(eastern, phases, midnight)).toBe('consideration')
    expect(currentPhase({ ...eastern, timezone: 'Asia/Jakarta' }, phases, midnight)).toBe('draft')
  })

  test('is preparation until announced whatever the days say, and closed once closed', () => {
    const clock = { timezone: 'Asia/Jakarta', announcedAt: null, closedAt: null } as const
    const during = new Date('2026-07-15T03:00:00Z')
    expect(currentPhase(clock, phasesOf(plan), during)).toBe('preparation')
    const closed = { ...clock, announcedAt: '2026-06-01T00:00:00.000Z', closedAt: '2026-07-02T00:00:00.000Z' }
    expect(currentPhase(closed, phasesOf(plan), during)).toBe('closed')
    expect(nextPhaseChange(closed, phasesOf(plan), during)).toBeNull()
  })
})

describe('the days', () => {
  test('come back from the phases as they were given', () => {
    expect(planOf(phasesOf(plan), plan.answerBy)).toEqual(plan)
  })

  test.each<[Partial<Plan>, Record<string, string>]>([
    [{}, {}],
    [{ needUntil: null }, { needUntil: 'required' }],
    [{ draftFrom: null }, { draftFrom: 'required' }],
    [{ draftUntil: '2026-07-09' }, { draftUntil: 'before-first-day' }],
    [{ draftFrom: '2026-07-05' }, { draftFrom: 'before-need-ends' }],
    [{ answerBy: '2026-07-20' }, { answerBy: 'before-phase-ends' }],
    [{ needFrom: null, needUntil: null, draftFrom: null, draftUntil: null }, { draftFrom: 'no-phase' }],
  ])('with %j have the issues %j', (change, issues) => {
    expect(planIssues({ ...plan, ...change })).toEqual(issues)
  })

  test.each<[string, Partial<Plan>, Record<string, string>]>([
    ['2026-07-15', { draftUntil: '2026-07-25' }, {}],
    ['2026-07-20', { draftUntil: '2026-07-20', answerBy: '2026-08-10' }, {}],
    ['2026-07-15', { draftFrom: '2026-07-12' }, { draftFrom: 'past' }],
    ['2026-07-15', { needUntil: '2026-07-06' }, { needUntil: 'past' }],
    ['2026-07-15', { draftUntil: '2026-07-14' }, { draftUntil: 'before-today' }],
  ])('on %s move by %j with the issues %j', (today, change, issues) => {
    expect(moveIssues(plan, { ...plan, ...change }, today)).toEqual(issues)
  })
})
