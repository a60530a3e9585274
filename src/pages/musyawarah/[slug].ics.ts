/** A meeting as an entry for a calendar. */
import type { APIRoute } from 'astro'
import { meetingCalendar } from '#server/musyawarah/calendar.ts'
import { sendCalendar } from './_parts/send-calendar.ts'

export const GET: APIRoute = async ({ locals: { scope, locale, publicUrl, keep }, params: { slug = '' } }) => {
  const { id, text } = await meetingCalendar(scope, { slug, locale, publicUrl })
  keep.tags = [id]
  return sendCalendar(text, slug)
}
