/** Meetings of a region, for a calendar that is asked for again and again. */
import type { APIRoute } from 'astro'
import { regionCalendar } from '#server/musyawarah/calendar.ts'
import { sendCalendar } from '../_parts/send-calendar.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl, keep }, params: { slug = '' } }) => {
  const text = await regionCalendar(scope, { slug, locale, publicUrl })
  keep.tags = ['musyawarah', 'directory']
  return sendCalendar(text, slug)
}
