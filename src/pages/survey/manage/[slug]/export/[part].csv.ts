/** One of the three files of a survey's answers, sent as it is read, so that memory doesn't grow with the answers. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { exportSurvey } from '#server/survey/export.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  if (!locals.scope.actor) throw new Refused('not-signed-in')
  const { slug, files } = await exportSurvey(locals.scope, params.slug ?? '')
  const file = files.find(({ name }) => name === `${params.part}.csv`)
  if (!file) throw new Refused('not-found')
  return new Response(ReadableStream.from(bytesOf(file.text)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${file.name}"`,
      'cache-control': 'no-store',
      // Tells the front door not to gather it.
      'x-stream': '1',
    },
  })
}

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of text) yield encoder.encode(piece)
}
