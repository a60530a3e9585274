/** Text cut into the lines that fit, of letters that the typeface has. */
import type PDFDocument from 'pdfkit'

export interface Face {
  font: 'body' | 'strong'
  size: number
}

/** The part of the typeface that we ask: the types of pdfkit don't show it. */
interface OpenFont {
  font: { hasGlyphForCodePoint(codePoint: number): boolean }
}

const MISSING = '¤'
const MOST_WIDTHS = 50_000

export interface LineCutter {
  cut(text: string, width: number, face: Face): string[]
  /** Whether a letter had to be replaced. */
  missed(): boolean
}

export function lineCutter(pdf: typeof PDFDocument.prototype): LineCutter {
  const widths = new Map<string, number>()
  const known = new Map<string, boolean>()
  let missed = false

  function widthOf(text: string, { font, size }: Face): number {
    const key = `${font}${size} ${text}`
    const remembered = widths.get(key)
    if (remembered !== undefined) return remembered
    const width = pdf.font(font).fontSize(size).widthOfString(text)
    if (widths.size < MOST_WIDTHS) widths.set(key, width)
    return width
  }

  function has(letter: string): boolean {
    const remembered = known.get(letter)
    if (remembered !== undefined) return remembered
    const { font } = (pdf.font('body') as unknown as { _font: OpenFont })._font
    const is = font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
    known.set(letter, is)
    return is
  }

  function printable(text: string): string {
    return [...text.normalize('NFC').replace(/\t/g, ' ')]
      .map((letter) => {
        if (/[\p{Cf}\p{Mn}\p{Me}]/u.test(letter)) return has(letter) && !/\p{Cf}/u.test(letter) ? letter : ''
        if (has(letter)) return letter
        missed = true
        return MISSING
      })
      .join('')
  }

  function cut(text: string, width: number, face: Face): string[] {
    return text.split(/\r\n|\r|\n/).flatMap((paragraph) => {
      const lines: string[] = []
      let line = ''
      let used = 0
      for (const word of wordsThatFit(printable(paragraph), width, face)) {
        const wide = widthOf(word, face)
        if (line !== '' && used + wide > width + widthOf(' ', face)) {
          lines.push(line.trimEnd())
          line = ''
          used = 0
        }
        line += word
        used += wide
      }
      return [...lines, line.trimEnd()]
    })
  }

  /** Words with the space behind them; one wider than the line is cut where the line ends. */
  function wordsThatFit(text: string, width: number, face: Face): string[] {
    return (text.match(/\S+\s*|\s+/g) ?? []).flatMap((word) => {
      if (word.length < 12 || widthOf(word.trimEnd(), face) <= width) return [word]
      const pieces: string[] = []
      let piece = ''
      let used = 0
      for (const letter of word) {
        const wide = widthOf(letter, face)
        if (piece !== '' && used + wide > width) {
          pieces.push(piece)
          piece = ''
          used = 0
        }
        piece += letter
        used += wide
      }
      return [...pieces, piece]
    })
  }

  return { cut, missed: () => missed }
}
