/** What was published in the whole portal. */
import type { APIRoute } from 'astro'
import { publicationsFeed } from './_parts/publications-feed.ts'

export const GET: APIRoute = ({ locals }) => publicationsFeed(locals)
