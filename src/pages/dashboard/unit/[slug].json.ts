/** A unit's figures as JSON, the same as the API gives. */
import type { APIRoute } from 'astro'
import { showUnitDashboard } from '#server/dashboard/unit-shape.ts'
import { getUnitDashboard } from '#server/dashboard/unit.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const found = await getUnitDashboard(locals.scope, params.slug ?? '')
  Object.assign(locals.keep, { tags: ['directory', 'survey'], until: null })
  return Response.json(showUnitDashboard(found))
}
