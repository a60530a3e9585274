/** The file that came with an input. */
import type { APIRoute } from 'astro'
import { answerInputFile } from '#server/consultation/input-files.ts'

export const GET: APIRoute = ({ locals, params }) =>
  answerInputFile(locals.scope, params.slug ?? '', params.number ?? '')
