/** The files behind the pages of answers, at stable addresses beside them. */
import { FILE_TYPES, closingFile, matrixFile, type FileKind } from '#server/consultation/answer-documents.ts'
import { exportMatrix } from '#server/consultation/answer-export.ts'

type Asked = { locals: App.Locals; slug: string }

export async function sendMatrix({ locals, slug }: Asked, kind: FileKind): Promise<Response> {
  const { scope, locale, publicUrl } = locals
  return sendFile(await matrixFile(scope, kind, { slug, locale, publicUrl }), kind, `tanggapan-${slug}`)
}

export async function sendClosing({ locals, slug }: Asked, kind: 'pdf' | 'docx'): Promise<Response> {
  const { scope, locale, publicUrl } = locals
  return sendFile(await closingFile(scope, kind, { slug, locale, publicUrl }), kind, `penutup-${slug}`)
}

export function sendFile(bytes: Buffer, kind: FileKind, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': FILE_TYPES[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
      'cache-control': 'no-cache',
      'x-stream': '1',
    },
  })
}

/** Sent as it is read, so that memory doesn't grow with the inputs. */
export async function streamMatrix({ locals, slug }: Asked, kind: 'csv' | 'jsonl'): Promise<Response> {
  const { scope, locale, publicUrl } = locals
  const pieces = await exportMatrix(scope, kind, { slug, locale, publicUrl })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="tanggapan-${slug}.${kind}"`,
      'cache-control': 'no-cache',
      'x-stream': '1',
    },
  })
}
