/** Reads what was typed of a pile of sheets, row by row. */
import { isBlankRow, readSheetProfile, readSheetScores, type SheetRow } from './rules/sheet-row.ts'
import type { InstrumentContent } from './rules/instrument.ts'
import { commentSchema, type AnswerBody } from './schema.ts'
import { readSheet, type Sheet } from './sheet-codes.ts'

/** A row's place from 0, or "form" for all of them → field → issue code. */
export type RowIssues = Record<string, Record<string, string>>

export interface ReadSheet {
  /** Place of its row. */
  row: number
  sheet: Sheet
  body: AnswerBody
  readOut: boolean
}

/** Issues: code: required, sheet-code, twice; scores: nine; who: who; comment: too-long; form: nothing. */
export function readSheets(
  secret: string,
  survey: { id: string; content: InstrumentContent },
  rows: SheetRow[],
): { ok: true; sheets: ReadSheet[] } | { ok: false; issues: RowIssues } {
  const issues: RowIssues = {}
  const sheets: ReadSheet[] = []
  const seen = new Set<string>()
  for (const [row, typed] of rows.entries()) {
    if (isBlankRow(typed)) continue
    const sheet = readSheet(secret, survey.id, typed.code)
    const scores = readSheetScores(typed.scores, survey.content)
    const respondent = readSheetProfile(typed.who, survey.content)
    const comment = commentSchema.safeParse(typed.comment)
    const wrong = {
      ...(sheet
        ? seen.has(sheet.hash)
          ? { code: 'twice' }
          : {}
        : { code: typed.code.trim() ? 'sheet-code' : 'required' }),
      ...(scores ? {} : { scores: 'nine' }),
      ...(respondent ? {} : { who: 'who' }),
      ...(comment.success ? {} : { comment: 'too-long' }),
    }
    if (sheet) seen.add(sheet.hash)
    if (Object.keys(wrong).length > 0) issues[row] = wrong
    if (!sheet || !scores || !respondent || !comment.success) continue
    sheets.push({
      row,
      sheet,
      readOut: typed.readOut,
      body: { answers: scores, respondent, comment: comment.data ?? null },
    })
  }
  if (Object.keys(issues).length > 0) return { ok: false, issues }
  if (sheets.length === 0) return { ok: false, issues: { form: { form: 'nothing' } } }
  return { ok: true, sheets }
}
