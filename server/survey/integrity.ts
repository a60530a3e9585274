/** What was noticed of a survey's answers, and its index both ways, for its staff. */
import { findTally } from '#db/survey/batches.ts'
import type { Scope } from '../scope.ts'
import { figuresFrom } from './snapshot.ts'
import { readMarks, readUnflagged } from './movement.ts'
import { countUnflagged, FLAGS, mayShowBothWays, type Flag } from './rules/marks.ts'
import type { Grade } from './rules/skm.ts'
import { SMALLEST_GROUP } from './rules/suppression.ts'
import { demand, getSurveyRow, viewOf } from './surveys.ts'

export interface IndexOf {
  n: number
  ikm: number | null
  grade: Grade | null
}

export interface Integrity {
  /** Sealed answers that were looked at. */
  answers: number
  /** With at least one flag. */
  flagged: number
  flags: { flag: Flag; answers: number }[]
  /**
   * The index of all and of those without a flag; `early` before hand-in, `close` where the two would lie fewer than ten
   * answers from each other or from a figure shown before, or rest on fewer.
   */
  bothWays: { all: IndexOf; unflagged: IndexOf } | 'early' | 'close'
}

/** Null below ten sealed answers: then not even a total is said. @throws Refused not-found, forbidden */
export async function getIntegrity(scope: Scope, slug: string): Promise<Integrity | null> {
  const row = await getSurveyRow(scope, slug)
  demand(scope, 'survey.see', row)
  const tally = await findTally(scope.db, row.id)
  if (!tally || tally.answers < SMALLEST_GROUP) return null
  const { flags, apart } = readMarks(tally)
  const unflagged = readUnflagged(tally)
  const n = countUnflagged(unflagged)
  const survey = await viewOf(scope, row)
  const indexOf = (integers: string, n: number): IndexOf => {
    const figures = figuresFrom(survey, integers)
    return { n, ikm: figures?.ikm ?? null, grade: figures?.grade ?? null }
  }
  const apartEnough = mayShowBothWays(tally.answers, n, apart)
  return {
    answers: tally.answers,
    flagged: tally.answers - n,
    flags: FLAGS.map((flag) => ({ flag, answers: flags[flag] ?? 0 })),
    bothWays: !row.handedInAt
      ? 'early'
      : apartEnough
        ? { all: indexOf(tally.integers, tally.answers), unflagged: indexOf(JSON.stringify(unflagged), n) }
        : 'close',
  }
}
