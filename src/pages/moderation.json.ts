/** The monthly figures of moderation as JSON, the same as the API gives. */
import type { APIRoute } from 'astro'
import { showFigures } from '#server/moderation/shapes.ts'
import { figuresFor } from './moderation/_parts/figures-for.ts'

export const GET: APIRoute = async ({ locals, url }) =>
  Response.json(showFigures((await figuresFor(locals, url)).months))
