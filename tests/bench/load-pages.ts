/**
 * A client that costs almost nothing, so that what is measured is the server: raw sockets, one request under way on each,
 * answers counted by their length, which is the same for every copy of a page and every receipt.
 */
import { connect } from 'node:net'
import { newSubmissionKey } from '#server/ids.ts'

export interface PageLoad {
  perSecond: number
  /** Bytes of one whole answer, headers and body. */
  bytes: number
}

/** What is sent, anew for each time, and the status that it must get. */
interface Asked {
  next: () => string
  status: number
}

/** @throws if an answer isn't 200 or differs in length from the first. */
export function loadPage(
  url: string,
  {
    path,
    connections = 16,
    seconds = 4,
    gzip = false,
  }: { path: string; connections?: number; seconds?: number; gzip?: boolean },
): Promise<PageLoad> {
  const { hostname, port } = new URL(url)
  const accept = gzip ? 'accept-encoding: gzip\r\n' : ''
  const request = `GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${accept}\r\n`
  return measure(url, { next: () => request, status: 200 }, { connections, seconds, warmUp: 0.5 })
}

/** Sixteen that hand in one JSON after another, each under a key of its own. @throws if one isn't stored (201) */
export function loadAnswers(url: string, { path, body }: { path: string; body: () => string }): Promise<PageLoad> {
  const { hostname, port } = new URL(url)
  const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n`
  const next = () => {
    const text = body()
    return `${head}content-length: ${Buffer.byteLength(text)}\r\nidempotency-key: ${newSubmissionKey()}\r\n\r\n${text}`
  }
  return measure(url, { next, status: 201 }, { connections: 16, seconds: 4, warmUp: 1 })
}

async function measure(
  url: string,
  asked: Asked,
  { connections, seconds, warmUp }: { connections: number; seconds: number; warmUp: number },
): Promise<PageLoad> {
  const { hostname, port } = new URL(url)
  const target = { host: hostname, port: Number(port) }
  const bytes = await lengthOfAnswer(target, asked.next())
  const warm = performance.now() + warmUp * 1000
  const end = warm + seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: connections }, () => repeat(target, asked, { bytes, warm, end })),
  )
  return { perSecond: counts.reduce((sum, count) => sum + count, 0) / seconds, bytes }
}

type Target = { host: string; port: number }

/** Sends over and over until `end`; counts the answers that came after `warm`. */
function repeat(
  target: Target,
  { next, status }: Asked,
  { bytes, warm, end }: { bytes: number; warm: number; end: number },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(target, () => socket.write(next()))
    let received = 0
    let count = 0
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => {
      if (received === 0 && !isOk(chunk, status))
        reject(new Error(`Not ${status}: ${chunk.subarray(0, 80).toString()}`))
      received += chunk.length
      if (received > bytes) reject(new Error(`An answer of ${received} bytes, the first had ${bytes}`))
      if (received < bytes) return
      received = 0
      const now = performance.now()
      if (now > warm) count += 1
      if (now < end) socket.write(next())
      else socket.end(() => resolve(count))
    })
  })
}

function lengthOfAnswer(target: Target, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(target, () => socket.write(request))
    let text = ''
    socket.setEncoding('latin1')
    socket.on('error', reject)
    socket.on('data', (chunk: string) => {
      text += chunk
      const head = text.indexOf('\r\n\r\n')
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      if (head < 0) return
      if (!length) reject(new Error(`No length: ${text.slice(0, head)}`))
      const whole = head + 4 + Number(length)
      if (text.length >= whole) socket.end(() => resolve(whole))
    })
  })
}

function isOk(chunk: Buffer, status: number): boolean {
  return chunk.toString('latin1', 0, 12) === `HTTP/1.1 ${status}`
}
