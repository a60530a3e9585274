/** How a passage is named when one speaks of it: "Pasal 5 ayat (2) huruf a". */
import type { BlockKind } from '#db/consultation/tables.ts'

interface Labelled {
  kind: BlockKind
  label: string
}

export interface CitationWords {
  paragraph: (label: string) => string
  letter: (label: string) => string
  number: (label: string) => string
  /** A passage without a number, counted from the beginning of the draft. */
  unnumbered: (position: number) => string
}

/** How deep a passage stands: what it lies in has a lower rank. */
const RANKS: Record<BlockKind, number> = { chapter: 0, part: 1, article: 2, paragraph: 3, item: 4, text: 3 }

export interface Placed {
  /** From 0, for setting it in. */
  depth: number
  /** Indexes of what it lies in, widest first. */
  within: number[]
}

/** Where each passage stands. Items of one style follow each other; another style among them lies deeper. */
export function placeBlocks(blocks: readonly Labelled[]): Placed[] {
  const open: { index: number; rank: number; style: string }[] = []
  return blocks.map((block, index) => {
    const style = styleOf(block)
    const rank = RANKS[block.kind]
    const sibling = open.findIndex((one) => (one.rank === rank ? one.style === style || rank < 4 : one.rank > rank))
    if (sibling >= 0) open.length = sibling
    const within = open.map((one) => one.index)
    open.push({ index, rank, style })
    return { depth: block.kind === 'item' ? within.filter((i) => blocks[i]?.kind === 'item').length : 0, within }
  })
}

/** The name of each passage. Chapters and parts are named only where they are meant themselves. */
export function citeBlocks(blocks: readonly Labelled[], words: CitationWords): string[] {
  const placed = placeBlocks(blocks)
  return blocks.map((block, index) => {
    if (!block.label) return words.unnumbered(index + 1)
    if (block.kind === 'chapter' || block.kind === 'part') return block.label
    const chain = [...(placed[index]?.within ?? []), index].flatMap((i) => blocks[i] ?? [])
    const named = chain.filter(({ kind, label }) => label && kind !== 'chapter' && kind !== 'part')
    return named.map((one) => partOfName(one, words)).join(' ')
  })
}

function partOfName(block: Labelled, words: CitationWords): string {
  if (block.kind === 'paragraph') return words.paragraph(block.label)
  if (block.kind !== 'item') return block.label
  const bare = block.label.replace(/[.)]$/, '')
  return /^\d/.test(bare) ? words.number(bare) : words.letter(bare)
}

function styleOf({ kind, label }: Labelled): string {
  if (kind !== 'item') return kind
  return (/^\d/.test(label) ? 'number' : label ? 'letter' : 'dash') + (label.endsWith(')') ? ')' : '.')
}
