/** The text of a Markdown file as a draft's text: its words, without its signs. */
import { lexer, type Token, type Tokens } from 'marked'

export function readMarkdown(markdown: string): string {
  return lexer(markdown).flatMap(linesOf).join('\n\n')
}

function linesOf(token: Token): string[] {
  switch (token.type) {
    case 'heading':
      return [`${'#'.repeat(Math.min((token as Tokens.Heading).depth, 3))} ${wordsOf(token)}`]
    case 'list':
      return listLines(token as Tokens.List)
    case 'blockquote':
      return (token.tokens ?? []).flatMap(linesOf)
    case 'table':
      return tableLines(token as Tokens.Table)
    case 'space':
    case 'hr':
    case 'def':
      return []
    default:
      return [wordsOf(token)].filter(Boolean)
  }
}

function listLines({ items, ordered, start }: Tokens.List): string[] {
  return items.flatMap((item, index) => {
    const [first = '', ...rest] = item.tokens.flatMap(linesOf)
    return [`${ordered ? `${Number(start || 1) + index}.` : '-'} ${first}`, ...rest]
  })
}

function tableLines({ header, rows }: Tokens.Table): string[] {
  return [header, ...rows].map((cells) => cells.map(wordsOf).filter(Boolean).join(' · '))
}

/** The words of a token with those within it; markup that isn't Markdown stays as it was typed. */
function wordsOf(token: { text?: string; raw?: string; tokens?: Token[]; type?: string }): string {
  if (token.type === 'br') return '\n'
  if (token.tokens && token.tokens.length > 0) return token.tokens.map(wordsOf).join('')
  return token.text ?? token.raw ?? ''
}
