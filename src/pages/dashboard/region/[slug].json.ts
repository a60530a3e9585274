/** A region's figures as JSON, the same as the API gives. */
import type { APIRoute } from 'astro'
import { showRegionDashboard } from '#server/dashboard/region-shape.ts'
import { getRegionDashboard } from '#server/dashboard/region.ts'
import { nextMidnight } from '#server/survey/rules/period.ts'

export const GET: APIRoute = async ({ locals, params, url }) => {
  const found = await getRegionDashboard(locals.scope, params.slug ?? '', url.searchParams.get('period') || undefined)
  Object.assign(locals.keep, { tags: ['directory', 'survey'], until: nextMidnight(locals.scope.now) })
  return Response.json(showRegionDashboard(found))
}
