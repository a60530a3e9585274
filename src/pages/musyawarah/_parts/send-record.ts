/** Papers as files to be saved. */
import { EXTENSIONS } from '#server/file-kinds.ts'
import type { Paper } from '#server/musyawarah/papers.ts'
import { paperFile } from '#server/musyawarah/record-file.ts'

type Kind = 'pdf' | 'docx'

const NAMES: Record<Paper | 'addendum', string> = {
  record: 'berita-acara',
  minutes: 'notulen',
  proceedings: 'risalah',
  addendum: 'adendum',
}

export async function sendPaper(
  { locals: { scope, locale, publicUrl }, slug = '' }: { locals: App.Locals; slug: string | undefined },
  paper: Paper,
  kind: Kind,
): Promise<Response> {
  return sendRecord(await paperFile(scope, paper, kind, { slug, locale, publicUrl }), slug, { paper, kind })
}

export function sendRecord(
  bytes: Buffer,
  slug: string,
  { paper = 'record', kind = 'pdf' }: { paper?: keyof typeof NAMES; kind?: Kind } = {},
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': EXTENSIONS[kind].mime,
      'content-disposition': `attachment; filename="${NAMES[paper]}-${slug}.${kind}"`,
      'cache-control': 'no-cache',
      'x-stream': '1',
    },
  })
}
