export function sendCalendar(text: string, slug: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="musyawarah-${slug}.ics"`,
    },
  })
}
