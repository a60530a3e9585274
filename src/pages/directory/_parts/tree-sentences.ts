/** What is said of the lines of a file of a region's list. */
import type { Fields, Field } from '#server/directory/rules/tree-columns.ts'
import type { WrongLine } from '#server/directory/tree-rows.ts'
import type { Hindrance } from '#server/directory/tree-undo.ts'
import { nameOfValue } from '#server/directory/tree-values.ts'
import type { Locale } from '#server/paths.ts'
import type { Words } from '#server/words/words.ts'

export function wrongText(words: Words, { issue, column, value = '' }: WrongLine): string {
  const { columns, lines } = words.directoryFiles
  const names: Record<string, string> = columns
  const issues: Record<string, string> = { ...words.directory.issues, ...words.directoryStaff.issues }
  const known = lines[issue]
  if (known) return known(names[column && issue === 'no-column' ? column : value] ?? value)
  const text = issues[issue] ?? issue
  return column ? `${names[column]}: ${text}` : text
}

export function hindranceText(words: Words, { why, name }: Hindrance): string {
  return words.directoryFiles.imports.whyNot[why]?.(name) ?? name
}

/** "kontak: (kosong) → 0747 1", for each field that differs but for its closing, which is told apart. */
export function differences(words: Words, locale: Locale, before: Fields, after: Fields): string[] {
  const t = words.directoryFiles
  const shown = (field: Field, text = '') => nameOfValue(locale, field, text) || t.preview.blank
  return fieldsIn(after).map((field) =>
    t.preview.from(t.columns[field], shown(field, before[field]), shown(field, after[field])),
  )
}

/** "bidang: Kesehatan", for each field that is stated of what is added. */
export function statements(words: Words, locale: Locale, after: Fields): string[] {
  const stated = fieldsIn(after).filter((field) => field !== 'name')
  return stated.map(
    (field) => `${words.directoryFiles.columns[field]}: ${nameOfValue(locale, field, after[field] ?? '')}`,
  )
}

function fieldsIn(fields: Fields): Field[] {
  return (Object.keys(fields) as Field[]).filter((field) => field !== 'closed')
}
