/**
 * What a follow-up did, measured in the first published period that began after it was done: answers given before that say
 * nothing of it. Pure.
 */
import { compareElement } from '../../survey/rules/compare.ts'
import type { ElementKey } from '../../survey/rules/elements.ts'
import { tallyFromIntegers } from '../../survey/rules/tally.ts'

export interface Effect {
  /** Improved (membaik), not shown (belum terlihat), too early to say (terlalu dini). */
  verdict: 'improved' | 'not-shown' | 'too-early'
  /** Why it is too early: it isn't done; no period that began later is published; too few answered to be compared. */
  why: 'not-done' | 'no-period' | 'too-few' | null
  /** The period it was measured in. */
  measured: { slug: string; period: string; n: number } | null
  /** Index points, after − before, with its 95 % range. */
  difference: number | null
  interval: readonly [number, number] | null
  /** Whether a fall is more than chance makes: nothing improved, and that much is sure. */
  worse: boolean
}

export interface MeasuredPeriod {
  slug: string
  period: string
  firstDay: string
  n: number
  /** The 73 integers; null where levels may not be shown. */
  tally: readonly number[] | null
}

const UNKNOWN = { measured: null, difference: null, interval: null, worse: false }

/** @param doneOn day on which it was done, null while it isn't. @param later published periods, the earliest first. */
export function effectOf(
  { element, doneOn, before }: { element: ElementKey; doneOn: string | null; before: readonly number[] | null },
  later: readonly MeasuredPeriod[],
): Effect {
  const tooEarly = (why: Effect['why']): Effect => ({ verdict: 'too-early', why, ...UNKNOWN })
  if (doneOn === null) return tooEarly('not-done')
  const measuring = later.find(({ firstDay }) => firstDay > doneOn)
  if (!measuring) return tooEarly('no-period')
  const { slug, period, n, tally } = measuring
  const measured = { slug, period, n }
  if (!before || !tally) return { ...tooEarly('too-few'), measured }
  const { difference, interval, verdict } = compareElement(
    tallyFromIntegers([...before]),
    tallyFromIntegers([...tally]),
    element,
  )
  if (difference === null || interval === null) return { ...tooEarly('too-few'), measured }
  const isShown = verdict === 'changed'
  return {
    verdict: isShown && difference > 0 ? 'improved' : 'not-shown',
    why: null,
    measured,
    difference,
    interval,
    worse: isShown && difference < 0,
  }
}
