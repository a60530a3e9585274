/**
 * Texts put together with those they are much alike. Each text joins the most alike leader that it meets under a common
 * band, or leads itself; so nothing is chained from one end of a long row of small changes to the other, and the work grows
 * with the number of texts, not of pairs.
 */
import { bandsOf, similarity } from './signature.ts'

/** Texts this much alike say the same in much the same words. */
export const ALIKE = 0.5
const BANDS = { bands: 20, rows: 3 }

/** @returns for each signature the index of its leader; a leader's is its own. Undefined signatures stay alone. */
export function groupAlike(signatures: (Uint32Array | undefined)[], least = ALIKE): number[] {
  const leaders = new Map<string, number[]>()
  return signatures.map((signature, index) => {
    if (!signature) return index
    const bands = bandsOf(signature, BANDS)
    const leader = mostAlike(signature, new Set(bands.flatMap((band) => leaders.get(band) ?? [])), signatures, least)
    if (leader !== undefined) return leader
    for (const band of bands) {
      const met = leaders.get(band)
      if (met) met.push(index)
      else leaders.set(band, [index])
    }
    return index
  })
}

function mostAlike(
  signature: Uint32Array,
  candidates: Iterable<number>,
  signatures: (Uint32Array | undefined)[],
  least: number,
): number | undefined {
  let [best, alike] = [undefined as number | undefined, least]
  for (const candidate of candidates) {
    const other = signatures[candidate]
    const value = other ? similarity(signature, other) : 0
    if (value > alike || (value === alike && best === undefined)) [best, alike] = [candidate, value]
  }
  return best
}
