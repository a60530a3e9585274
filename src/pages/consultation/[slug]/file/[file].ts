/** A document that goes with a consultation. */
import type { APIRoute } from 'astro'
import { answerAttachment } from '#server/consultation/attachments.ts'

export const GET: APIRoute = ({ locals, params }) =>
  answerAttachment(locals.scope, params.slug ?? '', params.file ?? '')
