/** All inputs and responses, a page at a time, so that memory doesn't grow with them. */
import { stringify } from 'csv-stringify/sync'
import { CSV_LINES, harmlessCell } from '../csv-cells.ts'
import type { Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { commitmentAddress } from './answer-documents.ts'
import { matrixPage } from './answer-matrix.ts'
import { publicConsultation } from './answering-place.ts'
import { answerWords, matrixCells, MATRIX_COLUMNS } from './matrix-cells.ts'

const ROWS_AT_ONCE = 500

/** @returns text in pieces, each of whole lines; read once. @throws Refused not-found */
export async function exportMatrix(
  scope: Scope,
  kind: 'csv' | 'jsonl',
  asked: { slug: string; locale: Locale; publicUrl: string },
): Promise<AsyncGenerator<string>> {
  const consultation = await publicConsultation(scope, asked.slug)
  const { locale } = asked
  const t = answerWords(locale)
  const address = commitmentAddress(asked)
  return (async function* lines() {
    if (kind === 'csv') yield csv([MATRIX_COLUMNS.map((column) => t.columns[column])])
    for (let after: number | null = 0; after !== null;) {
      const page: Awaited<ReturnType<typeof matrixPage>> = await matrixPage(
        scope.db,
        consultation,
        {},
        { after, limit: ROWS_AT_ONCE },
      )
      if (kind === 'jsonl') yield page.rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      else {
        const rows = page.rows.map((row) => matrixCells(row, locale, address))
        yield csv(rows.map((row) => MATRIX_COLUMNS.map((column) => harmlessCell(row[column]))))
      }
      after = page.next
    }
  })()
}

function csv(rows: string[][]): string {
  return stringify(rows, CSV_LINES)
}
