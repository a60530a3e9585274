/** Addresses of the portal that were written down in Indonesian, in the reader's language. */
import { findPage } from '#server/find-page.ts'
import { pathTo, type Locale } from '#server/paths.ts'

/** A path of the portal in the reader's language; any other address as it stands. */
export function addressIn(locale: Locale, path: string): string {
  if (!path.startsWith('/')) return path
  const [bare = '', ...rest] = path.split(/(?=[?#])/)
  const found = findPage(bare)
  return found ? pathTo(locale, found.page, found.params) + found.extension + rest.join('') : path
}
