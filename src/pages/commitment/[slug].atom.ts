/** What happened to one promise as a feed: news without leaving an address. Residents' words stay on its page. */
import type { APIRoute } from 'astro'
import { toAtom } from '#server/atom.ts'
import { listCommitmentNews } from '#server/commitment/news.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const { scope, words, to, locale, publicUrl, keep } = locals
  const { id, slug, what, entries } = await listCommitmentNews(scope, params.slug ?? '', locale)
  Object.assign(keep, { tags: [id, 'directory'], until: null })
  const page = publicUrl + to('commitment', { slug })
  const feed = {
    self: `${page}.atom`,
    page,
    language: locale,
    title: words.commitmentFollow.follow.feedTitle(what),
    author: 'Balai',
    entries: entries.map((entry) => ({ ...entry, link: page })),
  }
  return new Response(toAtom(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
