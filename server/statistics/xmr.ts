/** Mean moving range to limits of single values: 3 / 1.128, rounded as in print. */
const LIMIT_FACTOR = 2.66

/** How long a run must be to be a signal. Practice varies by one or two, so both may be set. */
export type XmrSettings = { side: number; trend: number }

export const XMR_SETTINGS: XmrSettings = { side: 7, trend: 6 }

/**
 * `outside` a limit; `side`: a run on one side of the centre; `trend`: a run of values each higher, or each lower, than
 * the one before; `near-limit`: two of three in the outer third of the same side.
 */
export type XmrSignal = 'outside' | 'side' | 'trend' | 'near-limit'

export type Xmr = {
  centre: number
  movingRange: number
  lower: number
  upper: number
  /** Of each value, in its order. */
  signals: XmrSignal[][]
}

/** A process chart of single values (XmR): limits from how far each lies from the one before. Null below two values. */
export function xmr(values: readonly number[], settings: XmrSettings = XMR_SETTINGS): Xmr | null {
  if (values.length < 2) return null
  const centre = mean(values)
  const movingRange = mean(values.slice(1).map((value, i) => Math.abs(value - values[i]!)))
  const half = LIMIT_FACTOR * movingRange
  const found: Record<XmrSignal, Set<number>> = {
    outside: places(values, (value) => Math.abs(value - centre) > half),
    side: inRuns(
      values.map((value) => Math.sign(value - centre)),
      settings.side,
    ),
    trend: inTrends(values, settings.trend),
    'near-limit': nearLimit(values.map((value) => (half === 0 ? 0 : (value - centre) / half))),
  }
  const signals = values.map((_, i) => KINDS.filter((kind) => found[kind].has(i)))
  return { centre, movingRange, lower: centre - half, upper: centre + half, signals }
}

const KINDS: readonly XmrSignal[] = ['outside', 'side', 'trend', 'near-limit']

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function places<T>(list: readonly T[], holds: (item: T) => boolean): Set<number> {
  return new Set(list.flatMap((item, i) => (holds(item) ? [i] : [])))
}

/** Places in runs of `length` equal signs or more; zero belongs to no side. */
function inRuns(signs: readonly number[], length: number): Set<number> {
  const found = new Set<number>()
  for (let from = 0, i = 1; i <= signs.length; i++) {
    if (signs[i] === signs[from]) continue
    if (signs[from] !== 0 && i - from >= length) for (let at = from; at < i; at++) found.add(at)
    from = i
  }
  return found
}

/** Places in stretches of `length` values or more that all rise or all fall. */
function inTrends(values: readonly number[], length: number): Set<number> {
  const steps = values.slice(1).map((value, i) => Math.sign(value - values[i]!))
  const found = inRuns(steps, length - 1)
  return new Set([...found].flatMap((step) => [step, step + 1]))
}

/** `distances` in shares of the way from the centre to the limit. */
function nearLimit(distances: readonly number[]): Set<number> {
  const found = new Set<number>()
  for (const sign of [1, -1]) {
    const near = distances.map((distance) => sign * distance > 2 / 3)
    for (let i = 0; i < near.length; i++) {
      const three = [i - 2, i - 1, i].filter((at) => near[at])
      if (three.length >= 2) for (const at of three) found.add(at)
    }
  }
  return found
}
