/** Hands a request to the page that its address names, with the scope that the page acts in. */
import { astro, FetchState } from 'astro/fetch'
import type { Context } from 'hono'
import { holdsSampleData } from '#server/directory/regions.ts'
import { actorOfCookie } from '#server/identity/sessions.ts'
import { hasSession } from '#server/keep-key.ts'
import { findPage, pathTo, type FoundPage } from '#server/paths.ts'
import { portal, requestScope, type Portal } from '#server/portal.ts'
import { wordsOf } from '#server/words/words.ts'
import type { Door } from '#server/door/door.ts'

const METHODS = ['GET', 'HEAD', 'POST']

export async function answerPage(c: Context<Door>): Promise<Response> {
  if (!METHODS.includes(c.req.method)) return c.text('', 405, { allow: METHODS.join(', ') })
  if (c.req.method === 'POST' && !isForm(c.req.header('content-type'))) {
    return c.text('Kiriman ini bukan formulir.', 415)
  }
  const running = await portal()
  const found = findPage(c.req.path)
  const state = new FetchState(insideRequest(c.req.raw, found))
  const locals = await localsOf(c, running, found)
  Object.assign(state.locals, locals)
  const response = await astro(state)
  for (const cookie of locals.cookies) response.headers.append('set-cookie', cookie)
  c.set('keep', locals.keep)
  return response
}

function isForm(type = ''): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data) *(;|$)/i.test(type)
}

/** The request as src/pages knows it: the folder's path, and only the query keys that the page declares. */
function insideRequest(request: Request, found: FoundPage | undefined): Request {
  const inside = new URL(request.url)
  inside.pathname = found?.folderPath ?? '/not-found'
  if (found && found.query.length > 0) {
    const declared = [...inside.searchParams].filter(
      ([name, value]) => found.query.includes(name) && !value.includes('\0'),
    )
    inside.search = new URLSearchParams(declared).toString()
  }
  return new Request(inside, request)
}

async function localsOf(c: Context<Door>, running: Portal, found: FoundPage | undefined): Promise<App.Locals> {
  const address = new URL(c.req.url)
  const locale = found?.locale ?? (/^\/en(\/|$)/.test(address.pathname) ? 'en' : 'id')
  const cookies: string[] = []
  const cookie = c.req.header('cookie')
  const secure = running.config.publicUrl.startsWith('https:')
  const session = hasSession(cookie) ? await actorOfCookie(running.database.db, cookie, new Date(), { secure }) : null
  if (session?.setCookie) cookies.push(session.setCookie)
  const scope = requestScope(running, session?.actor ?? null, c.get('requestId'))
  return {
    scope,
    holdsSampleData: await holdsSampleData(scope),
    page: found,
    locale,
    words: wordsOf(locale),
    to: (page, params) => pathTo(locale, page, params),
    publicUrl: running.config.publicUrl,
    address,
    keep: { tags: [], until: null },
    refusal: undefined,
    cookies,
    clientAddress: c.req.header('x-client-address') ?? '',
  }
}
