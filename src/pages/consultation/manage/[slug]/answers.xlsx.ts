/** What is filtered, to be filled in and handed back. */
import type { APIRoute } from 'astro'
import { readDeskQuery } from '#server/consultation/answer-desk.ts'
import { answerSheet } from '#server/consultation/answer-sheet.ts'
import { Refused } from '#server/errors.ts'
import { sendFile } from '../../_parts/answer-files.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const { scope, locale, address } = locals
  if (!scope.actor) throw new Refused('not-signed-in')
  const { slug = '' } = params
  return sendFile(
    await answerSheet(scope, slug, readDeskQuery(address.searchParams), locale),
    'xlsx',
    `jawaban-${slug}`,
  )
}
