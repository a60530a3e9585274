import { ELEMENT_KEYS, ELEMENT_NAMES, ELEMENT_ORDERS, type ElementKey, type ElementOrder } from './rules/elements.ts'

/** Where each thing stands in a row. */
export type AnswerColumns = {
  /** The column of each element, in the order of ELEMENT_KEYS. */
  elements: number[]
  comment: number | null
  profile: { name: string; column: number }[]
  /** The last named column, counted from 1; after it only unnamed and empty ones may follow, up to `widest`. */
  width: number
  widest: number
}

type Meaning = ElementKey | 'comment' | `profile:${string}`

/**
 * Reads a header row. A column is named by element key, official name, or U1 to U9 under the declared order, whatever
 * the case and spacing; `comment` or `saran`; or one of the profile columns the caller allows. Unnamed columns at the
 * end are overlooked. Anything else, a doubled or a missing element refuses the file, with the reason.
 */
export function readColumns(
  header: readonly string[],
  order: ElementOrder,
  profile: readonly string[] = [],
): AnswerColumns | { reason: string } {
  const width = header.findLastIndex((name) => name.trim() !== '') + 1
  const names = meaningsOf(order, profile)
  const columns = new Map<Meaning, number>()
  for (const [column, name] of header.slice(0, width).entries()) {
    if (name.trim() === '') return { reason: `Kolom ke-${column + 1} tidak bernama.` }
    const meaning = names.get(squeeze(name))
    if (!meaning) return { reason: `Kolom "${shorten(name)}" tidak dikenal.` }
    if (columns.has(meaning)) return { reason: `Kolom "${shorten(name)}" muncul dua kali.` }
    columns.set(meaning, column)
  }
  const missing = ELEMENT_KEYS.filter((key) => !columns.has(key))
  if (missing.length > 0) {
    return { reason: `Kolom unsur tidak ada: ${missing.map((key) => `${ELEMENT_NAMES[key]} (${key})`).join('; ')}.` }
  }
  return {
    elements: ELEMENT_KEYS.map((key) => columns.get(key)!),
    comment: columns.get('comment') ?? null,
    profile: profile.flatMap((name) => {
      const column = columns.get(`profile:${name}`)
      return column === undefined ? [] : [{ name, column }]
    }),
    width,
    widest: header.length,
  }
}

/** Shows a stranger's text in a message: on one line, and not all of it. */
export function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

function meaningsOf(order: ElementOrder, profile: readonly string[]): Map<string, Meaning> {
  const names = new Map<string, Meaning>([
    ['comment', 'comment'],
    ['saran', 'comment'],
  ])
  for (const name of profile) names.set(squeeze(name), `profile:${name}`)
  for (const key of ELEMENT_KEYS) names.set(squeeze(ELEMENT_NAMES[key]), key).set(key, key)
  for (const [i, key] of ELEMENT_ORDERS[order].entries()) names.set(`u${i + 1}`, key)
  return names
}

function squeeze(name: string): string {
  return name.toLowerCase().replace(/\s+/g, '')
}
