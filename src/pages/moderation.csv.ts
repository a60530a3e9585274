/** The monthly figures of moderation as a file, at a stable address beside the page. */
import type { APIRoute } from 'astro'
import { figuresCsv } from '#server/moderation/csv.ts'
import { figuresFor } from './moderation/_parts/figures-for.ts'

export const GET: APIRoute = async ({ locals, url }) => {
  const { months, name } = await figuresFor(locals, url)
  return new Response(figuresCsv(months), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
