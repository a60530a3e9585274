/**
 * Pages that any stranger may see, kept ready to send. A kept page is served only if nothing it depends on has moved since
 * its rendering began (the feed tells) and no clock boundary has passed. A visitor with a session never gets one.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Feed } from './feed.ts'
import { KEY_PLACEHOLDER, PLACEHOLDERS, signTime } from './form-seal.ts'
import { newSubmissionKey } from './ids.ts'
import { keepSpliceable, spliceGzip, splicePlain, type Spliceable } from './splice.ts'

const BYTES_KEPT = 64 * 1024 * 1024
/** What an entry takes beside its bodies: key, headers, tags. */
const BYTES_BESIDE = 2048
/** However quiet the ledger: what moves without an entry (a count of answers received) is never older than this. */
const LONGEST_MS = 60_000

type Form = 'gzip' | 'plain'

export interface KeptPage {
  status: number
  headers: Record<string, string>
  /** The same as Node takes them fastest: name, value, name, value; the last two values are those of each copy. */
  head: Partial<Record<Form, string[]>>
  body: Spliceable
  /** Put together, as text of one character a byte: Node joins that with the head and writes both at once. */
  whole: Partial<Record<Form, string>>
  /** Which of the placeholders stands between each two parts. */
  placeholders: string[]
  etag: string | undefined
  tags: string[]
  renderedFrom: number
  until: number
}

export interface Keeper {
  keep(key: string, page: RenderedPage, asOf: number): KeptPage
  find(key: string): KeptPage | undefined
  /** Under the name that the log knows it by. */
  send(page: KeptPage, request: IncomingMessage, response: ServerResponse, requestId: string): void
}

export interface RenderedPage {
  status: number
  headers: Record<string, string>
  html: string
  tags: string[]
  until: Date | null
}

export function makeKeeper(feed: Feed, secret: string): Keeper {
  const pages = new LRUCache<string, KeptPage>({ maxSize: BYTES_KEPT, sizeCalculation: sizeOf })
  return {
    keep(key, rendered, asOf) {
      const page = toKeptPage(rendered, asOf)
      if (rendered.tags.length > 0 && rendered.status === 200) pages.set(key, page)
      return page
    },
    find(key) {
      const page = pages.get(key)
      if (!page) return undefined
      if (Date.now() < page.until && !feed.movedSince(page.tags, page.renderedFrom)) return page
      pages.delete(key)
      return undefined
    },
    send: (page, request, response, requestId) => sendPage(page, secret, { request, response, requestId }),
  }
}

export function toKeptPage(rendered: RenderedPage, asOf: number): KeptPage {
  const placeholders = rendered.html.match(new RegExp(PLACEHOLDERS, 'g')) ?? []
  const isForm = placeholders.length > 0
  const etag = isForm ? undefined : `"${createHash('sha256').update(rendered.html).digest('base64url').slice(0, 22)}"`
  const headers: Record<string, string> = {
    ...rendered.headers,
    vary: 'accept-encoding',
    'cache-control': isForm ? 'no-store' : 'no-cache',
    ...(etag && { etag }),
  }
  return {
    status: rendered.status,
    headers,
    head: {},
    body: keepSpliceable(rendered.html.split(PLACEHOLDERS)),
    whole: {},
    placeholders,
    etag,
    tags: rendered.tags,
    renderedFrom: asOf,
    until: Math.min(rendered.until?.getTime() ?? Infinity, Date.now() + LONGEST_MS),
  }
}

/** The body of one copy, with its own key and time put in. */
export function fillPage(page: KeptPage, secret: string, gzip: boolean): Buffer {
  const key = newSubmissionKey()
  const pieces = page.placeholders.map((name) => (name === KEY_PLACEHOLDER ? key : signTime(secret, new Date())))
  return gzip ? spliceGzip(page.body, pieces) : splicePlain(page.body, pieces)
}

interface Asked {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
}

function sendPage(page: KeptPage, secret: string, { request, response, requestId }: Asked): void {
  if (isSame(page.etag, request.headers['if-none-match'])) {
    response.writeHead(304, { ...page.headers, 'x-request-id': requestId }).end()
    return
  }
  const gzip = acceptsGzip(request.headers['accept-encoding'])
  const body = wholeOf(page, gzip) ?? fillPage(page, secret, gzip).toString('latin1')
  response.writeHead(page.status, headOf(page, gzip, [requestId, String(body.length)]))
  response.end(request.method === 'HEAD' ? undefined : body, 'latin1')
}

/** One list for all copies: Node has read it when `writeHead` returns. */
function headOf(page: KeptPage, gzip: boolean, [requestId, length]: [string, string]): string[] {
  const form = gzip ? 'gzip' : 'plain'
  const head = (page.head[form] ??= headFor(page, gzip))
  head[head.length - 3] = requestId
  head[head.length - 1] = length
  return head
}

export function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(acceptEncoding ?? ''))
}

function headFor({ headers }: KeptPage, gzip: boolean): string[] {
  const encoding = gzip ? ['content-encoding', 'gzip'] : []
  return [...Object.entries(headers).flat(), ...encoding, 'x-request-id', '', 'content-length', '']
}

/** A page without pieces is put together once. */
function wholeOf(page: KeptPage, gzip: boolean): string | undefined {
  if (page.placeholders.length > 0) return undefined
  const form = gzip ? 'gzip' : 'plain'
  return (page.whole[form] ??= (gzip ? spliceGzip(page.body, []) : splicePlain(page.body, [])).toString('latin1'))
}

/** Whether a reader has this very version; a proxy that compresses may have made the tag a weak one. */
export function isSame(etag: string | undefined, ifNoneMatch: string | undefined): boolean {
  if (!etag || !ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

/** Each part is held twice: by itself, and in the whole. */
function sizeOf({ body }: KeptPage): number {
  const parts = body.plain.concat(body.deflated).reduce((total, part) => total + part.length, 0)
  return 2 * parts + BYTES_BESIDE
}
