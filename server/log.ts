/**
 * What happens, one line of JSON each: faults on standard error, requests on standard output. A line names the page or
 * route, never its address, where a code may stand, nor who asked, nor from where.
 */
const AT_ONCE = 32 * 1024
const SOON_MS = 250

export interface RequestLine {
  requestId: string
  route: string
  status: number
  ms: number
}

export function logFault(requestId: string, where: string, error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${JSON.stringify({ level: 'error', at: new Date().toISOString(), requestId, where, fault })}\n`)
}

/** One network asks so often that it is slowed: said once until it has calmed down, and without saying which. */
export function noteFlagged(): void {
  process.stderr.write(
    `${JSON.stringify({ level: 'warning', at: new Date().toISOString(), what: 'a network is slowed' })}\n`,
  )
}

let waiting = ''
let timer: NodeJS.Timeout | undefined

/** To the second: what came when is nobody's business in more detail. Nothing in it needs escaping. Written some at a time. */
export function logRequest({ requestId, route, status, ms }: RequestLine): void {
  waiting += `{"level":"info","at":"${thisSecond()}","requestId":"${requestId}","route":"${route}","status":${status},"ms":${ms}}\n`
  if (waiting.length > AT_ONCE) return writeWaiting()
  timer ??= setTimeout(writeWaiting, SOON_MS).unref()
}

let lastSecond = { second: 0, text: '' }

function thisSecond(): string {
  const second = Math.floor(Date.now() / 1000)
  if (second !== lastSecond.second) {
    lastSecond = { second, text: `${new Date(second * 1000).toISOString().slice(0, 19)}Z` }
  }
  return lastSecond.text
}

export function writeWaiting(): void {
  clearTimeout(timer)
  timer = undefined
  if (waiting) process.stdout.write(waiting)
  waiting = ''
}

/** What is worth knowing and no fault, without personal data. */
export function logNote(where: string, note: string): void {
  process.stderr.write(`${JSON.stringify({ level: 'info', at: new Date().toISOString(), where, note })}\n`)
}
