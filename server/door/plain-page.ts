/** A page of a few sentences, made without the pages' machinery, for who can't be let in: too many at once, or too much. */
import { createHash } from 'node:crypto'
import type { Locale } from '../paths.ts'

const STYLE = `:root{color-scheme:light dark}body{margin:0;background:#fbfaf6;color:#1d2427;font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:2rem 1rem}h1{margin:0;font-size:1.6rem;line-height:1.2}
button{min-height:48px;padding:0 1.25rem;font:inherit;font-weight:600;border:0;border-radius:8px;background:#0d5c63;color:#fff}
@media(prefers-color-scheme:dark){body{background:#12181a;color:#eceae3}button{background:#7cc7c6;color:#0b2b2f}}`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** What a plain page may load and where its form may go; framing is the door's own headers' or one's own. */
export const PLAIN_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'`

/** `form` is markup; everything else is text. */
export function plainPage(locale: Locale, title: string, sentences: readonly string[], form = ''): string {
  const text = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join('')
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1>${text}${form}</main></body></html>`
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** The language of an address, also of one that no page has. */
export function languageOf(address: string): Locale {
  return /^\/en(\/|\?|$)/.test(address) ? 'en' : 'id'
}
