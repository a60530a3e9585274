/** The whole result as JSON: the very object that the page prints. */
import type { APIRoute } from 'astro'
import { getResults } from '#server/survey/results.ts'
import { keepResults } from '../_parts/keep-results.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const results = await getResults(locals.scope, params.slug ?? '')
  Object.assign(locals.keep, keepResults(results.survey, locals.scope.now))
  return Response.json(results)
}
