/** What was published in a region. */
import type { APIRoute } from 'astro'
import { getRegion } from '#server/directory/regions.ts'
import { publicationsFeed } from '../_parts/publications-feed.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  return publicationsFeed(locals, await getRegion(locals.scope, params.slug ?? ''))
}
