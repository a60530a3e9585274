/** The figures of a tally as they may be shown. Pure; the same object feeds sentence, table, chart and files. */
import type { ElementKey } from './rules/elements.ts'
import { sampleSize } from './rules/sample.ts'
import { WEIGHT_POLICIES, type WeightPolicy } from '../directory/rules/weight-policy.ts'
import { indexWithoutElement, skmResult, type Grade } from './rules/skm.ts'
import { disclosureOf } from './rules/suppression.ts'
import { respondentCount, tallyToIntegers, type Tally } from './rules/tally.ts'

type Interval = [number, number]

export interface ElementFigures {
  key: ElementKey
  /** "U1" to "U9" as the survey's questionnaire declares. */
  label: string
  answers: number
  blanks: number
  /** NRR, 1 to 4. */
  mean: number | null
  /** NRR tertimbang. */
  weighted: number | null
  /** 95 %, scale 1 to 4. */
  interval: Interval | null
  grade: Grade | null
  /** How many chose 1, 2, 3 and 4; null = fewer than ten answered. */
  levels: [number, number, number, number] | null
}

export interface IndexUnder {
  weight: WeightPolicy
  ni: number | null
  ikm: number | null
  grade: Grade | null
}

export interface Figures {
  /** Null while an element has no answer at all. */
  ikm: number | null
  ni: number | null
  grade: Grade | null
  weight: WeightPolicy
  /** 95 %, index points, not rounded; null below two complete respondents or where only the index is shown. */
  interval: Interval | null
  /** Every grade the interval touches, best first. */
  couldBe: Grade[]
  /** Everyone who handed in answers. */
  received: number
  /** Who answered all nine: they make the interval. Null where only index and n are shown. */
  respondents: number | null
  /** In the questionnaire's order. Null where only index and n are shown (rule of tens). */
  elements: ElementFigures[] | null
  /** The index under each named policy, for the method page. */
  weights: IndexUnder[]
  /** What a free service's index would be without its cost element, exact weight. Null for a paid service. */
  withoutCost: Omit<IndexUnder, 'weight'> | null
  /** The 73 integers from which all of this follows; null where levels may not be shown. */
  tally: number[] | null
}

export interface SampleGoal {
  served: number
  mode: 'formula' | 'table'
  formula: number
  table: number
  /** The one that the mode picks. */
  target: number
  reached: boolean
}

export interface FigureSettings {
  weight: WeightPolicy
  paid: boolean
  /** Element keys in the questionnaire's order with their labels. */
  labels: { key: ElementKey; label: string }[]
}

/** Null below five answers: only that too few answered may be said. */
export function figuresOf(tally: Tally, { weight, paid, labels }: FigureSettings): Figures | null {
  const received = respondentCount(tally)
  const disclosure = disclosureOf(received)
  if (disclosure === 'nothing') return null
  const { elements, ikm, ni, grade, interval, couldBe, respondents } = skmResult(tally, weight)
  const weights = WEIGHT_POLICIES.map((policy) => {
    const { ni, ikm, grade } = skmResult(tally, policy)
    return { weight: policy, ni, ikm, grade }
  })
  const index = { ikm, ni, grade, weight, received, weights }
  // With eight means and the index the ninth would follow, so a mean on fewer than five hides them all.
  const whole = disclosure === 'levels' && elements.every(({ answers }) => disclosureOf(answers) !== 'nothing')
  if (!whole) {
    return { ...index, interval: null, couldBe: [], respondents: null, elements: null, withoutCost: null, tally: null }
  }
  const shown = labels.map(({ key, label }): ElementFigures => {
    const { sum: _, levels, ...element } = elements.find((element) => element.key === key)!
    return { ...element, label, levels: disclosureOf(element.answers) === 'levels' ? levels : null }
  })
  return {
    ...index,
    interval,
    couldBe,
    respondents,
    elements: shown,
    withoutCost: paid ? null : indexWithoutElement(tally, 'cost'),
    tally: shown.every(({ levels }) => levels) ? tallyToIntegers(tally) : null,
  }
}

/** Null while nobody has said how many were served. */
export function sampleGoal(served: number | null, mode: 'formula' | 'table', n: number): SampleGoal | null {
  if (served === null || served < 1) return null
  const { formula, table } = sampleSize(served)
  const target = mode === 'table' ? table : formula
  return { served, mode, formula, table, target, reached: n >= target }
}
