/** What signing in and out needs of a request, and where it may lead afterwards. */
import type { CookieSettings } from '#server/identity/sessions.ts'
import { findPage } from '#server/paths.ts'

export function cookiesOf(locals: App.Locals, request: Request): CookieSettings & { cookieHeader: string | null } {
  return { secure: locals.publicUrl.startsWith('https:'), cookieHeader: request.headers.get('cookie') }
}

/** An address of ours to go on to, with its query; anything else, another site above all, leads to the account. */
export function nextPath(text: string | null | undefined, otherwise: string): string {
  const here = 'http://own.invalid'
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return otherwise
  const { origin, pathname, search } = new URL(text, here)
  const page = origin === here ? findPage(pathname)?.page : undefined
  return page && page !== 'signIn' && page !== 'signOut' ? pathname + search : otherwise
}
