/** One line of time out of all that belongs to a policy, the earliest first; on one day what the policy itself did comes first. */

export interface Moment<T> {
  /** In the region's zone. */
  day: string
  what: T
}

const ORDER = ['event', 'consultation', 'survey', 'evaluation', 'commitment', 'due'] as const
export type MomentKind = (typeof ORDER)[number]

export function lineOfTime<T extends { kind: MomentKind }>(moments: Moment<T>[]): Moment<T>[] {
  return moments.toSorted(
    (a, b) => a.day.localeCompare(b.day) || ORDER.indexOf(a.what.kind) - ORDER.indexOf(b.what.kind),
  )
}
