/** The list of commitments as a file, held to the same wishes as the page. */
import type { APIRoute } from 'astro'
import { commitmentsCsv } from '#server/commitment/csv.ts'
import { nextMidnight } from '#server/survey/rules/period.ts'
import { filterOf } from './_parts/list-filter.ts'

export const GET: APIRoute = async ({ locals, url }) => {
  let text = ''
  for await (const piece of commitmentsCsv(locals.scope, filterOf(url.searchParams))) text += piece
  Object.assign(locals.keep, { tags: ['commitment', 'directory', 'moderation'], until: nextMidnight(locals.scope.now) })
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="tindak-lanjut.csv"',
    },
  })
}
