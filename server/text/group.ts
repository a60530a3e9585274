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
  return signatures.map(groupingOneByOne(least))
}

/** The same for signatures that come one after another: hand in each, and get the index of its leader. */
export function groupingOneByOne(least = ALIKE): (signature: Uint32Array | undefined) => number {
  const leaders = new Map<number, Leader[]>()
  let count = 0
  return (signature) => {
    const index = count++
    if (!signature) return index
    const bands = bandsOf(signature, BANDS)
    const candidates = new Set(bands.flatMap((band) => leaders.get(band) ?? []))
    const leader = mostAlike(signature, candidates, least)
    if (leader !== undefined) return leader.index
    const own = { index, signature }
    for (const band of bands) {
      const met = leaders.get(band)
      if (met) met.push(own)
      else leaders.set(band, [own])
    }
    return index
  }
}

interface Leader {
  index: number
  signature: Uint32Array
}

function mostAlike(signature: Uint32Array, candidates: Iterable<Leader>, least: number): Leader | undefined {
  let [best, alike] = [undefined as Leader | undefined, least]
  for (const candidate of candidates) {
    const value = similarity(signature, candidate.signature)
    if (value > alike || (value === alike && best === undefined)) [best, alike] = [candidate, value]
  }
  return best
}
