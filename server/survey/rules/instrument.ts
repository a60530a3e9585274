/** What a questionnaire holds. A survey keeps the exact version that its respondents saw. */
import type { ElementKey, ElementOrder } from './elements.ts'
import type { ProfileKey } from './profile.ts'

/** The same said in Indonesian and in English; the Indonesian of an official question is the regulation's own. */
export type Text = { id: string; en: string }

export type FourLabels = [string, string, string, string]

export interface InstrumentElement {
  key: ElementKey
  /** "U1" to "U9" under the instrument's declared order. */
  label: string
  name: Text
  /** The annex's wording. */
  question: Text
  /** The same in everyday words. */
  plain: Text
  /** What 1, 2, 3 and 4 are called for this element. */
  answers: { id: FourLabels; en: FourLabels }
}

export interface InstrumentQuestion {
  key: ProfileKey
  question: Text
  options: { key: string; label: Text }[]
}

export interface InstrumentContent {
  key: 'skm'
  source: string
  /** Whether the service charges a fee: its cost element then has answers that leave "free" out. */
  paid: boolean
  /** Which of the two orders in circulation its U8 and U9 follow. */
  order: ElementOrder
  /** In the order in which they are asked. */
  elements: InstrumentElement[]
  comment: { question: Text; hint: Text; longest: number }
  profile: InstrumentQuestion[]
}
