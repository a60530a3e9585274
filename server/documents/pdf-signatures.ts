/** Room to sign in, two beside one another: what stands in it is read aloud office by office. */
import { BLANK } from './document.ts'
import type { Face } from './pdf-lines.ts'
import { INK, leadingOf, MARGIN, type Paper, type Tag } from './pdf-paper.ts'

const OFFICE: Face = { font: 'body', size: 10.5 }
const NAME: Face = { font: 'strong', size: 10.5 }
/** Points for ink and stamp. */
const ROOM = 62
const ACROSS = 2
const BETWEEN = 24
const GAP = 14

export function drawSignatures(paper: Paper, root: Tag, blocks: { office: string; name: string }[]): void {
  const width = (paper.width - BETWEEN) / ACROSS
  const rows = rowsOf(paper, blocks, width)
  // Signatures stand on one page, if a page can hold them.
  const whole = rows.reduce((sum, { height }) => sum + height + GAP, 0)
  if (whole < paper.bottom - MARGIN) paper.room(whole)
  for (const { cells, offices, height } of rows) {
    paper.room(height)
    const top = paper.y()
    for (const [place, { office, name }] of cells.entries()) {
      const x = MARGIN + place * (width + BETWEEN)
      const tag = paper.open(root, 'P')
      drawLines(paper, tag, office, OFFICE, { x, y: top })
      drawLines(paper, tag, name, NAME, { x, y: top + offices + ROOM })
      paper.close(tag)
    }
    paper.skip(height + GAP)
  }
}

function rowsOf(paper: Paper, blocks: { office: string; name: string }[], width: number) {
  return Array.from({ length: Math.ceil(blocks.length / ACROSS) }, (_, row) => {
    const cells = blocks.slice(row * ACROSS, (row + 1) * ACROSS).map(({ office, name }) => ({
      office: paper.lines.cut(office, width, OFFICE),
      name: paper.lines.cut(name || BLANK, width, NAME),
    }))
    const offices = Math.max(...cells.map(({ office }) => office.length)) * leadingOf(OFFICE)
    const height = offices + ROOM + Math.max(...cells.map(({ name }) => name.length)) * leadingOf(NAME)
    return { cells, offices, height }
  })
}

function drawLines(paper: Paper, tag: Tag, lines: string[], face: Face, { x, y }: { x: number; y: number }): void {
  for (const [n, line] of lines.entries()) {
    paper.draw(tag, line, face, { x, y: y + n * leadingOf(face), colour: INK })
  }
}
