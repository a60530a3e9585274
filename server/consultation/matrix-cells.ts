/** A row of the matrix as cells of text: the same in the spreadsheet, the document and the file of values. */
import { formatDate, formatNumber } from '../words/format.ts'
import { consultationAnswer as english } from '../words/en/consultation-answer.ts'
import { consultationAnswer as indonesian } from '../words/id/consultation-answer.ts'
import type { Locale } from '../paths.ts'
import type { MatrixRow } from './answer-matrix.ts'
import type { GivenAnswer } from './given-answers.ts'
import { asHeading } from './passage-names.ts'

export const MATRIX_COLUMNS = [
  'number',
  'day',
  'block',
  'group',
  'stance',
  'input',
  'proposal',
  'hasil',
  'reason',
  'shared',
  'change',
  'commitment',
  'objection',
] as const

export type MatrixColumn = (typeof MATRIX_COLUMNS)[number]

/** Words of answers in a language: also for what is made outside a request. */
export function answerWords(locale: Locale): typeof indonesian {
  return locale === 'en' ? english : indonesian
}

/** `commitmentPath` turns a slug into an address. */
export function matrixCells(
  row: MatrixRow,
  locale: Locale,
  commitmentPath: (slug: string) => string,
): Record<MatrixColumn, string> {
  const t = answerWords(locale)
  const { answer } = row
  return {
    number: String(row.number),
    day: formatDate(locale, row.day),
    block: whereOf(row, locale),
    group: row.group?.[locale] ?? '',
    stance: row.stance ? (t.stances[row.stance] ?? '') : '',
    input: saidIn(row, locale),
    proposal: row.proposal ?? '',
    hasil: answer ? (t.hasil[answer.hasil] ?? '') : t.waiting,
    reason: answer?.reason ?? '',
    shared: answer ? formatNumber(locale, answer.shared) : '',
    change: answer ? changeText(answer, locale) : '',
    commitment: answer?.commitment ? commitmentPath(answer.commitment) : '',
    objection: objectionText(row, locale),
  }
}

/** What may be read of it; one that supports another has no words of its own. */
export function saidIn({ text, supports, state }: MatrixRow, locale: Locale): string {
  const t = answerWords(locale)
  if (text === null) return t.texts[state] ?? ''
  return text || (supports === null ? '' : t.supports(formatNumber(locale, supports)))
}

/** What it speaks of: "Pasal 5 ayat (2)", and whether the draft still has it. */
export function whereOf({ block }: MatrixRow, locale: Locale): string {
  const t = answerWords(locale)
  if (!block) return t.whole
  return [asHeading(block.name[locale]), block.gone ? `(${t.matrix.gone})` : ''].join(' ').trim()
}

export function changeText({ change }: GivenAnswer, locale: Locale): string {
  return change ? answerWords(locale).changed(change.name[locale], String(change.version)) : ''
}

function objectionText({ objection }: MatrixRow, locale: Locale): string {
  if (!objection) return ''
  const t = answerWords(locale).matrix
  const settled =
    objection.settlement === 'confirmed'
      ? `${t.confirmed} ${objection.note ?? ''}`
      : objection.settlement
        ? t.again
        : t.openObjection
  return [objection.reason, settled].filter(Boolean).join('\n')
}
