/** Answers by spreadsheet: what is filtered goes out, what was filled in comes back and is shown before it is saved. */
import { createHash } from 'node:crypto'
import { listInputsByNumber, pageOfInputs } from '#db/consultation/answered-inputs.ts'
import type { Hasil } from '#db/consultation/answer-tables.ts'
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import { makeSpreadsheet, readSpreadsheet } from '../documents/making.ts'
import { plainText } from '../plain-text.ts'
import type { Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { formatNumber } from '../words/format.ts'
import { filterOf, type DeskQuery } from './answer-desk.ts'
import { matrixRows, type MatrixRow } from './answer-matrix.ts'
import { LONGEST_REASON, SHORTEST_REASON } from './answer-schema.ts'
import { answer } from './answering.ts'
import { consultationFor, openConsultationFor } from './answering-place.ts'
import { answerWords, matrixCells, MATRIX_COLUMNS, type MatrixColumn } from './matrix-cells.ts'
import { HASIL } from './rules/outcomes.ts'

export const LARGEST_SHEET = 10 * 1024 * 1024
export const MOST_ROWS = 5000
const COLUMNS: MatrixColumn[] = MATRIX_COLUMNS.filter(
  (column) => !['shared', 'commitment', 'objection'].includes(column),
)

/** What is filtered, at most five thousand inputs. @throws Refused not-found, not-signed-in, forbidden, unavailable */
export async function answerSheet(scope: Scope, slug: string, query: DeskQuery, locale: Locale): Promise<Buffer> {
  const consultation = await consultationFor(scope, slug, 'consultation.answer')
  const t = answerWords(locale)
  const filter = filterOf(scope, query)
  const found = await pageOfInputs(scope.db, consultation.id, filter, { after: 0, limit: MOST_ROWS + 1 })
  const rows = await matrixRows(scope.db, consultation, found.slice(0, MOST_ROWS))
  // Without a number, an outcome or a reason, so that it says nothing when the sheet comes back.
  const cut = found.length > MOST_ROWS ? t.desk.sheetCut(formatNumber(locale, MOST_ROWS)) : undefined
  const ending = COLUMNS.map((column) => (column === 'input' ? (cut ?? '') : null))
  return makeSpreadsheet([
    {
      name: t.document.sheet,
      columns: COLUMNS.map((column) => ({
        label: t.columns[column],
        width: ['input', 'reason'].includes(column) ? 60 : 16,
      })),
      rows: [
        ...rows.map((row) => {
          const cells = {
            ...matrixCells(row, locale, (slug) => slug),
            hasil: row.answer ? (t.hasil[row.answer.hasil] ?? '') : '',
          }
          return COLUMNS.map((column) => (column === 'number' ? row.number : cells[column]))
        }),
        ...(cut ? [ending] : []),
      ],
    },
  ])
}

export interface SheetChange {
  number: number
  text: string
  now: { hasil: Hasil; reason: string } | null
  becomes: { hasil: Hasil; reason: string }
}

export interface SheetFault {
  /** Row of the sheet, the head being 1. */
  row: number
  problem: 'number' | 'twice' | 'hasil' | 'reason' | 'too-long'
}

export interface SheetPreview {
  changes: SheetChange[]
  wrong: SheetFault[]
  /** Names exactly these changes of exactly these answers. */
  digest: string
}

export type SheetReading =
  { ok: true; preview: SheetPreview } | { ok: false; why: 'unreadable' | 'columns' | 'tooMany' }

/** @throws Refused not-found, not-signed-in, forbidden, conflict, unavailable */
export async function previewSheet(scope: Scope, slug: string, bytes: Uint8Array): Promise<SheetReading> {
  const consultation = await openConsultationFor(scope, slug, 'consultation.answer')
  const rows = await readSpreadsheet(bytes)
  if (!rows) return { ok: false, why: 'unreadable' }
  if (rows.length > MOST_ROWS + 1) return { ok: false, why: 'tooMany' }
  const places = placesOf(rows[0] ?? [])
  if (!places) return { ok: false, why: 'columns' }
  return { ok: true, preview: await previewOf(scope, consultation, readRows(rows.slice(1), places)) }
}

/** Saves what the preview showed. @returns how many were answered, or that something moved since. @throws as `previewSheet` */
export async function applySheet(
  scope: Scope,
  slug: string,
  given: { number: number; hasil: string; reason: string }[],
  digest: string,
): Promise<{ ok: true; answered: number } | { ok: false; preview: SheetPreview }> {
  const consultation = await openConsultationFor(scope, slug, 'consultation.answer')
  const rows = given.slice(0, MOST_ROWS).map((row, index) => ({ row: index + 2, ...row, number: String(row.number) }))
  const preview = await previewOf(scope, consultation, rows)
  if (preview.digest !== digest || preview.wrong.length > 0) return { ok: false, preview }
  for (const { number, becomes } of preview.changes) await answer(scope, slug, { inputs: [number] }, becomes)
  return { ok: true, answered: preview.changes.length }
}

interface SheetRow {
  row: number
  number: string
  hasil: string
  reason: string
}

function placesOf(head: string[]): Record<'number' | 'hasil' | 'reason', number> | undefined {
  const find = (column: MatrixColumn) =>
    head.findIndex((label) =>
      (['id', 'en'] as const).some((l) => answerWords(l).columns[column].toLowerCase() === label.trim().toLowerCase()),
    )
  const places = { number: find('number'), hasil: find('hasil'), reason: find('reason') }
  return Object.values(places).includes(-1) ? undefined : places
}

/** Rows without an outcome and a reason say nothing, and are passed over. */
function readRows(rows: string[][], places: Record<'number' | 'hasil' | 'reason', number>): SheetRow[] {
  return rows
    .map((cells, index) => ({
      row: index + 2,
      number: (cells[places.number] ?? '').trim(),
      hasil: (cells[places.hasil] ?? '').trim(),
      reason: plainText(cells[places.reason] ?? '').trim(),
    }))
    .filter(({ hasil, reason }) => hasil !== '' || reason !== '')
}

async function previewOf(scope: Scope, consultation: PlacedConsultation, rows: SheetRow[]): Promise<SheetPreview> {
  const numbers = rows
    .map(({ number }) => Number(number))
    .filter((number) => Number.isSafeInteger(number) && number > 0 && number < 2 ** 31)
  const found = await listInputsByNumber(scope.db, consultation.id, [...new Set(numbers)])
  const known = new Map((await matrixRows(scope.db, consultation, found)).map((row) => [String(row.number), row]))
  const wrong: SheetFault[] = []
  const changes: SheetChange[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const problem = problemOf(row, known, seen)
    if (problem) wrong.push({ row: row.row, problem })
    else changes.push(...changeOf(row, known.get(row.number)))
    seen.add(row.number)
  }
  return { changes, wrong, digest: digestOf(changes) }
}

function problemOf(
  { number, hasil, reason }: SheetRow,
  known: Map<string, MatrixRow>,
  seen: Set<string>,
): SheetFault['problem'] | undefined {
  if (!known.has(number)) return 'number'
  if (seen.has(number)) return 'twice'
  if (!hasilOf(hasil)) return 'hasil'
  if (reason.length < SHORTEST_REASON) return 'reason'
  return reason.length > LONGEST_REASON ? 'too-long' : undefined
}

function changeOf({ hasil: said, reason }: SheetRow, row: MatrixRow | undefined): SheetChange[] {
  const hasil = hasilOf(said)
  if (!row || !hasil) return []
  const now = row.answer ? { hasil: row.answer.hasil, reason: row.answer.reason } : null
  if (now?.hasil === hasil && now.reason === reason) return []
  return [{ number: row.number, text: row.text ?? '', now, becomes: { hasil, reason } }]
}

/** As the words of either language say it, or as programs do. */
function hasilOf(text: string): Hasil | undefined {
  const said = text.toLowerCase()
  return HASIL.find((hasil) =>
    [hasil, ...(['id', 'en'] as const).map((l) => answerWords(l).hasil[hasil]?.toLowerCase())].includes(said),
  )
}

function digestOf(changes: SheetChange[]): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex')
}
