/** The signed file of the record, or of an addendum by its number, byte for byte. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { answerSignedFile } from '#server/musyawarah/record-views.ts'

export const GET: APIRoute = ({ locals: { scope, address }, params: { slug = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  return answerSignedFile(scope, slug, Number(address.searchParams.get('part') ?? 0))
}
