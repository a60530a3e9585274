/**
 * The outermost step: what a page made is compressed, gets its keys put in, and is kept when it says that it may be.
 * After any act of ours the feed is read at once, so that who acted sees the change at the next look.
 */
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { findPage } from '../find-page.ts'
import { acceptsGzip, fillPage, isSame, toKeptPage, type RenderedPage } from '../kept-pages.ts'
import { hasSession, keepKeyOf } from '../keep-key.ts'
import { portal } from '../portal.ts'
import { countAppends } from '../scope.ts'
import type { Door } from './door.ts'

export const keepPages = createMiddleware<Door>(async function keepPages(c, next) {
  const running = await portal()
  const asOf = running.feed.seq()
  const before = countAppends()
  await next()
  if (countAppends() > before) await running.feed.read()
  if (c.get('whole')) return
  const streams = c.res.headers.has('x-stream')
  c.res.headers.delete('x-stream')
  if (streams || isAnswer(c) || !isText(c.res)) return
  const rendered = await readRendered(c.res, c.get('keep') ?? { tags: [], until: null })
  const isOwn = hasSession(c.req.header('cookie')) || c.req.header('authorization') !== undefined
  const mayKeep = c.req.method === 'GET' && !isOwn && !c.res.headers.has('set-cookie')
  const page = mayKeep
    ? running.keeper.keep(keepKeyOf(c.req.url, findPage), rendered, asOf)
    : toKeptPage({ ...rendered, tags: [] }, asOf)
  const gzip = acceptsGzip(c.req.header('accept-encoding'))
  const headers = new Headers(c.res.headers)
  for (const [name, value] of Object.entries(page.headers)) headers.set(name, value)
  if (rendered.tags.length === 0 || c.req.header('authorization')) headers.set('cache-control', 'no-store')
  else if (page.etag) headers.set('etag', page.etag)
  if (c.req.method !== 'POST' && isSame(headers.get('etag') ?? undefined, c.req.header('if-none-match'))) {
    headers.delete('content-length')
    c.res = undefined
    c.res = new Response(null, { status: 304, headers })
    return
  }
  if (gzip) headers.set('content-encoding', 'gzip')
  const body = fillPage(page, running.secret, gzip)
  headers.set('content-length', String(body.length))
  c.res = undefined
  c.res = new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { status: page.status, headers })
})

function isText(response: Response): boolean {
  const type = response.headers.get('content-type') ?? ''
  return /^(text\/|application\/(json|xml|atom\+xml)|image\/svg)/.test(type) && response.body !== null
}

/** What the API says to what was sent: a few bytes for one reader, sent as they are. */
function isAnswer(c: Context<Door>): boolean {
  const sent = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  return sent && (c.res.headers.get('content-type') ?? '').startsWith('application/json')
}

async function readRendered(response: Response, keep: { tags: string[]; until: Date | null }): Promise<RenderedPage> {
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'x-request-id') headers[name] = value
  })
  if (headers['content-type'] === 'text/html') headers['content-type'] = 'text/html; charset=utf-8'
  return { status: response.status, headers, html: await response.text(), ...keep }
}
