/**
 * Under which key a page is kept: its path and the query keys that the page declares to read, nothing else. The API refuses
 * what it doesn't declare, so its whole address is the key.
 */
import type { findPage } from './find-page.ts'

export function keepKeyOf(url: string, find: typeof findPage): string {
  const mark = url.indexOf('?')
  const path = pathOf(mark < 0 ? url : url.slice(0, mark))
  if (path.startsWith('/api/')) return mark < 0 ? path : path + url.slice(mark)
  if (mark < 0) return path
  const declared = find(decoded(path))?.query ?? []
  const query = new URLSearchParams(url.slice(mark))
  const read = declared.filter((name) => query.has(name)).map((name): [string, string] => [name, query.get(name) ?? ''])
  // Written anew, so that no value can pass for a further key.
  return read.length > 0 ? `${path}?${new URLSearchParams(read).toString()}` : path
}

/** The names of the cookies that hold a session's id: of staff, and of residents. */
export const SESSION_COOKIE = 'balai_session'
export const RESIDENT_COOKIE = 'balai_resident'

/** Under which a request's name is handed in from outside the doors. */
export const REQUEST_NAME = 'x-balai-request'

export function hasSession(cookies: string | undefined): boolean {
  return cookies !== undefined && [SESSION_COOKIE, RESIDENT_COOKIE].some((name) => cookies.includes(`${name}=`))
}

/** As the front door reads it: /%73urvei is the page of /survei. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function pathOf(url: string): string {
  return url.startsWith('/') ? url : url.slice(url.indexOf('/', url.indexOf('//') + 2))
}
