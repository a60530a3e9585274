/** The file that shows that something was done. */
import type { APIRoute } from 'astro'
import { answerEvidence } from '#server/commitment/evidence.ts'

export const GET: APIRoute = ({ locals, params }) =>
  answerEvidence(locals.scope, params.slug ?? '', params.number ?? '')
