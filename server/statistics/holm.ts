/** Holm's adjustment of a family of p-values, in the order given. Throws RangeError on a value outside 0 to 1. */
export function holm(p: readonly number[]): number[] {
  if (!p.every((value) => value >= 0 && value <= 1)) throw new RangeError('A p-value lies between 0 and 1')
  const adjusted: number[] = Array.from(p)
  let highest = 0
  const ascending = p.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  for (const [rank, { value, i }] of ascending.entries()) {
    highest = Math.max(highest, Math.min(1, value * (p.length - rank)))
    adjusted[i] = highest
  }
  return adjusted
}
