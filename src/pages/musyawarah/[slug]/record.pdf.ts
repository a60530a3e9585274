/** The official record as a PDF for everyone. */
import type { APIRoute } from 'astro'
import { recordFile } from '#server/musyawarah/record-file.ts'
import { sendRecord } from '../_parts/send-record.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl }, params: { slug = '' } }) =>
  sendRecord(await recordFile(scope, { slug, locale, publicUrl }), slug)
