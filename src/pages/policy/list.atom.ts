/** Each change of a policy's status as a feed: news without leaving an address. */
import type { APIRoute } from 'astro'
import { toAtom } from '#server/atom.ts'
import { listPolicyNews } from '#server/policy/news.ts'
import { formatDate } from '#server/words/format.ts'

export const GET: APIRoute = async ({ locals }) => {
  const { scope, words, to, locale, publicUrl, keep } = locals
  const t = words.policy
  Object.assign(keep, { tags: ['policy', 'directory'], until: null })
  const entries = (await listPolicyNews(scope)).map(({ id, slug, title, region, kind, day, legalNumber, at }) => ({
    id,
    at,
    title: `${t.events[kind]}: ${title}`,
    link: publicUrl + to('policy', { slug }),
    summary: [region, legalNumber, formatDate(locale, day)].filter(Boolean).join(' · '),
  }))
  const page = publicUrl + to('policies')
  const feed = { self: `${page}.atom`, page, language: locale, title: t.list.feedTitle, author: 'Balai', entries }
  return new Response(toAtom(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
