/** The matrix and the closing document as files, from the same objects that the pages show. */
import type { PlacedConsultation } from '#db/consultation/consultations.ts'
import type { Document, Part, Sheet } from '../documents/document.ts'
import { makeDocument, makeSpreadsheet } from '../documents/making.ts'
import { dayIn } from '../directory/rules/days.ts'
import { pathTo, type Locale } from '../paths.ts'
import type { Scope } from '../scope.ts'
import { formatDate, formatNumber } from '../words/format.ts'
import { matrixPage, type MatrixRow } from './answer-matrix.ts'
import { publicConsultation } from './answering-place.ts'
import { closingParts, coverageLines } from './closing-parts.ts'
import { getClosing } from './closing.ts'
import { answerWords, matrixCells, MATRIX_COLUMNS, type MatrixColumn } from './matrix-cells.ts'
import type { Coverage } from './rules/coverage.ts'

/** Rows that a document holds; the rest is read on the portal. */
export const MOST_IN_DOCUMENT = 2000
export const MOST_IN_SHEET = 20_000
const ROWS_AT_ONCE = 500

const SHOWN: [MatrixColumn, number][] = [
  ['number', 0.7],
  ['block', 1.3],
  ['group', 1.2],
  ['input', 3.4],
  ['hasil', 1.1],
  ['reason', 3],
  ['change', 1.3],
]

export type FileKind = 'pdf' | 'docx' | 'xlsx'

export const FILE_TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface AskedFile {
  slug: string
  locale: Locale
  publicUrl: string
}

/** @throws Refused not-found; unavailable when too many documents are being made */
export async function matrixFile(scope: Scope, kind: FileKind, asked: AskedFile): Promise<Buffer> {
  const consultation = await publicConsultation(scope, asked.slug)
  if (kind !== 'xlsx') return makeDocument(kind, await matrixDocument(scope, consultation, asked))
  return makeSpreadsheet(await matrixSheets(scope, consultation, asked))
}

/** @throws Refused as `matrixFile` */
export async function closingFile(scope: Scope, kind: 'pdf' | 'docx', asked: AskedFile): Promise<Buffer> {
  const closing = await getClosing(scope, asked.slug)
  const t = answerWords(asked.locale).document
  const { title } = closing.consultation
  return makeDocument(kind, {
    ...frameOf(closing.consultation, asked),
    title: closing.closedOn ? t.closing(title) : t.draft(title),
    address: asked.publicUrl + pathTo(asked.locale, 'consultationClosing', { slug: asked.slug }),
    parts: closingParts(closing, asked),
  })
}

async function matrixDocument(scope: Scope, consultation: PlacedConsultation, asked: AskedFile): Promise<Document> {
  const { locale, publicUrl, slug } = asked
  const t = answerWords(locale)
  const closing = await getClosing(scope, slug)
  const rows = await firstRows(scope, consultation, MOST_IN_DOCUMENT)
  const cells = rows.map((row) => withProposal(matrixCells(row, locale, commitmentAddress(asked)), locale))
  const cut = cutText(closing.coverage, rows.length, locale)
  return {
    ...frameOf(consultation, asked),
    title: t.document.matrix(consultation.title),
    address: publicUrl + pathTo(locale, 'consultationAnswers', { slug }),
    landscape: true,
    parts: [
      ...coverageLines(closing, locale).map((text): Part => ({ kind: 'paragraph', text })),
      ...(cut ? [{ kind: 'paragraph' as const, text: cut }] : []),
      {
        kind: 'table',
        caption: t.document.caption,
        columns: SHOWN.map(([column, share]) => ({ label: t.columns[column], share })),
        rows: cells.map((cell) => SHOWN.map(([column]) => cell[column])),
      },
      {
        kind: 'paragraph',
        quiet: true,
        text: t.document.made(formatDate(locale, dayIn(scope.now, consultation.timezone))),
      },
    ],
  }
}

async function matrixSheets(scope: Scope, consultation: PlacedConsultation, asked: AskedFile): Promise<Sheet[]> {
  const { locale } = asked
  const t = answerWords(locale)
  const rows = await firstRows(scope, consultation, MOST_IN_SHEET)
  const wide: MatrixColumn[] = ['input', 'proposal', 'reason', 'objection']
  const closing = await getClosing(scope, asked.slug)
  const cut = cutText(closing.coverage, rows.length, locale)
  const ending = MATRIX_COLUMNS.map((column) => (column === 'input' ? (cut ?? '') : null))
  const summary = [...coverageLines(closing, locale), ...(cut ? [cut] : [])]
  return [
    {
      name: t.document.sheet,
      columns: MATRIX_COLUMNS.map((column) => ({ label: t.columns[column], width: wide.includes(column) ? 50 : 16 })),
      rows: [
        ...rows.map((row) => {
          const cells = matrixCells(row, locale, commitmentAddress(asked))
          return MATRIX_COLUMNS.map((column) => (column === 'number' ? row.number : cells[column]))
        }),
        ...(cut ? [ending] : []),
      ],
    },
    {
      name: t.document.summary,
      columns: [{ label: consultation.title, width: 90 }],
      rows: summary.map((line) => [line]),
    },
  ]
}

async function firstRows({ db }: Scope, consultation: PlacedConsultation, most: number): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = []
  for (let after: number | null = 0; after !== null && rows.length < most;) {
    const limit = Math.min(ROWS_AT_ONCE, most - rows.length)
    const page: { rows: MatrixRow[]; next: number | null } = await matrixPage(db, consultation, {}, { after, limit })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

/** On paper there is no column of its own for how a passage should read. */
function withProposal(cells: Record<MatrixColumn, string>, locale: Locale): Record<MatrixColumn, string> {
  if (!cells.proposal) return cells
  return { ...cells, input: [cells.input, `${answerWords(locale).columns.proposal}: ${cells.proposal}`].join('\n') }
}

/** What a file that holds only so many inputs says of the rest; undefined when it holds them all. */
function cutText({ received }: Coverage, held: number, locale: Locale): string | undefined {
  const count = (value: number) => formatNumber(locale, value)
  return received > held ? answerWords(locale).document.cut(count(held), count(received)) : undefined
}

export function commitmentAddress({ publicUrl, locale }: Omit<AskedFile, 'slug'>): (slug: string) => string {
  return (slug) => publicUrl + pathTo(locale, 'commitment', { slug })
}

function frameOf({ regionName, institutionName }: PlacedConsultation, { locale }: AskedFile) {
  const { page, missingLetters } = answerWords(locale).document
  const masthead = [institutionName, regionName, 'Balai'].filter(Boolean).join(' · ')
  return { masthead, language: locale, words: { page, missingLetters } }
}
