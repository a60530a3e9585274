export function sendRecord(bytes: Buffer, slug: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="berita-acara-${slug}.pdf"`,
      'cache-control': 'no-cache',
      'x-stream': '1',
    },
  })
}
