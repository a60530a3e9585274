/** The table behind a unit's page as a file, at a stable address beside it. */
import type { APIRoute } from 'astro'
import { unitCsv } from '#server/dashboard/csv.ts'
import { getUnitDashboard } from '#server/dashboard/unit.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const slug = params.slug ?? ''
  const found = await getUnitDashboard(locals.scope, slug)
  Object.assign(locals.keep, { tags: ['directory', 'survey'], until: null })
  return new Response(unitCsv(found), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${found.unit.slug}.csv"`,
    },
  })
}
