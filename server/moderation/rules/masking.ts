/** Covering personal data in what the public reads. Only the pieces that are named go; no other word is touched. Pure. */
export const COVER = '▇▇▇▇'

/** What personal data usually look like: offered to the moderator, never covered by itself. */
const SHAPES = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /(?<!\d)\d{16}(?!\d)/gu,
  /(?<!\d)\d{2}(?:[ .-]?\d{2,4}){3,5}(?!\d)/gu,
  /(?<!\d)(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){6,11}(?!\d)/gu,
]

/** Pieces that look like an address of mail, a NIK or NIP, or a number of a telephone; each once, in the order of the text. */
export function likelyPersonal(text: string): string[] {
  const found = SHAPES.flatMap((shape) => [...text.matchAll(shape)].map((match) => [match.index, match[0]] as const))
  const inOrder = found.sort(([a, one], [b, other]) => a - b || other.length - one.length).map(([, piece]) => piece)
  const whole = inOrder.filter((piece) => !inOrder.some((other) => other !== piece && other.includes(piece)))
  return [...new Set(whole)]
}

/** Pieces as a moderator lists them: one a line. */
export function piecesOf(lines: string): string[] {
  return [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

/** The text with each of the pieces covered wherever it stands, whichever case it is written in; and those not found. */
export function cover(text: string, pieces: string[]): { rendition: string; missing: string[] } {
  const longestFirst = [...pieces].sort((a, b) => b.length - a.length)
  const missing = pieces.filter((piece) => !patternOf(piece).test(text))
  const rendition = longestFirst.reduce((covered, piece) => covered.replace(patternOf(piece), COVER), text)
  return { rendition, missing }
}

function patternOf(piece: string): RegExp {
  return new RegExp(piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
}
