/** A document to read before a meeting. */
import type { APIRoute } from 'astro'
import { answerMaterial } from '#server/musyawarah/materials.ts'

export const GET: APIRoute = ({ locals, params }) => answerMaterial(locals.scope, params.slug ?? '', params.file ?? '')
