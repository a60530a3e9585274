/**
 * Which passage of a new version is which of the old one, so that it keeps its id and what was written of it. First what
 * says the same, then what says nearly the same, then what bears the same number between the same neighbours.
 */
import type { BlockKind } from '#db/consultation/tables.ts'
import { placeBlocks } from './citation.ts'

export interface Matchable {
  kind: BlockKind
  label: string
  text: string
}

/** Shared words, twice, by all words: from here on two passages count as one that was reworded. */
const ALIKE = 0.5
/** With the same number in the same place less will do. */
const ALIKE_IN_PLACE = 0.2

/**
 * For each new passage the index of the old one that it goes on, or null for one that is new. What somebody has settled
 * (new index → old index or null) stays so.
 */
export function matchBlocks(
  old: readonly Matchable[],
  next: readonly Matchable[],
  settled: ReadonlyMap<number, number | null> = new Map(),
): (number | null)[] {
  const [before, after] = [contentsOf(old), contentsOf(next)]
  const found: (number | null)[] = next.map((_, index) => settled.get(index) ?? null)
  const taken = new Set<number>(found.filter((stale) => stale !== null))
  const take = ([stale, fresh]: Pair) => {
    if (found[fresh] !== null || settled.has(fresh) || taken.has(stale)) return
    found[fresh] = stale
    taken.add(stale)
  }
  sameBy(before, after, ({ kind, label, within, whole }) => [kind, label, within, whole].join('\n')).forEach(take)
  sameBy(before, after, ({ kind, whole }) => `${kind}\n${whole}`).forEach(take)
  const left = before.filter(({ index }) => !taken.has(index))
  const open = after.filter(({ index }) => found[index] === null && !settled.has(index))
  alikePairs(left, open).forEach(take)
  return found
}

/**
 * What was corrected by hand in what is being written, for when its text is cut anew: where a passage goes on another
 * one than the matching alone would have it, the one that now stands for it keeps that.
 */
export function settledMatches(
  old: readonly (Matchable & { blockId: string })[],
  written: readonly (Matchable & { blockId: string })[],
  next: readonly Matchable[],
): Map<number, number | null> {
  const places = new Map(old.map(({ blockId }, index) => [blockId, index]))
  const alone = matchBlocks(old, written)
  const now = written.map(({ blockId }) => places.get(blockId) ?? null)
  const settled = new Map<number, number | null>()
  if (written.every((_, index) => alone[index] === now[index])) return settled
  for (const [index, from] of matchBlocks(written, next).entries()) {
    if (from !== null && alone[from] !== now[from]) settled.set(index, now[from] ?? null)
  }
  return settled
}

/** Index of the old passage, index of the new one. */
type Pair = [stale: number, fresh: number]

interface Content extends Matchable {
  index: number
  /** What it says; of a heading that says nothing itself, all that lies in it. */
  whole: string
  words: Map<string, number>
  /** The numbers of what it lies in. */
  within: string
}

function contentsOf(blocks: readonly Matchable[]): Content[] {
  const placed = placeBlocks(blocks)
  const inside = blocks.map((): string[] => [])
  blocks.forEach(({ text }, index) => placed[index]?.within.forEach((outer) => inside[outer]?.push(text)))
  return blocks.map((block, index) => {
    const whole = block.text || (inside[index] ?? []).join(' ')
    const within = (placed[index]?.within ?? []).map((outer) => blocks[outer]?.label ?? '').join('/')
    return { ...block, index, whole, words: countWords(whole), within }
  })
}

/** Pairs with one key, those of a key in their order. */
function sameBy(before: Content[], after: Content[], keyOf: (content: Content) => string): Pair[] {
  const waiting = Map.groupBy(
    before.filter(({ whole }) => whole),
    keyOf,
  )
  return after.flatMap((fresh): Pair[] => {
    const stale = waiting.get(keyOf(fresh))?.shift()
    return stale ? [[stale.index, fresh.index]] : []
  })
}

/** Pairs that are alike enough, the most alike first. */
function alikePairs(left: Content[], open: Content[]): Pair[] {
  const pairs = open.flatMap((fresh) =>
    left.flatMap((stale): { pair: Pair; score: number }[] => {
      if (stale.kind !== fresh.kind) return []
      const alike = likeness(stale.words, fresh.words)
      const isInPlace = fresh.label !== '' && fresh.label === stale.label && fresh.within === stale.within
      if (alike < (isInPlace ? ALIKE_IN_PLACE : ALIKE)) return []
      return [{ pair: [stale.index, fresh.index], score: alike + (isInPlace ? ALIKE_IN_PLACE : 0) }]
    }),
  )
  return pairs.sort((a, b) => b.score - a.score || a.pair[1] - b.pair[1]).map(({ pair }) => pair)
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words that both have, twice, by the words of both (Dice): 1 says the same, 0 shares nothing. */
function likeness(one: Map<string, number>, other: Map<string, number>): number {
  const sizeOf = (words: Map<string, number>) => [...words.values()].reduce((sum, count) => sum + count, 0)
  const size = sizeOf(one) + sizeOf(other)
  if (size === 0) return 1
  let shared = 0
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0)
  return (2 * shared) / size
}
