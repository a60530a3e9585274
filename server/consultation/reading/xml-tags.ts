/** The tags and texts of an XML file one after the other. No entities but the five and numbers: nothing can grow. */

export interface Tag {
  kind: 'open' | 'close'
  /** With its prefix: `w:p`. An empty tag comes twice, opened and closed. */
  name: string
  attributes: Record<string, string>
}

export type XmlPiece = Tag | { kind: 'text'; text: string }

const PIECES = /<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export function* walkXml(xml: string): Generator<XmlPiece> {
  for (const [piece] of xml.matchAll(PIECES)) {
    if (!piece.startsWith('<')) {
      yield { kind: 'text', text: unescapeXml(piece) }
      continue
    }
    const [, slash, name] = /^<(\/?)([\w:.-]+)/.exec(piece) ?? []
    if (!name) continue
    if (slash) {
      yield { kind: 'close', name, attributes: {} }
      continue
    }
    yield { kind: 'open', name, attributes: attributesOf(piece) }
    if (piece.endsWith('/>')) yield { kind: 'close', name, attributes: {} }
  }
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')]),
  )
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name: string) => {
    if (name) return NAMED[name] ?? whole
    const point = hex ? Number.parseInt(String(hex), 16) : Number(decimal)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
