/** The table behind a region's page as a file, at a stable address beside it. */
import type { APIRoute } from 'astro'
import { regionCsv } from '#server/dashboard/csv.ts'
import { getRegionDashboard } from '#server/dashboard/region.ts'
import { nextMidnight } from '#server/survey/rules/period.ts'

export const GET: APIRoute = async ({ locals, params, url }) => {
  const slug = params.slug ?? ''
  const found = await getRegionDashboard(locals.scope, slug, url.searchParams.get('period') || undefined)
  Object.assign(locals.keep, { tags: ['directory', 'survey'], until: nextMidnight(locals.scope.now) })
  return new Response(regionCsv(found), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${found.region.slug}.csv"`,
    },
  })
}
