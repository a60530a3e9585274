/** What a batch of answers adds to its survey's tally. */
import type { AnswerRow, TallyRow } from '#db/survey/tables.ts'
import { addProfile, addProfileTally, emptyProfileTally, type Profile, type ProfileTally } from './rules/profile.ts'
import { readScores, totalOf } from './rules/scores.ts'
import { SMALLEST_GROUP } from './rules/suppression.ts'
import { addMarks, addUnflagged, countUnflagged, type MarkMovement, type Marks } from './rules/marks.ts'
import { addAnswer, addTally, emptyTally, respondentCount, tallyFromIntegers, tallyToIntegers } from './rules/tally.ts'

export interface Movement {
  /** 73. */
  integers: number[]
  profile: ProfileTally
}

type Counted = Pick<AnswerRow, 'scores' | 'profile'>

/** Counts answers one by one, so that no more than one needs to be in memory. */
export function startMovement(): { add(answer: Counted): void; end(): Movement } {
  const tally = emptyTally()
  const profiles = emptyProfileTally()
  return {
    add({ scores: text, profile }) {
      const scores = readScores(text)
      addAnswer(tally, scores)
      addProfile(profiles, profile ? (JSON.parse(profile) as Profile) : {}, totalOf(scores))
    },
    end: () => ({ integers: tallyToIntegers(tally), profile: profiles }),
  }
}

export function movementOf(answers: Counted[]): Movement {
  const movement = startMovement()
  for (const answer of answers) movement.add(answer)
  return movement.end()
}

/**
 * The tally moved by a batch. What may be shown while the survey is open follows in steps of ten, and only while ten more
 * are sure to come, so that no two figures that were ever shown differ by fewer than ten answers.
 */
export function addMovement(tally: TallyRow, movement: Movement, mayShow: boolean): TallyRow {
  const integers = addIntegers(readIntegers(tally.integers), movement.integers)
  const answers = respondentCount(tallyFromIntegers(integers))
  const profile = addProfileTally(JSON.parse(tally.profile) as ProfileTally, movement.profile)
  const moved = { ...tally, answers, integers: JSON.stringify(integers), profile: JSON.stringify(profile) }
  if (!mayShow || answers - tally.shownAnswers < SMALLEST_GROUP) return moved
  return { ...moved, shownAnswers: answers, shownIntegers: moved.integers }
}

/** The moved tally with its totals of marks; `before` is the tally that the batch moved. */
export function markTally(moved: TallyRow, before: TallyRow, movement: MarkMovement): TallyRow {
  const unflagged = addUnflagged(readUnflagged(before), movement.unflagged)
  const after = { answers: moved.answers, unflagged: countUnflagged(unflagged) }
  const marks = addMarks(readMarks(before), movement, after)
  return { ...moved, marks: JSON.stringify(marks), unflagged: JSON.stringify(unflagged) }
}

/** Of a tally from before marks were noted nothing is known but how many answers it holds. */
export function readMarks({ marks, answers }: Pick<TallyRow, 'marks' | 'answers'>): Marks {
  if (marks !== null) return JSON.parse(marks) as Marks
  return { channels: answers > 0 ? { unknown: answers } : {}, flags: {}, apart: answers > 0 ? -answers : null }
}

export function readUnflagged({ unflagged, integers }: Pick<TallyRow, 'unflagged' | 'integers'>): number[] {
  return readIntegers(unflagged ?? integers)
}

export function addIntegers(a: number[], b: number[]): number[] {
  return tallyToIntegers(addTally(tallyFromIntegers(a), tallyFromIntegers(b)))
}

export function readIntegers(text: string): number[] {
  return JSON.parse(text) as number[]
}
