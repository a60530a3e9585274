/** Scores as they are stored: nine characters, 1 to 4 or "-" for blank, in the order of ELEMENT_KEYS. */
import { ELEMENT_KEYS, type Score, type Scores } from './elements.ts'

export function writeScores(scores: Scores): string {
  return ELEMENT_KEYS.map((key) => scores[key] ?? '-').join('')
}

/** @throws RangeError on anything else than nine such characters. */
export function readScores(text: string): Scores {
  if (!/^[1-4-]{9}$/.test(text)) throw new RangeError('Scores are nine characters, 1 to 4 or "-"')
  return Object.fromEntries(
    ELEMENT_KEYS.map((key, i) => [key, text[i] === '-' ? null : (Number(text[i]) as Score)]),
  ) as Scores
}

/** The sum of nine scores, or null if one was left blank. */
export function totalOf(scores: Scores): number | null {
  const values = ELEMENT_KEYS.map((key) => scores[key])
  return values.includes(null) ? null : values.reduce<number>((sum, score) => sum + (score ?? 0), 0)
}
