/**
 * The quorum as an ordered ladder: a share that is needed; after a wait of hours another; at a second meeting within days
 * another; then those present. Which steps there are, and how high, each region sets (Permendesa PDTT 16/2019 leaves it to a
 * village regulation). Pure.
 */
import { dayIn, type Zone } from '../../directory/rules/days.ts'

/** Parts of a whole: `[2, 3]` is two thirds. */
export type Share = readonly [parts: number, of: number]

export interface QuorumStep {
  /** How long the meeting may be put off before this step counts; null at the first. */
  wait: { unit: 'hours' | 'days'; most: number } | null
  /** Of those who are entitled and were invited; null: those present are enough. */
  share: Share | null
}

export type Ladder = readonly QuorumStep[]

export interface Quorum {
  /** Which step of the ladder counts now, from 0. */
  step: number
  /** Those entitled who were invited. */
  invited: number
  /** Those of them who came. */
  present: number
  needed: number
  missing: number
  met: boolean
  /** The step that comes after putting the meeting off once more; null at the last. */
  next: QuorumStep | null
}

/** Rounds up, so that a share is never undercut; at least one has to be there. */
export function neededOf(share: Share | null, invited: number): number {
  return share === null ? 1 : Math.max(1, Math.ceil((invited * share[0]) / share[1]))
}

export function quorumAt(ladder: Ladder, step: number, count: { invited: number; present: number }): Quorum {
  const current = ladder[step] ?? { wait: null, share: null }
  const needed = neededOf(current.share, count.invited)
  const missing = Math.max(0, needed - count.present)
  return { step, ...count, needed, missing, met: missing === 0, next: ladder[step + 1] ?? null }
}

export type PostponeIssue = 'quorum-met' | 'last-step' | 'before-now' | 'too-late'

/** What keeps a meeting without quorum from being put off to `to`, if anything. Days count whole, in the region's zone. */
export function postponeIssue(quorum: Quorum, from: Date, to: Date, zone: Zone): PostponeIssue | undefined {
  if (quorum.met) return 'quorum-met'
  const wait = quorum.next?.wait
  if (!wait) return 'last-step'
  if (to <= from) return 'before-now'
  const hours = (to.getTime() - from.getTime()) / 3_600_000
  const days = (Date.parse(dayIn(to, zone)) - Date.parse(dayIn(from, zone))) / 86_400_000
  return (wait.unit === 'hours' ? hours : days) > wait.most ? 'too-late' : undefined
}

/** Whether it is a ladder: the first step waits for nothing, hours come before days, and "those present" comes last. */
export function isLadder(steps: Ladder): boolean {
  const isInOrder = steps.every(({ wait }, index) => {
    const before = steps[index - 1]?.wait
    return index === 0 ? wait === null : wait !== null && !(before?.unit === 'days' && wait.unit === 'hours')
  })
  const isReached = ({ share }: QuorumStep) => share === null || (share[0] > 0 && share[0] <= share[1])
  return (
    steps.length > 0 && isInOrder && steps.every(isReached) && steps.slice(0, -1).every(({ share }) => share !== null)
  )
}

/** Which sitting a step belongs to, from 1: whoever came goes on counting after a wait of hours, not after one of days. */
export function sittingOf(ladder: Ladder, step: number): number {
  return 1 + ladder.slice(0, step + 1).filter(({ wait }) => wait?.unit === 'days').length
}
