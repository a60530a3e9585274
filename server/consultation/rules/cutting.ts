/**
 * A draft as one text, and the passages it is cut into. The text is what an officer types or corrects, and what a Markdown
 * or Word file becomes first: an empty line ends a passage, and so does a line that begins like one: "BAB II", "Bagian
 * Kesatu", "Pasal 5", "(2)", "a.", "1.", "-"; "#", "##" and "###" make a heading of any line. A backslash before a line
 * makes plain text of it. What Indonesian drafting calls them: UU 12/2011, annex II.
 */
import type { BlockKind } from '#db/consultation/tables.ts'

export interface CutBlock {
  kind: BlockKind
  /** As the draft numbers it: "BAB II", "Pasal 5", "(2)", "a."; empty where it has none. */
  label: string
  text: string
}

interface Beginning extends CutBlock {
  /** Whether a plain line right below belongs to it, as the title of a chapter does. */
  takesNext: boolean
}

const CHAPTER = /^(BAB\s+(?:[IVXLCDM]+|\d+)[A-Z]?)\b[.:]?\s*(.*)$/i
const PART = /^((?:Bagian|Paragraf)\s+(?:Ke\p{L}+|\d+))\b[.:]?\s*(.*)$/iu
const ARTICLE = /^(Pasal\s+(?:\d+|[IVXLC]+)[A-Z]?)\b[.:]?\s*(.*)$/i
const PARAGRAPH = /^(\(\d{1,3}[a-z]?\))\s+(.*)$/
const ITEM = /^((?:[a-z]{1,2}|\d{1,3})[.)])\s+(.*)$/
const BULLET = /^[-•–*]\s+(.*)$/
const HEADING = /^(#{1,6})\s+(.*)$/

/** The passages of a draft's text, in order. */
export function cutDraft(text: string): CutBlock[] {
  const blocks: Beginning[] = []
  let isOpen = false
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\s+/g, ' ').trim()
    const last = blocks.at(-1)
    if (line === '') {
      isOpen = false
      continue
    }
    const begun = beginningOf(line)
    if (begun) blocks.push(begun)
    else if (last && (isOpen || (last.takesNext && last.text === ''))) last.text = joined(last.text, line)
    else blocks.push({ kind: 'text', label: '', text: line, takesNext: false })
    isOpen = true
  }
  return blocks.filter(({ label, text }) => label || text).map(({ kind, label, text }) => ({ kind, label, text }))
}

/** The text that is cut into these passages again: the way back from `cutDraft`. */
export function writeDraft(blocks: readonly CutBlock[]): string {
  return blocks.map(writeBlock).join('\n\n')
}

function writeBlock({ kind, label, text }: CutBlock): string {
  if (kind === 'text') return beginningOf(text) ? `\\${text}` : text
  const whole = joined(label, text)
  const read = beginningOf(whole)
  if (read && read.kind === kind && read.label === label) return whole
  return `${HEADING_MARKS[kind] ?? '-'} ${whole}`
}

const HEADING_MARKS: Partial<Record<BlockKind, string>> = { chapter: '#', part: '##', article: '###' }

/** What a line begins; undefined where it goes on with what stands above it. */
function beginningOf(line: string): Beginning | undefined {
  const [, marks, title = ''] = HEADING.exec(line) ?? []
  if (marks) return numbered(title) ?? headingOf(marks.length, title)
  if (line.startsWith('\\')) return { kind: 'text', label: '', text: line.slice(1).trim(), takesNext: false }
  const [, bullet] = BULLET.exec(line) ?? []
  if (bullet !== undefined) return { kind: 'item', label: '', text: bullet, takesNext: false }
  return numbered(line)
}

const NUMBERED: [BlockKind, RegExp][] = [
  ['chapter', CHAPTER],
  ['part', PART],
  ['article', ARTICLE],
  ['paragraph', PARAGRAPH],
  ['item', ITEM],
]

function numbered(line: string): Beginning | undefined {
  for (const [kind, pattern] of NUMBERED) {
    const [, label, text = ''] = pattern.exec(line) ?? []
    // "Pasal 5 ayat (2) berlaku bagi …" speaks of an article and begins none.
    if (label && !(kind === 'article' && /^(ayat|huruf|angka|sampai|dan|atau|s\.d|,)/i.test(text))) {
      return { kind, label: label.replace(/\s+/g, ' '), text, takesNext: kind !== 'paragraph' && kind !== 'item' }
    }
  }
  return undefined
}

function headingOf(depth: number, title: string): Beginning {
  const kind = depth === 1 ? 'chapter' : depth === 2 ? 'part' : 'article'
  return { kind, label: '', text: title, takesNext: false }
}

function joined(before: string, after: string): string {
  return before && after ? `${before} ${after}` : before + after
}
