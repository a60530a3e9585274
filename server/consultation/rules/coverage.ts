/** How far answering has come, and whether the promise holds. Pure. */

export interface Coverage {
  received: number
  /** Taken up: put in a group, given to somebody, or answered. */
  considered: number
  answered: number
  waiting: number
  /** Waiting although the promised day has passed. */
  late: number
  /** Objections that nobody has settled. */
  objected: number
  /** The input that waits longest, and the day it came. */
  oldest: { number: number; since: string } | null
}

export interface CoverageFacts {
  received: number
  considered: number
  answered: number
  objected: number
  oldest: { number: number; since: string } | null
  /** Last day of the promise, inclusive. */
  answerBy: string
}

export function coverageOn(facts: CoverageFacts, today: string): Coverage {
  const { received, considered, answered, objected, oldest, answerBy } = facts
  const waiting = Math.max(0, received - answered)
  const late = today > answerBy ? waiting : 0
  return { received, considered, answered, waiting, late, objected, oldest: waiting > 0 ? oldest : null }
}
