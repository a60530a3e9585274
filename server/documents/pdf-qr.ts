/** A QR code in a PDF: a figure that says where it leads, and the same address as a link beside it. */
import type { Part } from './document.ts'
import { BRAND, leadingOf, MARGIN, MUTED, type Paper, type Tag } from './pdf-paper.ts'
import { qrPng } from './qr-png.ts'

/** Points; some 28 mm, which a phone reads from a sheet on the table. */
const SIDE = 80
const BESIDE = SIDE + 12
const TEXT = { font: 'body', size: 10.5 } as const
const SMALL = { font: 'body', size: 9 } as const

export function drawQr(paper: Paper, root: Tag, { text, address }: Extract<Part, { kind: 'qr' }>): void {
  paper.skip(8)
  paper.room(SIDE + 8)
  const top = paper.y()
  const figure = paper.open(root, 'Figure', { alt: `${text}: ${address}` })
  const content = paper.pdf.markStructureContent('Figure')
  paper.pdf.image(qrPng(address), MARGIN, top, { width: SIDE, height: SIDE })
  paper.pdf.endMarkedContent()
  figure.structure.add(content)
  paper.close(figure)
  const paragraph = paper.open(root, 'P')
  const link = paper.open(paragraph, 'Link')
  paper.skip(8)
  const from = paper.y()
  paper.write(link, text, TEXT, { colour: BRAND, indent: BESIDE })
  paper.write(link, address, SMALL, { colour: MUTED, indent: BESIDE })
  paper.pdf.link(MARGIN + BESIDE, from, paper.width - BESIDE, paper.y() - from, address, {
    structParent: link.structure,
    Contents: new String(text),
  })
  paper.close(link)
  paper.close(paragraph)
  paper.skip(Math.max(8, top + SIDE + leadingOf(SMALL) - paper.y()))
}
