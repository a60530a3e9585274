/** From when until when a role is held. Computed from the clock, so that nothing has to happen for it to begin or end. Pure. */
export interface Term {
  /** In force from here on, ISO-8601 UTC; null from ever. */
  startsAt: string | null
  /** Up to here, not including it; null for good. */
  endsAt: string | null
}

export type TermState = 'coming' | 'held' | 'ended'

export function termState({ startsAt, endsAt }: Term, now: Date): TermState {
  const instant = now.toISOString()
  if (endsAt !== null && endsAt <= instant) return 'ended'
  return startsAt !== null && instant < startsAt ? 'coming' : 'held'
}

/** Whether there is a moment at which both are in force. */
export function overlap(a: Term, b: Term): boolean {
  const before = (end: string | null, start: string | null) => end !== null && start !== null && end <= start
  return !before(a.endsAt, b.startsAt) && !before(b.endsAt, a.startsAt)
}
