/**
 * How answers came and what was noticed as they came. An answer bears its mark only until it is sealed; from then on there
 * are totals for the whole survey. A flag says "look here", never "false": flagged answers stay and count.
 */
import type { Scores } from './elements.ts'
import { readScores } from './scores.ts'
import { SMALLEST_GROUP } from './suppression.ts'
import { addAnswer, addTally, emptyTally, respondentCount, tallyFromIntegers, tallyToIntegers } from './tally.ts'

/** `unknown`: came before this was noted. */
export const CHANNELS = ['web', 'tablet', 'paper', 'api', 'file', 'unknown'] as const
export type Channel = (typeof CHANNELS)[number]

export const FLAGS = ['burst', 'identical', 'all-best', 'fast'] as const
export type Flag = (typeof FLAGS)[number]

/** From the eleventh answer to a survey within a minute on. */
export const BURST = { answers: 10, seconds: 60 }
/** From the third row with the same nine answers among the last thirty on; rows of one level alone don't count. */
export const IDENTICAL = { rows: 3, among: 30 }
/** Sooner than that nobody reads nine questions. */
export const FAST_SECONDS = 15

export interface Marks {
  channels: Partial<Record<Channel, number>>
  flags: Partial<Record<Flag, number>>
  /**
   * The least, over all that was sealed so far, of flagged minus unflagged answers. With it one can tell how many answers
   * the figure without flagged ones lies away from any figure that was shown before.
   */
  apart: number | null
}

const CHANNEL_LETTERS: Partial<Record<string, Channel>> = { w: 'web', t: 'tablet', p: 'paper', a: 'api' }
const FLAG_LETTERS: Partial<Record<string, Flag>> = { b: 'burst', i: 'identical', '4': 'all-best', f: 'fast' }
const LETTERS = new Map(Object.entries({ ...CHANNEL_LETTERS, ...FLAG_LETTERS }).map(([letter, name]) => [name, letter]))

/** For example "wb4": over the web, in a burst, all nine best. */
export function writeMark(channel: Channel, flags: readonly Flag[]): string {
  return (LETTERS.get(channel) ?? '') + flags.map((flag) => LETTERS.get(flag)).join('')
}

export function readMark(mark: string | null): { channel: Channel; flags: Flag[] } {
  const [letter = '', ...rest] = mark ?? ''
  return { channel: CHANNEL_LETTERS[letter] ?? 'unknown', flags: rest.flatMap((flag) => FLAG_LETTERS[flag] ?? []) }
}

/** What is noticed of one answer among the last ones of its survey; `seconds` between showing the form and sending it. */
export function flagsOf(
  scores: string,
  {
    at,
    seconds,
    recent,
  }: { at: number; seconds: number | undefined; recent: readonly { scores: string; at: number }[] },
): Flag[] {
  const flags: Flag[] = []
  const inBurst = recent.at(-BURST.answers)
  if (inBurst && at - inBurst.at < BURST.seconds * 1000) flags.push('burst')
  const same = recent.slice(-IDENTICAL.among).filter((one) => one.scores === scores).length
  if (!isStraight(scores) && same >= IDENTICAL.rows - 1) flags.push('identical')
  if (scores === '444444444') flags.push('all-best')
  if (seconds !== undefined && seconds < FAST_SECONDS) flags.push('fast')
  return flags
}

/** Half of all honest respondents choose one level throughout: that alone says nothing. */
function isStraight(scores: string): boolean {
  return scores === scores.charAt(0).repeat(scores.length)
}

/** What a batch of answers adds. */
export interface MarkMovement {
  channels: Marks['channels']
  flags: Marks['flags']
  /** 73 integers. */
  unflagged: number[]
}

export function countMarks(answers: readonly { scores: string; mark: string | null }[]): MarkMovement {
  const [channels, flags]: [Marks['channels'], Marks['flags']] = [{}, {}]
  const unflagged = emptyTally()
  for (const { scores, mark } of answers) {
    const { channel, flags: found } = readMark(mark)
    channels[channel] = (channels[channel] ?? 0) + 1
    for (const flag of found) flags[flag] = (flags[flag] ?? 0) + 1
    if (found.length === 0) addAnswer(unflagged, readScores(scores) satisfies Scores)
  }
  return { channels, flags, unflagged: tallyToIntegers(unflagged) }
}

/** `answers` and `unflagged` after the movement. */
export function addMarks(marks: Marks, movement: MarkMovement, after: { answers: number; unflagged: number }): Marks {
  const apart = after.answers - 2 * after.unflagged
  return {
    channels: addCounts(CHANNELS, marks.channels, movement.channels),
    flags: addCounts(FLAGS, marks.flags, movement.flags),
    apart: marks.apart === null ? apart : Math.min(marks.apart, apart),
  }
}

export function addUnflagged(a: number[], b: number[]): number[] {
  return tallyToIntegers(addTally(tallyFromIntegers(a), tallyFromIntegers(b)))
}

export function countUnflagged(integers: number[]): number {
  return respondentCount(tallyFromIntegers(integers))
}

/**
 * May the index without flagged answers stand beside the one of all? Both must rest on ten answers, and lie ten answers
 * apart: from the last figure and from any that may have been shown while answers still came.
 */
export function mayShowBothWays(answers: number, unflagged: number, apart: number | null): boolean {
  const nearest = unflagged + Math.min(apart ?? 0, answers - 2 * unflagged)
  return answers >= SMALLEST_GROUP && unflagged >= SMALLEST_GROUP && nearest >= SMALLEST_GROUP
}

function addCounts<K extends string>(keys: readonly K[], a: Partial<Record<K, number>>, b: Partial<Record<K, number>>) {
  const sums = keys.map((key): [K, number] => [key, (a[key] ?? 0) + (b[key] ?? 0)])
  return Object.fromEntries(sums.filter(([, count]) => count > 0)) as Partial<Record<K, number>>
}
