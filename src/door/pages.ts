/** Hands a request to the page that its address names, with the scope that the page acts in. */
import type { Context } from 'hono'
import { astro, FetchState } from 'astro/fetch'
import { findPage, pathTo, type FoundPage } from '#server/paths.ts'
import { portal, requestScope } from '#server/portal.ts'
import { wordsOf } from '#server/words/words.ts'
import type { Door } from './door.ts'

export async function answerPage(c: Context<Door>): Promise<Response> {
  const found = findPage(c.req.path)
  return renderPage(c, found)
}

async function renderPage(c: Context<Door>, found: FoundPage | undefined): Promise<Response> {
  const address = new URL(c.req.url)
  const inside = new URL(address)
  inside.pathname = found?.folderPath ?? '/not-found'
  const state = new FetchState(new Request(inside, c.req.raw))
  const running = await portal()
  const locale = found?.locale ?? (address.pathname.startsWith('/en/') ? 'en' : 'id')
  Object.assign(state.locals, {
    scope: requestScope(running, null, c.get('requestId')),
    page: found,
    locale,
    words: wordsOf(locale),
    to: (page, params) => pathTo(locale, page, params),
    publicUrl: running.config.publicUrl,
    address,
    keep: { tags: [], until: null },
    refusal: undefined,
    cookies: [],
    clientAddress: '',
  } satisfies App.Locals)
  return astro(state)
}
