/**
 * Pages that any stranger may see, kept ready to send. A kept page is served only if nothing it depends on has moved since
 * its rendering began (the feed tells) and no clock boundary has passed. A visitor with a session never gets one.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Feed } from './feed.ts'
import { KEY_PLACEHOLDER, PLACEHOLDERS, signTime } from './form-seal.ts'
import { REQUEST_NAME } from './keep-key.ts'
import { newId, newSubmissionKey } from './ids.ts'
import { keepSpliceable, spliceGzip, splicePlain, type Spliceable } from './splice.ts'

const BYTES_KEPT = 64 * 1024 * 1024
/** What an entry takes beside its bodies: key, headers, tags. */
const BYTES_BESIDE = 2048
/** However quiet the ledger: what moves without an entry (a count of answers received) is never older than this. */
const LONGEST_MS = 60_000

export interface KeptPage {
  status: number
  headers: Record<string, string>
  /** The same as Node takes them fastest: name, value, name, value. */
  head: string[]
  body: Spliceable
  /** Put together, as text of one character a byte: Node joins that with the head and writes both at once. */
  whole: { gzip?: string; plain?: string }
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
  send(page: KeptPage, request: IncomingMessage, response: ServerResponse): void
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
    send: (page, request, response) => sendPage(page, secret, request, response),
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
    head: Object.entries(headers).flat(),
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

function sendPage(page: KeptPage, secret: string, request: IncomingMessage, response: ServerResponse): void {
  if (isSame(page.etag, request.headers['if-none-match'])) {
    response.writeHead(304, { ...page.headers, 'x-request-id': nameOf(request) }).end()
    return
  }
  const gzip = acceptsGzip(request.headers['accept-encoding'])
  const body = wholeOf(page, gzip) ?? fillPage(page, secret, gzip).toString('latin1')
  const head = gzip ? [...page.head, 'content-encoding', 'gzip'] : [...page.head]
  head.push('x-request-id', nameOf(request), 'content-length', String(body.length))
  response.writeHead(page.status, head)
  response.end(request.method === 'HEAD' ? undefined : body, 'latin1')
}

/** The name that it was given on its way in. */
function nameOf({ headers }: IncomingMessage): string {
  return String(headers[REQUEST_NAME] ?? newId())
}

export function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(acceptEncoding ?? ''))
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
