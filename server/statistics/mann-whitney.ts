import { normalUpperTail } from './normal.ts'
import type { ValueCount } from './welch.ts'

export type MannWhitney = {
  /** Pairs in which `after` is higher, ties counting half. */
  u: number
  /** Two-sided, normal approximation with tie and continuity correction; 1 when all values are equal. */
  p: number
  /** P(after > before) + ½ P(equal). */
  superiority: number
}

/** Mann–Whitney's test from counted values; null when a sample is empty. */
export function mannWhitney(before: readonly ValueCount[], after: readonly ValueCount[]): MannWhitney | null {
  const ranks = pairUp(before, after)
  const n = sum(ranks.map(([below]) => below))
  const m = sum(ranks.map(([, above]) => above))
  if (n === 0 || m === 0) return null
  let u = 0
  let seen = 0
  for (const [below, above] of ranks) {
    u += above * (seen + below / 2)
    seen += below
  }
  const all = n + m
  const ties = sum(ranks.map(([below, above]) => (below + above) ** 3 - (below + above)))
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))))
  // All values equal leaves a trace of rounding rather than zero.
  const oneValue = ranks.filter(([below, above]) => below + above > 0).length === 1
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / deviation
  return { u, p: oneValue ? 1 : Math.min(1, 2 * normalUpperTail(z)), superiority: u / (n * m) }
}

// For each value that occurs, lowest first: how often before, how often after.
function pairUp(before: readonly ValueCount[], after: readonly ValueCount[]): [number, number][] {
  const pairs = new Map<number, [number, number]>()
  for (const [side, counts] of [before, after].entries()) {
    for (const { value, count } of counts) {
      const pair = pairs.get(value) ?? [0, 0]
      pair[side === 0 ? 0 : 1] += count
      pairs.set(value, pair)
    }
  }
  return [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
