/** What signing in and out needs of a request, and where it may lead afterwards. */
import type { BrowserCookies, Lacks } from '#server/identity/sessions.ts'
import { findPage } from '#server/find-page.ts'
import type { PageName } from '#server/paths.ts'

const STEPS: PageName[] = [
  ...(['signIn', 'signInCode', 'setUpCode', 'signOut'] as const),
  ...(['residentSignIn', 'residentLink', 'residentSignOut'] as const),
]

export function cookiesOf(locals: App.Locals, request: Request): BrowserCookies & { cookieHeader: string | null } {
  return { secure: locals.publicUrl.startsWith('https:'), cookieHeader: request.headers.get('cookie') }
}

/** An address of ours to go on to, with its query; anything else, another site above all, leads to the account. */
export function nextPath(text: string | null | undefined, otherwise: string): string {
  const here = 'http://own.invalid'
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return otherwise
  const { origin, pathname, search } = new URL(text, here)
  const page = origin === here ? findPage(pathname)?.page : undefined
  return page && !STEPS.includes(page) ? pathname + search : otherwise
}

/** Where somebody who signs in was going: as the form before carried it on, or as the address says. */
export function nextOf({ address, to }: Pick<App.Locals, 'address' | 'to'>, typed?: Record<string, string>): string {
  return nextPath(typed?.next ?? address.searchParams.get('next'), to('account'))
}

/** Where a sign-in goes on: to the step that it lacks, which leads to `next`, or there at once. */
export function stepPath({ to }: Pick<App.Locals, 'to'>, lacks: Lacks, next: string): string {
  if (!lacks) return next
  const step = to(lacks === 'code' ? 'signInCode' : 'setUpCode')
  return next === to('account') ? step : `${step}?${new URLSearchParams({ next })}`
}
