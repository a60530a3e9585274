/** The form of the desk: how its rows are named, read, and told what is wrong with them. */
import type { RowIssues } from '#server/survey/desk-rows.ts'
import type { SheetRow } from '#server/survey/rules/sheet-row.ts'
import type { Words } from '#server/words/words.ts'

/** How many sheets are typed before they are saved. */
export const ROWS = 20

export const BLANK_ROW: SheetRow = { code: '', scores: '', who: '', comment: '', readOut: false }

/** Name and id of a row's field. */
export function nameOf(place: number, field: keyof SheetRow): string {
  return `${field}-${place}`
}

export function rowsOf(values: Record<string, string>): SheetRow[] {
  return Array.from({ length: ROWS }, (_, place) => {
    const value = (field: keyof SheetRow) => values[nameOf(place, field)] ?? ''
    return {
      code: value('code'),
      scores: value('scores'),
      who: value('who'),
      comment: value('comment'),
      readOut: value('readOut') !== '',
    }
  })
}

/** "Lembar 3, Kode lembar: …", in the order of the form, each with the field to jump to. */
export function rowIssues(words: Words, issues: RowIssues): { field: string; text: string }[] {
  const { enter, issues: texts } = words.desk
  const labels: Record<string, string> = {
    code: enter.code,
    scores: enter.scores,
    who: enter.who,
    comment: enter.comment,
  }
  return Object.entries(issues).flatMap(([row, fields]) => {
    if (row === 'form') return [{ field: nameOf(0, 'code'), text: texts.nothing ?? '' }]
    return Object.entries(fields).map(([field, code]) => ({
      field: nameOf(Number(row), field as keyof SheetRow),
      text: `${enter.row(Number(row) + 1)}, ${labels[field]?.toLowerCase()}: ${texts[code] ?? code}`,
    }))
  })
}
