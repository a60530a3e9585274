/** The days of a consultation as an officer gives them, and the phases that follow from them. */
import type { Issues } from '../../forms.ts'
import type { PhaseDays } from './phases.ts'

/** Days are inclusive; a phase that isn't held has none. */
export interface Plan {
  needFrom: string | null
  needUntil: string | null
  draftFrom: string | null
  draftUntil: string | null
  /** The last day by which every input is answered. */
  answerBy: string
}

export const PLAN_FIELDS = [
  'needFrom',
  'needUntil',
  'draftFrom',
  'draftUntil',
  'answerBy',
] as const satisfies (keyof Plan)[]

/** From the last asking day on the office considers; after the promised day it stands as answered, until it is closed. */
export function phasesOf(plan: Plan): PhaseDays[] {
  const { needFrom, needUntil, draftFrom, draftUntil, answerBy } = plan
  const asked: PhaseDays[] = []
  if (needFrom && needUntil) asked.push({ phase: 'need', startsOn: needFrom, endsOn: needUntil })
  if (draftFrom && draftUntil) asked.push({ phase: 'draft', startsOn: draftFrom, endsOn: draftUntil })
  const last = asked.at(-1)?.endsOn
  if (!last) return []
  return [
    ...asked,
    { phase: 'consideration', startsOn: dayAfter(last), endsOn: answerBy },
    { phase: 'answered', startsOn: dayAfter(answerBy), endsOn: null },
  ]
}

/** The way back from `phasesOf`. */
export function planOf(phases: readonly PhaseDays[], answerBy: string): Plan {
  const daysOf = (wanted: string) => phases.find(({ phase }) => phase === wanted)
  const [need, draft] = [daysOf('need'), daysOf('draft')]
  return {
    needFrom: need?.startsOn ?? null,
    needUntil: need?.endsOn ?? null,
    draftFrom: draft?.startsOn ?? null,
    draftUntil: draft?.endsOn ?? null,
    answerBy,
  }
}

/** What is wrong with the days: half a phase, ends before beginnings, phases out of order, no phase at all. */
export function planIssues(plan: Plan): Issues {
  const { needFrom, needUntil, draftFrom, draftUntil, answerBy } = plan
  const issues: Issues = {}
  if (!needFrom && needUntil) issues.needFrom = 'required'
  if (needFrom && !needUntil) issues.needUntil = 'required'
  if (!draftFrom && draftUntil) issues.draftFrom = 'required'
  if (draftFrom && !draftUntil) issues.draftUntil = 'required'
  if (needFrom && needUntil && needUntil < needFrom) issues.needUntil = 'before-first-day'
  if (draftFrom && draftUntil && draftUntil < draftFrom) issues.draftUntil = 'before-first-day'
  if (needUntil && draftFrom && draftFrom <= needUntil) issues.draftFrom ??= 'before-need-ends'
  const last = draftUntil ?? needUntil
  if (!last) issues.draftFrom ??= 'no-phase'
  else if (answerBy <= last) issues.answerBy = 'before-phase-ends'
  return issues
}

/** What may not move any more: what has begun doesn't begin another day, and what has ended stays ended. */
export function moveIssues(before: Plan, after: Plan, today: string): Issues {
  const issues: Issues = {}
  for (const field of PLAN_FIELDS) {
    const [old, moved] = [before[field], after[field]]
    if (old === moved) continue
    const isEnd = field.endsWith('Until') || field === 'answerBy'
    if (old !== null && (isEnd ? old < today : old <= today)) issues[field] = 'past'
    else if (moved !== null && moved < today) issues[field] = 'before-today'
  }
  return issues
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
