/** What search engines are asked to leave alone: pages for staff, and receipts. */
import type { APIRoute } from 'astro'
import { pathTo, type PageName } from '#server/paths.ts'

const FOR_STAFF: PageName[] = ['account', 'signIn', 'manageSurveys', 'manageDirectory']
const LOCALES = ['id', 'en'] as const

export const GET: APIRoute = ({ locals: { publicUrl, keep } }) => {
  keep.tags = ['portal']
  const lines = LOCALES.flatMap((locale) => [
    ...FOR_STAFF.map((page) => `Disallow: ${pathTo(locale, page)}`),
    `Disallow: ${pathTo(locale, 'setPassword')}`,
    `Disallow: ${pathTo(locale, 'checkCode')}`,
    `Allow: ${pathTo(locale, 'ledger')}`,
  ])
  const text = ['User-agent: *', ...lines, '', `Sitemap: ${publicUrl}${pathTo('id', 'sitemap')}.xml`, ''].join('\n')
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
