/** What is printed to be signed, with all names. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { recordToSign } from '#server/musyawarah/record-file.ts'
import { sendRecord } from '../../_parts/send-record.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl }, params: { slug = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  return sendRecord(await recordToSign(scope, { slug, locale, publicUrl }), slug)
}
