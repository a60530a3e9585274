/** Where a policy stands, by its events and the clock; and when it is to be evaluated. All days are in its region's zone. */

export const POLICY_STATUSES = [
  ...(['need', 'drafting', 'consultation', 'enacted', 'in-force', 'evaluation', 'revised', 'revoked'] as const),
] as const
export type PolicyStatus = (typeof POLICY_STATUSES)[number]

/** In the order in which they were recorded. `evaluated` ends an evaluation. */
export interface PolicyEvent {
  kind: PolicyStatus | 'evaluated'
  day: string
}

/** Of what has begun: an event that lies ahead (in force from next month) changes nothing yet. */
export function statusOf(events: PolicyEvent[], today: string): PolicyStatus {
  const begun = events.filter(({ day }) => day <= today)
  const last = begun.at(-1)?.kind
  if (last !== 'evaluated') return last ?? 'need'
  const before = begun.findLast(({ kind }) => kind !== 'evaluated' && kind !== 'evaluation')?.kind
  return before === undefined || before === 'evaluated' ? 'need' : before
}

/** What an officer may record next. Evaluation begins and ends by acts of its own. */
export const NEXT_EVENTS: Record<PolicyStatus, readonly RecordableEvent[]> = {
  need: ['drafting', 'consultation', 'enacted'],
  drafting: ['consultation', 'enacted'],
  consultation: ['drafting', 'enacted'],
  enacted: ['in-force', 'revoked'],
  'in-force': ['revised', 'revoked'],
  evaluation: [],
  revised: ['revised', 'revoked'],
  revoked: [],
}

export const RECORDABLE_EVENTS = ['drafting', 'consultation', 'enacted', 'in-force', 'revised', 'revoked'] as const
export type RecordableEvent = (typeof RECORDABLE_EVENTS)[number]

/** Whether the day of an event may lie ahead. */
export function mayLieAhead(kind: RecordableEvent): boolean {
  return kind === 'in-force' || kind === 'revoked'
}

/** Whether it can be evaluated at all: it has taken force and stands. */
export function isEvaluable(status: PolicyStatus): boolean {
  return status === 'in-force' || status === 'revised'
}

export const MONTHS_TO_EVALUATION = 6

export interface EvaluationClock {
  /** The last day by which it is to be evaluated; null while nothing is due. */
  dueOn: string | null
  overdue: boolean
}

/**
 * Six months after it took force or was revised, unless the policy names another day after that. Nothing is due once an
 * evaluation was closed since, or when the policy is revoked.
 */
export function evaluationClock(
  { events, setDue, closedOn }: { events: PolicyEvent[]; setDue: string | null; closedOn: string[] },
  today: string,
): EvaluationClock {
  const since = events.findLast(({ kind, day }) => (kind === 'in-force' || kind === 'revised') && day <= today)?.day
  const done = since !== undefined && closedOn.some((day) => day >= since)
  if (since === undefined || done || statusOf(events, today) === 'revoked') return { dueOn: null, overdue: false }
  const dueOn = setDue !== null && setDue >= since ? setDue : addMonths(since, MONTHS_TO_EVALUATION)
  return { dueOn, overdue: today > dueOn }
}

/** The same day of a later month, or that month's last: 31 August and six months are 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
