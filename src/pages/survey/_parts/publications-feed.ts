/** The feed of what was published, of a region or of the whole portal. */
import { toAtom } from '#server/atom.ts'
import { listAnnouncements, type Announcement } from '#server/survey/announcements.ts'
import { formatNumber } from '#server/words/format.ts'

export async function publicationsFeed(
  { scope, locale, words, to, publicUrl, address, keep }: App.Locals,
  region?: { slug: string; name: string },
): Promise<Response> {
  const t = words.feeds
  const announcements = await listAnnouncements(scope, region ? { region: region.slug } : {})
  Object.assign(keep, { tags: ['survey', 'directory'], until: null })
  const summaryOf = ({ kind, ikm, grade, reason }: Announcement) => {
    const figure = ikm !== null && grade ? words.results.official(formatNumber(locale, ikm, 2), grade) : t.tooFew
    const shown = kind === 'withdrawal' ? '' : `${figure}.`.replace('..', '.')
    return [shown, reason && t.reason(reason)].filter(Boolean).join(' ')
  }
  const feed = toAtom({
    self: publicUrl + address.pathname,
    page: publicUrl + (region ? to('region', { slug: region.slug }) : to('surveys')),
    language: locale,
    title: region ? t.region(region.name) : t.portal,
    author: region?.name ?? 'Balai',
    entries: announcements.map((one) => ({
      id: one.id,
      title: t.entry(t.kinds[one.kind], one.title, one.period),
      summary: summaryOf(one),
      link: publicUrl + to('surveyResults', { slug: one.slug }),
      at: one.publishedAt,
    })),
  })
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
