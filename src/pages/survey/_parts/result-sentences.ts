/** What a result says in plain sentences: how sure, whether it changed, what is weakest. */
import type { Locale } from '#server/paths.ts'
import { CHANGE_RULE, type Comparison } from '#server/survey/rules/compare.ts'
import type { ElementKey } from '#server/survey/rules/elements.ts'
import { gradeBound, type Grade } from '#server/survey/rules/skm.ts'
import { formatNumber, formatRange } from '#server/words/format.ts'
import type { Words } from '#server/words/words.ts'

/** More changed elements than this are counted, not named. */
const MOST_NAMED = 4

export interface Speech {
  locale: Locale
  words: Words
}

export interface Sure {
  from: string
  /** Ends of the range, printed; null where none can be estimated. */
  range: string | null
  /** Which grades the range touches. */
  grade: string
}

type Index = {
  grade: Grade | null
  interval: readonly [number, number] | null
  couldBe: readonly Grade[]
  respondents: number | null
  received: number
}

export function sureSentences({ locale, words }: Speech, index: Index): Sure {
  const t = words.results.sure
  const number = (value: number) => formatNumber(locale, value)
  const { respondents, received } = index
  const complete = respondents ?? received
  // The range rests on whole answers alone: where some are not, it may even leave out the official figure.
  const from = complete === received ? t.from(number(received)) : t.fromComplete(number(complete), number(received))
  if (!index.interval || !index.grade) return { from, range: null, grade: t.noRange }
  return { from, range: formatRange(locale, index.interval), grade: gradeSentence({ locale, words }, index) }
}

function gradeSentence({ locale, words }: Speech, { grade, couldBe }: Index): string {
  const t = words.results.sure
  const bound = (name: Grade) => formatNumber(locale, gradeBound(name), 2)
  const [best] = couldBe
  const worst = couldBe.at(-1)
  if (!grade || !best || !worst || best === worst) return t.sameGrade(grade ?? 'D')
  const up = best !== grade ? [t.reachesUp(best, bound(best))] : []
  const down = worst !== grade ? [t.reachesDown(grade, bound(grade))] : []
  return [...up, ...down].join(' ')
}

export interface ChangeSpeech {
  shown: boolean
  /** Difference of the printed indices, in points. */
  sentences: string[]
}

/** `difference` is that of the two printed indices; `comparison` says whether it is more than chance makes. */
export function changeSentences(
  speech: Speech,
  { difference, period, comparison }: { difference: number; period: string; comparison: Comparison },
): ChangeSpeech {
  const { locale, words } = speech
  const t = words.results.change
  const points = formatNumber(locale, Math.abs(difference), 2)
  const up = difference > 0
  const moved = difference === 0 ? t.same(period) : up ? t.up(points, period) : t.down(points, period)
  if (comparison.verdict === 'changed' && comparison.interval) {
    const [low, high] = comparison.interval.map((end) => formatSigned(locale, end)) as [string, string]
    const name = (comparison.difference ?? difference) > 0 ? t.shownUp : t.shownDown
    return { shown: true, sentences: [moved, t.shown(low, high), name, elementSentence(speech, comparison)] }
  }
  return {
    shown: false,
    sentences: [moved, notShown(speech, difference, comparison), visible(speech, comparison)].filter(Boolean),
  }
}

function notShown({ words }: Speech, difference: number, { p }: Comparison): string {
  const t = words.results.change
  if (p !== null && p < CHANGE_RULE.p) return t.tooFew(String(CHANGE_RULE.respondents))
  if (difference === 0) return t.notShown
  return difference > 0 ? t.notShownUp : t.notShownDown
}

function visible({ locale, words }: Speech, { smallestVisible }: Comparison): string {
  return smallestVisible === null ? '' : words.results.change.visible(formatNumber(locale, smallestVisible, 1))
}

function elementSentence({ locale, words }: Speech, { elements }: Comparison): string {
  const changed = elements.filter(({ adjusted }) => adjusted !== null && adjusted < CHANGE_RULE.p)
  if (changed.length === 0) return words.results.change.noElement
  if (changed.length > MOST_NAMED) return words.results.change.manyElements(String(changed.length))
  const names = changed.map(
    ({ key, difference }) => `${words.results.elements[key].toLowerCase()} (${formatSigned(locale, difference ?? 0)})`,
  )
  return words.results.change.elements(names.join(', '))
}

/** With its sign, and a true minus: "+2,5", "−0,7". */
export function formatSigned(locale: Locale, value: number, digits = 1): string {
  const text = formatNumber(locale, Math.abs(value), digits)
  if (value === 0) return text
  return `${value > 0 ? '+' : '−'}${text}`
}

type Ranked = { key: ElementKey; mean: number | null; interval: readonly [number, number] | null }

export interface WeakestSpeech {
  /** The main message of the chart, about ten words. */
  title: string
  sentence: string
  /** Said when the order of the two lowest and the third is not certain. */
  doubt: string | null
}

/** The two lowest elements. Null when none has a value. */
export function weakestSentences({ locale, words }: Speech, elements: readonly Ranked[]): WeakestSpeech | null {
  const t = words.results.weakest
  const known = elements.filter((element): element is Ranked & { mean: number } => element.mean !== null)
  const [first, second, third] = known.sort((a, b) => a.mean - b.mean)
  if (!first || !second) return null
  if (first.mean === known.at(-1)?.mean) return { title: t.allSame, sentence: t.allSame, doubt: null }
  const name = ({ key }: Ranked) => words.results.elements[key]
  const mean = ({ mean }: { mean: number }) => formatNumber(locale, mean, 2)
  const overlaps = third?.interval && first.interval && third.interval[0] <= first.interval[1]
  return {
    title: t.chartTitle(name(first), name(second)),
    sentence: t.two(name(first), mean(first), name(second), mean(second)),
    doubt: overlaps ? t.overlap : null,
  }
}
