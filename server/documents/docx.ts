/** A Word document with real headings, lists and tables, in its own language, numbered at the foot. */
import {
  AlignmentType,
  Document as WordDocument,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { BLANK, type Document, type Part } from './document.ts'
import { qrPng } from './qr-png.ts'

/** A4 in twentieths of a point; Word swaps the sides for landscape. */
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = 1000
const BULLETS = 'bullets'

/** @returns the file's bytes */
export async function makeDocx(document: Document): Promise<Buffer> {
  const { title, masthead, language, landscape } = document
  const file = new WordDocument({
    title,
    creator: masthead,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: language === 'id' ? 'id-ID' : 'en-GB' } } },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: footOf(document) },
        children: [
          new Paragraph({ children: [quiet(masthead)] }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...document.parts.flatMap((part) => drawn(part, landscape ? A4.height : A4.width)),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

function footOf({ address, words }: Document): Footer {
  const [before = '', between = '', after = ''] = words.page.split(/\{pages?\}/)
  const number = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]
  return new Footer({
    children: [new Paragraph({ children: [quiet(`${address} · `), new TextRun({ children: number, ...QUIET })] })],
  })
}

const QUIET = { color: '54606A', size: 18 }
const quiet = (text: string) => new TextRun({ text, ...QUIET })

function drawn(part: Part, pageWidth: number): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading': {
      const heading = part.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
      return [new Paragraph({ heading, children: runs(part.text), spacing: { before: 240, after: 80 } })]
    }
    case 'paragraph':
      return [new Paragraph({ children: runs(part.text, part.quiet ? QUIET : {}), spacing: { after: 120 } })]
    case 'list':
      return part.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs(item) }),
      )
    case 'facts':
      return part.facts.map(
        ({ label, value }) =>
          new Paragraph({ children: [quiet(`${label}: `), ...runs(value, { bold: true })], spacing: { after: 60 } }),
      )
    case 'link':
      return [
        new Paragraph({
          children: [new ExternalHyperlink({ link: part.address, children: runs(part.text, { style: 'Hyperlink' }) })],
        }),
      ]
    case 'qr':
      return [
        new Paragraph({
          keepNext: true,
          children: [
            new ImageRun({ type: 'png', data: qrPng(part.address), transformation: QR, altText: altOf(part) }),
          ],
        }),
        ...drawn({ kind: 'link', text: part.text, address: part.address }, pageWidth),
      ]
    case 'signatures':
      return signaturesOf(part.blocks)
    case 'page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
    case 'table':
      return tableOf(part, pageWidth - 2 * MARGIN)
  }
}

/** Pixels. */
const QR = { width: 96, height: 96 }

const altOf = ({ text, address }: { text: string; address: string }) => ({
  name: 'QR',
  title: text,
  description: address,
})

function signaturesOf(blocks: { office: string; name: string }[]): Paragraph[] {
  return blocks.flatMap(({ office, name }) => [
    new Paragraph({ keepNext: true, children: runs(office), spacing: { before: 240, after: 900 } }),
    new Paragraph({ children: runs(name || BLANK, { bold: name !== '' }), spacing: { after: 120 } }),
  ])
}

/** Line breaks stay. */
function runs(text: string, look: object = {}): TextRun[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))
}

function tableOf(part: Extract<Part, { kind: 'table' }>, width: number): (Paragraph | Table)[] {
  const { caption, columns, rows, ink } = part
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / total))
  const cell = (text: string, index: number, look: object) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ children: runs(text, { size: 17, ...look }) })],
    })
  const head = columns.map(({ label }, index) => cell(label, index, { bold: true }))
  const height = ink === undefined ? {} : { height: { value: ink * 20, rule: HeightRule.ATLEAST } }
  const body = rows.map((row) => new TableRow({ ...height, children: row.map((text, index) => cell(text, index, {})) }))
  return [
    new Paragraph({ children: runs(caption, { bold: true }), keepNext: true, spacing: { before: 120, after: 60 } }),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      rows: [new TableRow({ tableHeader: true, children: head }), ...body],
    }),
    new Paragraph({ children: [] }),
  ]
}
