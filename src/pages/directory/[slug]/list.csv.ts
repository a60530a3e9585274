/** A region's institutions, units and services as a file, at a stable address: open data, and what an import reads back. */
import type { APIRoute } from 'astro'
import { writeTreeFile } from '#server/directory/tree-file.ts'

export const GET: APIRoute = async ({ locals, params }) => {
  const { scope, locale, words, keep } = locals
  const slug = params.slug ?? ''
  const text = await writeTreeFile(scope, slug, locale)
  keep.tags = ['directory']
  // A spreadsheet takes a file for UTF-8 by its mark.
  return new Response(`\uFEFF${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${words.directoryFiles.file(slug)}"`,
    },
  })
}
