/** Hands a request to the page that its address names, with the scope that the page acts in. */
import { astro, FetchState } from 'astro/fetch'
import type { Context } from 'hono'
import { holdsSampleData } from '#server/directory/regions.ts'
import { refusalOf } from '#server/errors.ts'
import { residentOfCookie } from '#server/identity/resident-sessions.ts'
import { actorOfCookie } from '#server/identity/sessions.ts'
import { hasSession } from '#server/keep-key.ts'
import { logFault } from '#server/log.ts'
import { findPage, type FoundPage } from '#server/find-page.ts'
import { pathTo } from '#server/paths.ts'
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
  const locals = await localsOf(c, running, found)
  const state = new FetchState(locals.refusal ? refusedRequest(c.req.raw) : insideRequest(c.req.raw, found))
  Object.assign(state.locals, locals)
  const response = await astro(state)
  for (const cookie of locals.cookies) response.headers.append('set-cookie', cookie)
  // On a shared phone no copy of a page stays behind that a resident saw while signed in.
  c.set('keep', locals.scope.resident ? { tags: [], until: null } : locals.keep)
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

function refusedRequest({ url, headers }: Request): Request {
  return new Request(new URL('/refused', url), { headers })
}

async function localsOf(c: Context<Door>, running: Portal, found: FoundPage | undefined): Promise<App.Locals> {
  const address = new URL(c.req.url)
  const locale = found?.locale ?? (/^\/en(\/|$)/.test(address.pathname) ? 'en' : 'id')
  const { scope, cookies, ...known } = await meet(c, running)
  return {
    scope,
    ...known,
    page: found,
    locale,
    words: wordsOf(locale),
    to: (page, params) => pathTo(locale, page, params),
    publicUrl: running.config.publicUrl,
    mails: running.config.smtpUrl !== undefined,
    portalKey: running.key,
    address,
    keep: { tags: [], until: null },
    posted: c.req.method === 'POST',
    cookies,
    clientAddress: c.req.header('x-client-address') ?? '',
  }
}

/** Who asks, and what holds of the portal. While the database is away nobody is known, and every page is refused. */
async function meet(c: Context<Door>, running: Portal) {
  const cookie = c.req.header('cookie')
  const secure = running.config.publicUrl.startsWith('https:')
  const requestId = c.get('requestId')
  try {
    const { db } = running.database
    const known = hasSession(cookie)
    const session = known ? await actorOfCookie(db, cookie, new Date(), { secure }) : null
    const own = known ? await residentOfCookie(db, cookie, new Date(), { secure }) : null
    const scope = requestScope(running, session?.actor ?? null, requestId, own?.resident ?? null)
    const cookies = [session?.setCookie, own?.setCookie].filter((set) => set !== undefined)
    return { scope, cookies, holdsSampleData: await holdsSampleData(scope), refusal: undefined }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    logFault(requestId, 'session', error)
    return { scope: requestScope(running, null, requestId), cookies: [], holdsSampleData: false, refusal: refusal.code }
  }
}
