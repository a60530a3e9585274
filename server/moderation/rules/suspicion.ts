/**
 * What makes a text wait for a person before it is shown. A suspicion decides nothing: it only sends to the queue, and its
 * writer is told. Pure.
 */
export const SUSPICIONS = ['honeypot', 'too-fast', 'links', 'repetition', 'before'] as const
/** `before`: nothing about the text, it stands where every text is looked at first. */
export type Suspicion = (typeof SUSPICIONS)[number]

const LINK = /\b(?:https?:\/\/|www\.)\S+/giu
const MOST_LINKS = 2
/** Fewer words than this say nothing about repetition. */
const FEWEST_WORDS = 30
/** Ordinary Indonesian prose of such a length has far more different words than one in five. */
const LEAST_VARIETY = 0.2
const LONGEST_RUN = 40
/** Nobody reads a form and writes an opinion in less. */
export const FASTEST_MS = 3000

/** What the text itself gives away. */
export function textSuspicions(text: string): Suspicion[] {
  const links = text.match(LINK)?.length ?? 0
  const besides = text.replace(LINK, '').trim()
  const found: Suspicion[] = []
  if (links > MOST_LINKS || (links > 0 && besides.length < 20)) found.push('links')
  if (repeats(besides)) found.push('repetition')
  return found
}

/** What the way it came gives away: a field that no person sees was filled in, or it came faster than a person writes. */
export function arrivalSuspicions({ honeypot, shownMs }: { honeypot: string; shownMs: number | null }): Suspicion[] {
  const found: Suspicion[] = []
  if (honeypot.trim() !== '') found.push('honeypot')
  if (shownMs !== null && shownMs < FASTEST_MS) found.push('too-fast')
  return found
}

function repeats(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length >= FEWEST_WORDS && new Set(words).size < words.length * LEAST_VARIETY) return true
  return longestRun(text) > LONGEST_RUN
}

/** How often one sign stands in a row; a blank line or a dotted one to fill in is no such run. */
function longestRun(text: string): number {
  let [longest, run, before] = [0, 0, '']
  for (const sign of text) {
    run = sign === before && /[^\s.\-_=*]/u.test(sign) ? run + 1 : 1
    before = sign
    longest = Math.max(longest, run)
  }
  return longest
}
