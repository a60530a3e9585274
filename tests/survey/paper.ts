/** Sheets of paper to enter in tests. */
import type { Scope } from '#server/scope.ts'
import { enterSheets, type Entered } from '#server/survey/desk.ts'
import type { SheetRow } from '#server/survey/rules/sheet-row.ts'
import { listPrintedSheets, printSheets, type PrintedSheet } from '#server/survey/sheets.ts'

export async function printed(officer: Scope, slug: string, count: number): Promise<PrintedSheet[]> {
  const run = await printSheets(officer, slug, { count })
  if (!run.ok) throw new Error(JSON.stringify(run.issues))
  return listPrintedSheets(officer, slug, run.run, run.count)
}

export function rowOf(sheet: Pick<PrintedSheet, 'code'>, scores: string, rest: Partial<SheetRow> = {}): SheetRow {
  return { code: sheet.code, scores, who: '', comment: '', readOut: false, ...rest }
}

/** Prints so many sheets and enters them, all with the same scores unless told otherwise. */
export async function enterPaper(
  officer: Scope,
  slug: string,
  scores: string[],
  rest: Partial<SheetRow> = {},
): Promise<{ sheets: PrintedSheet[]; entered: Entered }> {
  const sheets = await printed(officer, slug, scores.length)
  const rows = sheets.map((sheet, i) => rowOf(sheet, scores[i] ?? '', rest))
  return { sheets, entered: await enterSheets(officer, slug, rows) }
}
