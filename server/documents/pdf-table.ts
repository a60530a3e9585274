/** A table of a PDF: cells of any length go on overleaf beside one another, under their heads repeated. */
import type { Column, Part } from './document.ts'
import type { Face } from './pdf-lines.ts'
import { BRAND, HEAD, INK, leadingOf, MARGIN, RULE, type Paper, type Tag } from './pdf-paper.ts'

const CELL: Face = { font: 'body', size: 8.5 }
const TITLE: Face = { font: 'strong', size: 8.5 }
const PADDING = 4

interface Place {
  x: number
  width: number
}

export function drawTable(paper: Paper, root: Tag, part: Extract<Part, { kind: 'table' }>): void {
  const { caption, columns, rows, ink = 0 } = part
  const places = placesOf(columns, paper.width)
  paper.room(80)
  const table = paper.open(root, 'Table')
  const title = paper.open(table, 'Caption')
  paper.write(title, caption, { font: 'strong', size: 10 }, { colour: BRAND })
  paper.close(title)
  paper.skip(4)
  const heads = columns.map(({ label }, i) => paper.lines.cut(label, textWidth(places[i]), TITLE))
  const body: TableBody = { paper, places, ink: 0, drawHeads: () => repeatHeads(paper, places, heads) }
  const head = paper.open(table, 'TR')
  const cells = heads.map(() => paper.open(head, 'TH', { scope: 'Column' }))
  shadeHead(paper, heightOf(heads, TITLE))
  drawLines(body, cells, heads, TITLE)
  for (const cell of cells) paper.close(cell)
  paper.close(head)
  for (const row of rows) drawRow({ ...body, ink }, table, row)
  paper.close(table)
  paper.skip(12)
}

interface TableBody {
  paper: Paper
  places: Place[]
  /** The least height of a row to be written in, in points; 0 for one that is only read. */
  ink: number
  drawHeads: () => void
}

function placesOf(columns: Column[], width: number): Place[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  let x = MARGIN
  return columns.map(({ share }) => {
    const place = { x, width: (width * share) / total }
    x += place.width
    return place
  })
}

const textWidth = (place: Place | undefined) => (place?.width ?? 0) - 2 * PADDING

function drawRow(body: TableBody, table: Tag, row: string[]): void {
  const { paper, places, ink } = body
  const lines = row.map((text, i) => paper.lines.cut(text, textWidth(places[i]), CELL))
  const few = 2 * PADDING + Math.min(4, Math.max(1, ...lines.map(({ length }) => length))) * leadingOf(CELL)
  const least = Math.max(few, ink)
  if (paper.y() + least > paper.bottom) {
    paper.turn()
    body.drawHeads()
  }
  const tag = paper.open(table, 'TR')
  const cells = row.map(() => paper.open(tag, 'TD'))
  drawLines(body, cells, lines, CELL)
  for (const cell of cells) paper.close(cell)
  paper.close(tag)
}

/** As many lines as the page has room for; the rest on the following pages. */
function drawLines(body: TableBody, cells: Tag[], lines: string[][], face: Face): void {
  const { paper, places } = body
  const most = Math.max(1, ...lines.map(({ length }) => length))
  let from = 0
  while (from < most) {
    const fits = Math.max(1, Math.floor((paper.bottom - paper.y() - 2 * PADDING) / leadingOf(face)))
    const until = Math.min(most, from + fits)
    for (const [i, cell] of cells.entries()) {
      for (const [n, line] of (lines[i] ?? []).slice(from, until).entries()) {
        const at = { x: (places[i]?.x ?? MARGIN) + PADDING, y: paper.y() + PADDING + n * leadingOf(face) }
        paper.draw(cell, line, face, { ...at, colour: face === TITLE ? BRAND : INK })
      }
    }
    const height = Math.max(body.ink, 2 * PADDING + (until - from) * leadingOf(face))
    if (body.ink > 0) divide(body, height)
    paper.skip(height)
    rule(paper)
    from = until
    if (from < most) {
      paper.turn()
      body.drawHeads()
    }
  }
}

/** The heads overleaf are for the eye alone: read aloud, they stand once. */
function repeatHeads(paper: Paper, places: Place[], heads: string[][]): void {
  shadeHead(paper, heightOf(heads, TITLE))
  paper.aside(() => {
    for (const [i, lines] of heads.entries()) {
      for (const [n, line] of lines.entries()) {
        paper.pdf.font(TITLE.font).fontSize(TITLE.size).fillColor(BRAND)
        const y = paper.y() + PADDING + n * leadingOf(TITLE)
        paper.pdf.text(line || ' ', (places[i]?.x ?? MARGIN) + PADDING, y, { lineBreak: false })
      }
    }
  })
  paper.skip(heightOf(heads, TITLE))
  rule(paper)
}

function heightOf(lines: string[][], face: Face): number {
  return 2 * PADDING + Math.max(1, ...lines.map(({ length }) => length)) * leadingOf(face)
}

function shadeHead(paper: Paper, height: number): void {
  paper.aside(() => void paper.pdf.rect(MARGIN, paper.y(), paper.width, height).fill(HEAD))
}

/** Lines between the columns of a row to be written in. */
function divide({ paper, places }: TableBody, height: number): void {
  paper.aside(() => {
    const top = paper.y()
    for (const { x } of [...places, { x: MARGIN + paper.width }]) paper.pdf.moveTo(x, top).lineTo(x, top + height)
    paper.pdf.lineWidth(0.5).stroke(RULE)
  })
}

function rule(paper: Paper): void {
  paper.aside(() => {
    const y = paper.y()
    paper.pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + paper.width, y)
      .lineWidth(0.5)
      .stroke(RULE)
  })
}
