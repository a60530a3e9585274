/** A PDF that names people: to be saved, and kept nowhere on the way. */
export function sendPaper(bytes: Buffer, name: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'no-store',
      'x-stream': '1',
    },
  })
}
