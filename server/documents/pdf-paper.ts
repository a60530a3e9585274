/** The paper of a PDF and the pen on it: lines go on overleaf where the page ends, and every line belongs to a tag. */
import type PDFDocument from 'pdfkit'
import type { Face, LineCutter } from './pdf-lines.ts'

export const MARGIN = 48
const FOOT = 30
const LEADING = 1.4
export const INK = '#1d2427'
export const MUTED = '#54606a'
export const BRAND = '#083d44'
export const RULE = '#c9c5b8'
export const HEAD = '#e3efee'

export type Pdf = typeof PDFDocument.prototype

export interface Tag {
  name: string
  structure: ReturnType<Pdf['struct']>
}

export interface Paper {
  pdf: Pdf
  lines: LineCutter
  /** Points between the margins. */
  width: number
  /** Where the pen stands, and how far down it may go. */
  y(): number
  bottom: number
  skip(points: number): void
  /** Begins a page if less than this many points are left. */
  room(points: number): void
  turn(): void
  open(parent: Tag, name: string, options?: object): Tag
  close(tag: Tag): void
  /** One line at `x`; the pen stays. */
  draw(tag: Tag, line: string, face: Face, at: { x: number; y?: number; colour: string }): void
  /** Lines across the page; the pen moves below them. */
  write(tag: Tag, text: string, face: Face, look?: { colour?: string; indent?: number }): void
  /** What is drawn in it belongs to nothing that is read aloud. */
  aside(act: () => void): void
}

export function leadingOf({ size }: Face): number {
  return size * LEADING
}

export function paperOf(pdf: Pdf, lines: LineCutter): Paper {
  let pen = MARGIN
  const paper: Paper = {
    pdf,
    lines,
    width: pdf.page.width - 2 * MARGIN,
    bottom: pdf.page.height - MARGIN - FOOT,
    y: () => pen,
    skip: (points) => void (pen += points),
    room: (points) => {
      if (pen + points > paper.bottom && pen > MARGIN) paper.turn()
    },
    turn: () => {
      pdf.addPage()
      pen = MARGIN
    },
    open: (parent, name, options = {}) => {
      const structure = pdf.struct(name, options)
      parent.structure.add(structure)
      return { name, structure }
    },
    close: (tag) => tag.structure.end(),
    draw: ({ name, structure }, line, face, { x, y = pen, colour }) => {
      const content = pdf.markStructureContent(name)
      pdf.font(face.font).fontSize(face.size).fillColor(colour)
      pdf.text(line || ' ', x, y, { lineBreak: false })
      pdf.endMarkedContent()
      structure.add(content)
    },
    write: (tag, text, face, { colour = INK, indent = 0 } = {}) => {
      for (const line of lines.cut(text, paper.width - indent, face)) {
        paper.room(leadingOf(face))
        paper.draw(tag, line, face, { x: MARGIN + indent, colour })
        pen += leadingOf(face)
      }
    },
    aside: (act) => {
      pdf.markContent('Artifact', { type: 'Layout' })
      act()
      pdf.endMarkedContent()
    },
  }
  return paper
}
