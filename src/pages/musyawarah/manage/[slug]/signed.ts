/** The signed file, byte for byte. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { answerSignedFile } from '#server/musyawarah/signing.ts'

export const GET: APIRoute = ({ locals: { scope }, params: { slug = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  return answerSignedFile(scope, slug)
}
