/**
 * What happens, one line of JSON each: faults on standard error, requests on standard output. A line names the page or
 * route, never its address, where a code may stand, nor who asked, nor from where.
 */
import { isUnavailable } from '#db/unavailable.ts'

const AT_ONCE = 32 * 1024
const SOON_MS = 250
const MINUTE_MS = 60_000

export interface RequestLine {
  requestId: string
  route: string
  status: number
  ms: number
}

/** With its stack. A database that is away fails everything at once: that is said when it begins, and then once a minute. */
export function logFault(requestId: string, where: string, error: unknown): void {
  if (error instanceof Error && isUnavailable(error)) return noteOutage(error)
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${JSON.stringify({ level: 'error', at: new Date().toISOString(), requestId, where, fault })}\n`)
}

/** How many failed since it was last said; undefined while none does. */
let failedSince: number | undefined

function noteOutage(error: Error): void {
  if (failedSince === undefined) sayOutage(error, 1)
  else failedSince += 1
}

/** And again in a minute, if more failed by then; else it is over. */
function sayOutage(error: Error & { code?: unknown }, failed: number): void {
  const { message: fault, code } = error
  const line = {
    level: 'error',
    at: new Date().toISOString(),
    what: 'the database is away, held or full',
    code,
    fault,
    failed,
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
  failedSince = 0
  setTimeout(() => {
    const more = failedSince ?? 0
    failedSince = undefined
    if (more > 0) sayOutage(error, more)
  }, MINUTE_MS).unref()
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
