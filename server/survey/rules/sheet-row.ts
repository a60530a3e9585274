/** What is typed of one sheet: nine digits in the order of the questionnaire, then four for who answered. */
import { ELEMENT_KEYS, type Score, type Scores } from './elements.ts'
import type { InstrumentContent } from './instrument.ts'
import type { Profile } from './profile.ts'

export interface SheetRow {
  code: string
  /** 1 to 4; 0, "-" or a space where nothing was ticked. */
  scores: string
  /** The numbers printed beside the choices; 0, "-" or a space where nothing was ticked. May be left out. */
  who: string
  comment: string
  /** The questions were read out to the respondent. */
  readOut: boolean
}

export function isBlankRow({ code, scores, who, comment }: SheetRow): boolean {
  return [code, scores, who, comment].every((text) => text.trim() === '')
}

/** Undefined unless there are nine digits, at least one of them an answer. */
export function readSheetScores(text: string, { elements }: Pick<InstrumentContent, 'elements'>): Scores | undefined {
  if (!/^[0-4 -]{9}$/.test(text) || !/[1-4]/.test(text)) return undefined
  const scores = Object.fromEntries(ELEMENT_KEYS.map((key) => [key, null])) as Scores
  for (const [i, { key }] of elements.entries()) {
    const digit = Number(text[i])
    scores[key] = digit >= 1 ? (digit as Score) : null
  }
  return scores
}

/** Undefined if a digit names no choice. */
export function readSheetProfile(text: string, { profile }: Pick<InstrumentContent, 'profile'>): Profile | undefined {
  if (text.trim() === '') return {}
  if (text.length > profile.length || !/^[0-9 -]*$/.test(text)) return undefined
  const chosen: Record<string, string> = {}
  for (const [i, { key, options }] of profile.entries()) {
    const digit = Number(text[i] ?? 0)
    if (!(digit >= 1)) continue
    const option = options[digit - 1]
    if (!option) return undefined
    chosen[key] = option.key
  }
  return chosen as Profile
}
