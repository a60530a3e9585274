/** A tagged PDF: its headings, lists and tables are named, so that it can be read aloud in order. The typeface is inside. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Document, Part } from './document.ts'
import { lineCutter } from './pdf-lines.ts'
import { BRAND, INK, MARGIN, MUTED, paperOf, type Paper, type Tag } from './pdf-paper.ts'
import { drawQr } from './pdf-qr.ts'
import { drawSignatures } from './pdf-signatures.ts'
import { drawTable } from './pdf-table.ts'

const { resolve } = createRequire(import.meta.url)

/** @returns the file's bytes */
export async function makePdf(document: Document): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: document.landscape ? 'landscape' : 'portrait',
    margin: MARGIN,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: document.language === 'id' ? 'id-ID' : 'en-GB',
    pdfVersion: '1.7',
    info: { Title: document.title, Author: document.masthead, Creator: 'Balai', Producer: 'Balai' },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise<void>((done, failed) => pdf.on('end', done).on('error', failed))
  pdf.registerFont('body', typeface(400))
  pdf.registerFont('strong', typeface(700))
  const paper = paperOf(pdf, lineCutter(pdf))
  const root: Tag = { name: 'Document', structure: pdf.struct('Document') }
  pdf.addStructure(root.structure)
  drawHead(paper, root, document)
  for (const part of document.parts) drawPart(paper, root, part)
  if (paper.lines.missed())
    drawPart(paper, root, { kind: 'paragraph', quiet: true, text: document.words.missingLetters })
  root.structure.end()
  drawFeet(paper, document)
  pdf.end()
  await ended
  return Buffer.concat(pieces)
}

function typeface(weight: number): Buffer {
  return readFileSync(resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`))
}

function drawHead(paper: Paper, root: Tag, { masthead, title }: Document): void {
  const above = paper.open(root, 'P')
  paper.write(above, masthead, { font: 'body', size: 9 }, { colour: MUTED })
  paper.close(above)
  paper.skip(4)
  const heading = paper.open(root, 'H1')
  paper.write(heading, title, { font: 'strong', size: 20 }, { colour: BRAND })
  paper.close(heading)
  paper.skip(10)
}

function drawPart(paper: Paper, root: Tag, part: Part): void {
  switch (part.kind) {
    case 'heading':
      return drawHeading(paper, root, part)
    case 'paragraph':
      return drawParagraph(paper, root, part)
    case 'list':
      return drawList(paper, root, part.items)
    case 'facts':
      return drawFacts(paper, root, part.facts)
    case 'link':
      return drawLink(paper, root, part)
    case 'qr':
      return drawQr(paper, root, part)
    case 'signatures':
      return drawSignatures(paper, root, part.blocks)
    case 'page':
      return paper.turn()
    case 'table':
      return drawTable(paper, root, part)
  }
}

function drawHeading(paper: Paper, root: Tag, { level, text }: Extract<Part, { kind: 'heading' }>): void {
  const size = level === 1 ? 14 : 11.5
  paper.skip(level === 1 ? 14 : 8)
  // A heading doesn't stand alone at the foot of a page.
  paper.room(size * 5)
  const tag = paper.open(root, level === 1 ? 'H2' : 'H3')
  paper.write(tag, text, { font: 'strong', size }, { colour: BRAND })
  paper.close(tag)
  paper.skip(4)
}

function drawParagraph(paper: Paper, root: Tag, { text, quiet }: Extract<Part, { kind: 'paragraph' }>): void {
  const tag = paper.open(root, 'P')
  paper.write(tag, text, { font: 'body', size: quiet ? 9 : 10.5 }, { colour: quiet ? MUTED : INK })
  paper.close(tag)
  paper.skip(6)
}

function drawList(paper: Paper, root: Tag, items: string[]): void {
  const list = paper.open(root, 'L')
  for (const item of items) {
    const entry = paper.open(list, 'LI')
    paper.room(16)
    const label = paper.open(entry, 'Lbl')
    paper.draw(label, '•', { font: 'body', size: 10.5 }, { x: MARGIN + 4, colour: INK })
    paper.close(label)
    const body = paper.open(entry, 'LBody')
    paper.write(body, item, { font: 'body', size: 10.5 }, { indent: 18 })
    paper.close(body)
    paper.close(entry)
    paper.skip(2)
  }
  paper.close(list)
  paper.skip(6)
}

function drawFacts(paper: Paper, root: Tag, facts: { label: string; value: string }[]): void {
  for (const { label, value } of facts) {
    const tag = paper.open(root, 'P')
    paper.room(30)
    paper.write(tag, label, { font: 'body', size: 9 }, { colour: MUTED })
    paper.write(tag, value, { font: 'strong', size: 10.5 })
    paper.close(tag)
    paper.skip(5)
  }
  paper.skip(4)
}

function drawLink(paper: Paper, root: Tag, { text, address }: Extract<Part, { kind: 'link' }>): void {
  const paragraph = paper.open(root, 'P')
  const tag = paper.open(paragraph, 'Link')
  paper.room(18)
  const top = paper.y()
  paper.write(tag, text, { font: 'body', size: 10.5 }, { colour: '#0d5c63' })
  const height = Math.max(14, paper.y() - top)
  paper.pdf.link(MARGIN, paper.y() - height, paper.width, height, address, {
    structParent: tag.structure,
    Contents: new String(text),
  })
  paper.close(tag)
  paper.close(paragraph)
  paper.skip(6)
}

/** On each page its number and where the same stands; no part of what is read aloud. */
function drawFeet({ pdf }: Paper, { address, words }: Document): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index)
    pdf.markContent('Artifact', { type: 'Pagination' })
    const number = words.page.replace('{page}', String(index + 1)).replace('{pages}', String(count))
    const y = pdf.page.height - MARGIN
    // Below the margin pdfkit would begin a new page.
    pdf.page.margins.bottom = 0
    pdf.font('body').fontSize(8).fillColor(MUTED)
    const wide = pdf.widthOfString(number)
    pdf.text(address, MARGIN, y, { lineBreak: false })
    pdf.text(number, pdf.page.width - MARGIN - wide, y, { lineBreak: false })
    pdf.endMarkedContent()
  }
}
