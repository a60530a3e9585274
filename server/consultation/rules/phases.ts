/**
 * Which phase a consultation is in, by the clock alone. Days are inclusive and belong to the region's own zone. This is
 * the one notion of "current": pages, forms, lists and programs all ask here.
 */
import type { Phase } from '#db/consultation/tables.ts'
import { dayIn, endOfDay, startOfDay, type Zone } from '../../directory/rules/days.ts'

export type { Phase }

export interface PhaseDays {
  phase: Phase
  startsOn: string
  /** Null: until something else ends it. */
  endsOn: string | null
}

/** In their order. A consultation has a row for those it goes through; `preparation` and `closed` need none. */
export const PHASES = ['preparation', 'need', 'draft', 'consideration', 'answered', 'closed'] as const satisfies Phase[]

/**
 * The phase of a day. Between two phases, and before the first, what comes next is in preparation; after the last it
 * stays the last.
 */
export function phaseAt(phases: readonly PhaseDays[], today: string): Phase {
  const inOrder = [...phases].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const running = inOrder.findLast(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || today <= endsOn))
  if (running) return running.phase
  const isOver = inOrder.every(({ startsOn }) => startsOn <= today)
  return (isOver && inOrder.at(-1)?.phase) || 'preparation'
}

export interface PhaseClock {
  timezone: Zone
  announcedAt: string | null
  closedAt: string | null
}

/** The phase now. One that was never announced is in preparation whatever its dates say, and a closed one is closed. */
export function currentPhase(consultation: PhaseClock, phases: readonly PhaseDays[], now: Date): Phase {
  if (consultation.closedAt) return 'closed'
  if (!consultation.announcedAt) return 'preparation'
  return phaseAt(phases, dayIn(now, consultation.timezone))
}

/** The next instant at which the phase changes by the clock alone, or null. A page kept longer than that would be wrong. */
export function nextPhaseChange(consultation: PhaseClock, phases: readonly PhaseDays[], now: Date): Date | null {
  if (consultation.closedAt || !consultation.announcedAt) return null
  const edges = phases.flatMap(({ startsOn, endsOn }) => [
    startOfDay(startsOn, consultation.timezone),
    ...(endsOn === null ? [] : [endOfDay(endsOn, consultation.timezone)]),
  ])
  const next = edges.filter((edge) => edge > now.toISOString()).sort()[0]
  return next === undefined ? null : new Date(next)
}

/** Whether inputs are taken: on the draft, or on the whole while the need is asked. */
export function takesInputs(phase: Phase): boolean {
  return phase === 'need' || phase === 'draft'
}

/** Whether those given on paper, at a counter or in a meeting are still entered: also while they are considered. */
export function takesPaper(phase: Phase): boolean {
  return takesInputs(phase) || phase === 'consideration'
}
