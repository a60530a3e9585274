/** What stands in a cell, in either language or as the API says it, and how it is written. */
import { directory as english } from '../words/en/directory.ts'
import { directoryFiles as englishFiles } from '../words/en/directory-files.ts'
import { directory as indonesian } from '../words/id/directory.ts'
import { directoryFiles as indonesianFiles } from '../words/id/directory-files.ts'
import { COLUMNS, FLAGS, LEVELS, type Column, type Level } from './rules/tree-columns.ts'
import { INSTITUTION_KINDS, SECTORS } from './schema.ts'

export type TreeLocale = 'id' | 'en'

const FILES = { id: indonesianFiles, en: englishFiles }
const DIRECTORY = { id: indonesian, en: english }
const YES = new Set(['1', 'x', 'y', 'true', ...Object.values(FILES).map(({ yes }) => yes)])
const NO = new Set(['', '0', '-', 'n', 'false', ...Object.values(FILES).map(({ no }) => no)])

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

function namesOf<Key extends string>(keys: readonly Key[], labels: Record<string, string>[]): Map<string, Key> {
  return new Map(
    keys.flatMap((key) => [key, ...labels.map((each) => each[key] ?? key)].map((name) => [plain(name), key])),
  )
}

const words = <T>(pick: (locale: TreeLocale) => T): T[] => [pick('id'), pick('en')]
const columns = namesOf<Column>(
  COLUMNS,
  words((locale) => FILES[locale].columns),
)
const levels = namesOf<Level>(
  LEVELS,
  words((locale) => FILES[locale].levels),
)
const kinds = namesOf<string>(
  INSTITUTION_KINDS,
  words((locale) => DIRECTORY[locale].institutionKinds),
)
const sectors = namesOf<string>(
  SECTORS,
  words((locale) => DIRECTORY[locale].sectors),
)

export function columnNamed(header: string): Column | undefined {
  return columns.get(plain(header))
}

export function levelNamed(text: string): Level | undefined {
  return levels.get(plain(text))
}

/** The cell as a field keeps it, or why it can't be. */
export function readCell(column: Column, cell: string): { value: string } | { issue: 'choice' | 'yes-no' } {
  const text = unguarded(cell).trim()
  if (FLAGS.includes(column)) {
    const answer = plain(text)
    return YES.has(answer) ? { value: '1' } : NO.has(answer) || text === '-' ? { value: '' } : { issue: 'yes-no' }
  }
  const choices = column === 'kind' ? kinds : column === 'sector' ? sectors : undefined
  if (!choices || text === '') return { value: text }
  const value = choices.get(plain(text))
  return value === undefined ? { issue: 'choice' } : { value }
}

/** A field as people read it in the language. */
export function nameOfValue(locale: TreeLocale, column: Column, value: string): string {
  if (FLAGS.includes(column)) return value === '1' ? FILES[locale].yes : FILES[locale].no
  const labels: Partial<Record<Column, Record<string, string>>> = {
    level: FILES[locale].levels,
    kind: DIRECTORY[locale].institutionKinds,
    sector: DIRECTORY[locale].sectors,
  }
  return labels[column]?.[value] ?? value
}

/** The same as a cell of a file; the reverse of `readCell`. */
export function writeCell(locale: TreeLocale, column: Column, value: string): string {
  return guarded(nameOfValue(locale, column, value))
}

export function headerOf(locale: TreeLocale): string[] {
  return COLUMNS.map((column) => FILES[locale].columns[column])
}

// A spreadsheet would run text that begins like a formula, in wide characters too. What is put in front is taken off again.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
