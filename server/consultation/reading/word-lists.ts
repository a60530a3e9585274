/** The numbers that Word counts by itself: "Pasal 5", "(2)", "a." stand in no text, only in the rules of their lists. */
import { walkXml } from './xml-tags.ts'

interface Level {
  format: string
  /** As "Pasal %1" or "%1.%2". */
  text: string
  start: number
}

export interface WordLists {
  /** Levels of a list by its number in the document. */
  lists: Map<string, { family: string; levels: Map<number, Level>; restarts: Map<number, number> }>
}

export function readLists(numbering: string): WordLists {
  const families = new Map<string, Map<number, Level>>()
  const lists: WordLists['lists'] = new Map()
  let family: string | undefined
  let list: string | undefined
  let at = 0
  for (const piece of walkXml(numbering)) {
    if (piece.kind === 'text') continue
    const { name, attributes } = piece
    const value = attributes['w:val'] ?? ''
    if (piece.kind === 'close') {
      if (name === 'w:abstractNum') family = undefined
      if (name === 'w:num') list = undefined
      continue
    }
    const level = family === undefined ? undefined : families.get(family)?.get(at)
    if (name === 'w:abstractNum') families.set((family = attributes['w:abstractNumId'] ?? ''), new Map())
    else if (name === 'w:num') list = attributes['w:numId'] ?? ''
    else if (name === 'w:abstractNumId' && list !== undefined)
      lists.set(list, { family: value, levels: families.get(value) ?? new Map(), restarts: new Map() })
    else if (name === 'w:lvlOverride') at = Number(attributes['w:ilvl'])
    else if (name === 'w:startOverride' && list !== undefined) lists.get(list)?.restarts.set(at, Number(value))
    else if (name === 'w:lvl' && family !== undefined) {
      at = Number(attributes['w:ilvl'])
      families.get(family)?.set(at, { format: 'decimal', text: '', start: 1 })
    } else if (level && name === 'w:start') level.start = Number(value) || 0
    else if (level && name === 'w:numFmt') level.format = value
    else if (level && name === 'w:lvlText') level.text = value
  }
  return { lists }
}

/** Counts on through a document: gives each numbered paragraph the number that Word would print before it. */
export function startCounting({ lists }: WordLists): (list: string, depth: number) => string {
  const counts = new Map<string, number[]>()
  const restarted = new Set<string>()
  return (list, depth) => {
    const known = lists.get(list)
    const level = known?.levels.get(depth)
    if (!known || !level || level.format === 'none') return ''
    if (level.format === 'bullet') return '-'
    const counted = counts.get(known.family) ?? []
    const restart = restarted.has(`${list}/${depth}`) ? undefined : known.restarts.get(depth)
    restarted.add(`${list}/${depth}`)
    counted[depth] = restart ?? (counted[depth] === undefined ? level.start : counted[depth] + 1)
    counted.length = depth + 1
    counts.set(known.family, counted)
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = known.levels.get(Number(digit) - 1)
      return other ? numeral(counted[Number(digit) - 1] ?? other.start, other.format) : ''
    })
  }
}

function numeral(count: number, format: string): string {
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'upperRoman') return roman(count)
  return format === 'lowerRoman' ? roman(count).toLowerCase() : String(count)
}

/** As Word goes on after z: aa, bb, … */
function letters(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 4))
}

const ROMAN: [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]

function roman(count: number): string {
  let rest = Math.min(Math.max(count, 1), 3999)
  let text = ''
  for (const [sign, value] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}
