/**
 * Where a commitment stands, by what happened to it. Nobody types that it is late: it is late when the day that was promised
 * has passed in its region and it is neither done nor put off.
 */
export const COMMITMENT_STATUSES = ['planned', 'running', 'done', 'deferred', 'dropped'] as const
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number]

export const COMMITMENT_REASONS = ['budget', 'people', 'authority', 'rules', 'changed', 'other'] as const
export type CommitmentReason = (typeof COMMITMENT_REASONS)[number]

/** In the order in which they happened. */
export interface CommitmentEvent {
  kind: CommitmentStatus | 'due-moved'
  dueAfter: string | null
  /** The day of it in the region's zone. */
  day: string
}

export interface CommitmentStanding {
  status: CommitmentStatus
  /** The day that is promised now, inclusive. */
  dueOn: string
  /** How often the day was moved. */
  moves: number
  late: boolean
  /** Whole days between the promised day and today, or the day it was done; 0 where it is in time. */
  daysLate: number
  /** The day on which it was done; null while it isn't. */
  doneOn: string | null
}

/** `firstDue` and `today` are days in the region's own zone. */
export function statusOf(
  { firstDue, events }: { firstDue: string; events: CommitmentEvent[] },
  today: string,
): CommitmentStanding {
  const moves = events.filter(({ kind }) => kind === 'due-moved')
  const last = events.findLast(({ kind }) => kind !== 'due-moved')
  const status = last && last.kind !== 'due-moved' ? last.kind : 'planned'
  const dueOn = moves.at(-1)?.dueAfter ?? firstDue
  const late = isOpen(status) && today > dueOn
  const until = late ? today : status === 'done' ? (last?.day ?? dueOn) : dueOn
  const doneOn = status === 'done' ? (last?.day ?? null) : null
  return { status, dueOn, moves: moves.length, late, daysLate: Math.max(0, daysFrom(dueOn, until)), doneOn }
}

/** Whether somebody is still waiting for it. */
export function isOpen(status: CommitmentStatus): boolean {
  return status === 'planned' || status === 'running'
}

/** What can follow. What was done or dropped is taken up again with a reason. */
export const NEXT_STEPS: Record<CommitmentStatus, readonly CommitmentStep[]> = {
  planned: ['running', 'done', 'deferred', 'dropped', 'due-moved'],
  running: ['done', 'deferred', 'dropped', 'due-moved'],
  deferred: ['running', 'done', 'dropped', 'due-moved'],
  done: ['running'],
  dropped: ['running'],
}

export const COMMITMENT_STEPS = ['running', 'done', 'deferred', 'dropped', 'due-moved'] as const
export type CommitmentStep = (typeof COMMITMENT_STEPS)[number]

/** Whether a step from there must say why. */
export function needsReason(step: CommitmentStep, from: CommitmentStatus): boolean {
  return step === 'running' ? from === 'done' || from === 'dropped' : step !== 'done'
}

function daysFrom(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000)
}
