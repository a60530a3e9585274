import { surveyState } from './period.ts'

/** All that decides whether an answer may enter. */
export interface Gate {
  openedAt: string | null
  startsAt: string
  endsAt: string
  handedInAt: string | null
}

/** Whether an answer that came at an instant may enter: `not-open` yet, or `closed` by the clock or by hand-in. */
export function admission(gate: Gate, at: Date): 'open' | 'not-open' | 'closed' {
  if (gate.handedInAt) return 'closed'
  const state = surveyState({ ...gate, publishedAt: null, withdrawnAt: null }, at)
  return state === 'open' || state === 'closed' ? state : 'not-open'
}
