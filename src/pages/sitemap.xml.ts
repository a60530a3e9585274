/** Every public page in both languages; of surveys the latest two thousand. */
import type { APIRoute } from 'astro'
import { inXml } from '#server/atom.ts'
import { listCommitments } from '#server/commitment/lists.ts'
import { listRegions } from '#server/directory/regions.ts'
import { listUnitsOfRegion } from '#server/directory/units.ts'
import { pathTo, type PageName } from '#server/paths.ts'
import { listPolicies } from '#server/policy/policies.ts'
import type { Scope } from '#server/scope.ts'
import { listSurveys } from '#server/survey/lists.ts'

const MOST_SURVEYS = 2000
const PLAIN: PageName[] = [
  'home',
  'about',
  'privacy',
  'surveys',
  'regions',
  'policies',
  'commitments',
  'definitions',
  'check',
  'ledger',
  'moderation',
  'apiReference',
]

type Place = [page: PageName, params?: Record<string, string>]

export const GET: APIRoute = async ({ locals: { scope, publicUrl, keep } }) => {
  Object.assign(keep, { tags: ['survey', 'directory', 'policy', 'commitment'], until: null })
  const places: Place[] = [
    ...PLAIN.map((page): Place => [page]),
    ...(await directoryPlaces(scope)),
    ...(await surveyPlaces(scope)),
    ...(await followUpPlaces(scope)),
  ]
  const urls = places.map(([page, params]) => {
    const [id, en] = [inXml(publicUrl + pathTo('id', page, params)), inXml(publicUrl + pathTo('en', page, params))]
    return `<url><loc>${id}</loc><xhtml:link rel="alternate" hreflang="id" href="${id}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/></url>\n`
  })
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

async function directoryPlaces(scope: Scope): Promise<Place[]> {
  const places: Place[] = []
  for (const { code, slug } of await listRegions(scope)) {
    places.push(['region', { slug }])
    for (const unit of await listUnitsOfRegion(scope, code)) places.push(['unit', { slug: unit.slug }])
  }
  return places
}

async function surveyPlaces(scope: Scope): Promise<Place[]> {
  const places: Place[] = []
  let cursor: string | null = null
  for (let walked = 0; walked < MOST_SURVEYS; walked += 100) {
    const page: Awaited<ReturnType<typeof listSurveys>> = await listSurveys(scope, { cursor, limit: 100 })
    for (const { slug } of page.items) places.push(['survey', { slug }], ['surveyResults', { slug }])
    if (!page.next) break
    cursor = page.next
  }
  return places
}

/** Policies, and the hundred promises that are due next. */
async function followUpPlaces(scope: Scope): Promise<Place[]> {
  const policies = await listPolicies(scope, { limit: 1000 })
  const promises = await listCommitments(scope, { limit: 100 })
  return [
    ...policies.items.map(({ slug }): Place => ['policy', { slug }]),
    ...promises.items.map(({ slug }): Place => ['commitment', { slug }]),
  ]
}
