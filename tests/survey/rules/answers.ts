import { readFileSync } from 'node:fs'
import { ELEMENT_KEYS, type Score, type Scores } from '#server/survey/rules/elements.ts'
import { addAnswer, emptyTally, type Tally } from '#server/survey/rules/tally.ts'

/** The tally of a plain file of scores, read without the reader that is under test elsewhere. */
export function answersOf(path: string): Tally {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split('\n')
  const keys = header!.trim().split(',')
  const tally = emptyTally()
  for (const row of rows) {
    const cells = row.trim().split(',')
    addAnswer(tally, Object.fromEntries(keys.map((key, i) => [key, Number(cells[i])])) as Scores)
  }
  return tally
}

/** A repeatable stream of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** One respondent who leaves a question blank with the given chance. */
export function randomScores(random: () => number, blank: number): Scores {
  const score = () => (random() < blank ? null : ((1 + Math.floor(Math.sqrt(random()) * 4)) as Score))
  return Object.fromEntries(ELEMENT_KEYS.map((key) => [key, score()])) as Scores
}
