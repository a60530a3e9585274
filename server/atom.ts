/** Writes a feed as RFC 4287 asks. */
export interface Feed {
  /** Address of the feed itself, and of the page that it goes with. */
  self: string
  page: string
  language: string
  title: string
  author: string
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** 32 hexadecimal digits that never change. */
  id: string
  title: string
  summary: string
  link: string
  at: string
}

/** When nothing has been said yet. */
const BEGINNING = '2026-01-01T00:00:00Z'

export function toAtom({ self, page, language, title, author, entries }: Feed): string {
  const [newest] = entries
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${inXml(self)}</id>
<title>${inXml(title)}</title>
<updated>${newest?.at ?? BEGINNING}</updated>
<author><name>${inXml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${inXml(self)}"/>
<link rel="alternate" type="text/html" href="${inXml(page)}"/>
${entries.map(toEntry).join('')}</feed>
`
}

function toEntry({ id, title, summary, link, at }: FeedEntry): string {
  const [, a, b, c, d, e] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(id) ?? []
  return `<entry>
<id>urn:uuid:${[a, b, c, d, e].join('-')}</id>
<title>${inXml(title)}</title>
<updated>${at}</updated>
<link rel="alternate" type="text/html" href="${inXml(link)}"/>
<summary>${inXml(summary)}</summary>
</entry>
`
}

/** Without the characters that XML takes in no form. */
export function inXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
