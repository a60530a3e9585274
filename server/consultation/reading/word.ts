/** The text of a Word file (.docx, ECMA-376) as a draft's text: a paragraph each, with numbers and headings written out. */
import { startCounting, readLists } from './word-lists.ts'
import { unzipPart } from './unzip.ts'
import { walkXml, type Tag } from './xml-tags.ts'

/** Unpacked bytes: some thousand pages of text. */
const LARGEST_TEXT = 16 * 1024 * 1024
const LARGEST_RULES = 4 * 1024 * 1024

interface Style {
  /** In English whatever the language: "heading 1". */
  name: string
  list: string | undefined
  depth: number
}

/** @returns undefined if it is a zip file but no Word file. @throws UnreadableZip, ZipTooLarge */
export function readWord(bytes: Buffer): string | undefined {
  const document = unzipPart(bytes, 'word/document.xml', LARGEST_TEXT)
  if (!document) return undefined
  const partOf = (name: string) => unzipPart(bytes, `word/${name}.xml`, LARGEST_RULES)?.toString('utf8') ?? ''
  const styles = readStyles(partOf('styles'))
  const count = startCounting(readLists(partOf('numbering')))
  return [...walkParagraphs(document.toString('utf8'))]
    .flatMap((paragraph) => writeParagraph(paragraph, styles.get(paragraph.style), count))
    .join('\n\n')
}

interface Paragraph {
  text: string
  style: string
  list: string | undefined
  depth: number | undefined
}

function writeParagraph(
  paragraph: Paragraph,
  style: Style | undefined,
  count: (list: string, depth: number) => string,
): string[] {
  if (/^toc /i.test(style?.name ?? '')) return []
  const list = paragraph.list ?? style?.list
  const text = paragraph.text.trim()
  const number = list && list !== '0' ? count(list, paragraph.depth ?? style?.depth ?? 0) : ''
  // A number alone is a passage where it is a name ("Pasal 5"), else an empty line that happens to stand in a list.
  const line = text || /\p{L}{3}/u.test(number) ? [number, text].filter(Boolean).join(' ') : ''
  if (!line) return []
  const [, heading] = /^(?:heading ([1-9])|title$)/i.exec(style?.name ?? '') ?? []
  const isTitle = /^title$/i.test(style?.name ?? '')
  const marks = isTitle ? '#' : heading ? '#'.repeat(Math.min(Number(heading), 3)) : ''
  return [marks ? `${marks} ${line}` : line]
}

/** What stands twice or was struck out. */
const SKIPPED = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText'])

/** A row of a table is one paragraph, its cells side by side. */
function* walkParagraphs(xml: string): Generator<Paragraph> {
  let paragraph = emptyParagraph()
  let cells: string[] = []
  let row = 0
  let skipped = 0
  let isText = false
  for (const piece of walkXml(xml)) {
    if (piece.kind === 'text') {
      if (isText && skipped === 0) paragraph.text += piece.text
      continue
    }
    const { kind, name } = piece
    const isOpening = kind === 'open'
    if (SKIPPED.has(name)) skipped += isOpening ? 1 : -1
    else if (name === 'w:t') isText = isOpening
    else if (name === 'w:tr') {
      row += isOpening ? 1 : -1
      if (!isOpening && row === 0) {
        yield { ...emptyParagraph(), text: cells.filter(Boolean).join(' · ') }
        cells = []
      }
    } else if (name === 'w:p') {
      if (!isOpening && row === 0) yield paragraph
      else if (!isOpening) cells.push(paragraph.text.trim())
      paragraph = emptyParagraph()
    } else if (isOpening) readMark(piece, paragraph)
  }
}

function readMark({ name, attributes }: Tag, paragraph: Paragraph): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:tab') paragraph.text += ' '
  else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n'
  else if (name === 'w:noBreakHyphen') paragraph.text += '-'
  else if (name === 'w:pStyle') paragraph.style = value
  else if (name === 'w:numId') paragraph.list = value
  else if (name === 'w:ilvl') paragraph.depth = Number(value) || 0
}

function emptyParagraph(): Paragraph {
  return { text: '', style: '', list: undefined, depth: undefined }
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  for (const piece of walkXml(xml)) {
    if (piece.kind !== 'open') continue
    const value = piece.attributes['w:val'] ?? ''
    if (piece.name === 'w:style') {
      style = { name: '', list: undefined, depth: 0 }
      styles.set(piece.attributes['w:styleId'] ?? '', style)
    } else if (!style) continue
    else if (piece.name === 'w:name') style.name = value
    else if (piece.name === 'w:numId') style.list = value
    else if (piece.name === 'w:ilvl') style.depth = Number(value) || 0
  }
  return styles
}
