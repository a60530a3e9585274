/**
 * A form whose file is larger than anybody may send: read up to the file, and handed on as if it had come without one, so that
 * its page can say so at the field and keep what was typed. What follows is never read.
 */

/** Room for the longest texts that a form takes, in any script. */
const MOST_READ = 512 * 1024
/** Where the part of a file begins to name it. */
const FILE_PART = /\r\nContent-Disposition: *form-data;[^\r\n]*; *filename=/i
/** The field that tells the page. */
export const FILE_TOO_LARGE = 'fileTooLarge'

/** Undefined for what is no form with a file in it, or doesn't show its file soon enough. */
export async function withoutFile(request: Request): Promise<Request | undefined> {
  const boundary = /^multipart\/form-data *;.*?boundary="?([^";]{1,70})"?/i.exec(
    request.headers.get('content-type') ?? '',
  )?.[1]
  const begun = boundary && request.body ? await readUpToFile(request.body) : undefined
  if (!boundary || begun === undefined) return undefined
  const fields = fieldsOf(begun, boundary)
  fields.set(FILE_TOO_LARGE, '1')
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/x-www-form-urlencoded')
  return new Request(request.url, { method: 'POST', headers, body: fields.toString() })
}

async function readUpToFile(body: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    while (size < MOST_READ) {
      const { value, done } = await reader.read()
      if (done) return undefined
      chunks.push(value)
      size += value.length
      const text = Buffer.concat(chunks).toString('utf8')
      const file = text.search(FILE_PART)
      // With the end of the line above it, which ends the boundary.
      if (file >= 0) return text.slice(0, file + 2)
    }
    return undefined
  } finally {
    // Not cancelled: the answer goes out on the same connection.
    reader.releaseLock()
  }
}

/** The parts that are whole: the last one is the file's, cut off. */
function fieldsOf(begun: string, boundary: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const part of begun.split(`--${boundary}\r\n`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n')
    const name = /\bname="([^"]*)"/i.exec(part.slice(0, Math.max(end, 0)))?.[1]
    if (name && end >= 0) fields.append(name, part.slice(end + 4).replace(/\r\n$/, ''))
  }
  return fields
}
