/** The result's table as a file, at a stable address beside its page. */
import type { APIRoute } from 'astro'
import { toCsv } from '#server/survey/results-csv.ts'
import { getResults } from '#server/survey/results.ts'
import { keepResults } from '../_parts/keep-results.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const results = await getResults(locals.scope, params.slug ?? '')
  Object.assign(locals.keep, keepResults(results.survey, locals.scope.now))
  return new Response(toCsv(results), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ikm-${results.survey.slug}.csv"`,
    },
  })
}
