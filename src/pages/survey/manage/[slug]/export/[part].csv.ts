/** One of the three files of a survey's answers, sent as it is read, so that memory doesn't grow with the answers. */
import type { APIRoute } from 'astro'
import { Refused } from '#server/errors.ts'
import { exportSurvey } from '#server/survey/export.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  if (!locals.scope.actor) throw new Refused('not-signed-in')
  const { slug, files } = await exportSurvey(locals.scope, params.slug ?? '')
  const file = files.find(({ name }) => name === `${params.part}.csv`)
  if (!file) throw new Refused('not-found')
  return new Response(streamOf(file.text), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${file.name}"`,
      'cache-control': 'no-store',
      // Tells the front door not to gather it.
      'x-stream': '1',
    },
  })
}

function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
}
