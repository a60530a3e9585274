/** All that the meeting needs on paper. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { packetFile } from '#server/musyawarah/packet.ts'
import { sendPaper } from '../../_parts/send-paper.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl }, params: { slug = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  return sendPaper(await packetFile(scope, { slug, locale, publicUrl }), `paket-${slug}`)
}
