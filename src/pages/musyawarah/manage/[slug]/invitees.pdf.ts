/** Invitations to be printed, a page for each; `?id=` names one invitee. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { invitationsFile } from '#server/musyawarah/letters.ts'
import { sendPaper } from '../../_parts/send-paper.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl, address }, params: { slug = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  const id = address.searchParams.get('id') ?? undefined
  return sendPaper(await invitationsFile(scope, { slug, locale, publicUrl }, id), `undangan-${slug}`)
}
