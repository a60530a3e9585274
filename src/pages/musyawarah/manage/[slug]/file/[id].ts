/** A photograph or a tally sheet, for staff. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { answerFile } from '#server/files.ts'
import { readHallFile } from '#server/musyawarah/hall-files.ts'

export const GET: APIRoute = async ({ locals: { scope }, params: { slug = '', id = '' } }) => {
  if (!scope.actor) throw new Refused('not-signed-in')
  const file = await readHallFile(scope, slug, id)
  return answerFile(file, file.name)
}
