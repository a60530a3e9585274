/**
 * What who can't be let in now is told: how long to wait, and what they typed stands in the page, ready to be sent again. Made
 * without the pages' machinery, which has enough to do.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { newId } from '../ids.ts'
import { findPage } from '../find-page.ts'
import type { Locale } from '../paths.ts'
import { localeOf, problemBody } from '../problem.ts'
import { wordsOf } from '../words/words.ts'
import { isForMachines } from './api-door.ts'
import { SECURITY_HEADERS } from './headers.ts'
import { escaped, languageOf, PLAIN_POLICY, plainPage } from './plain-page.ts'

export type Reason = 'busy' | 'too-often'

const STATUS = { busy: 503, 'too-often': 429 } as const
const LONGEST_KEPT = 64 * 1024
const PATIENCE_MS = 10_000

interface Refusal {
  reason: Reason
  retryAfter: number
}

export function turnAway(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  if (isForMachines(request.url ?? '/')) turnMachineAway(request, response, refusal)
  else void turnPersonAway(request, response, refusal)
}

/** Made before it is needed but for its name and the time to wait: those who are let in wait the longer the more this takes. */
const REFUSALS = new Map<string, { head: string[]; before: string; after: string }>()

function turnMachineAway(request: IncomingMessage, response: ServerResponse, { reason, retryAfter }: Refusal): void {
  const locale = localeOf(request.headers['accept-language'])
  const key = `${locale} ${reason}`
  const { head, before, after } = REFUSALS.get(key) ?? makeRefusal(locale, reason)
  if (!REFUSALS.has(key)) REFUSALS.set(key, { head, before, after })
  const requestId = newId()
  const body = before + requestId + after
  const own = [
    'x-request-id',
    requestId,
    'retry-after',
    String(retryAfter),
    'content-length',
    String(Buffer.byteLength(body)),
  ]
  response.writeHead(STATUS[reason], [...head, ...own])
  response.end(request.method === 'HEAD' ? undefined : body)
}

function makeRefusal(locale: Locale, reason: Reason) {
  const name = newId()
  const problem = problemBody(locale, reason === 'busy' ? 'unavailable' : 'too-many-requests', name)
  const [before = '', after = ''] = JSON.stringify(problem).split(name)
  const about = { 'content-type': 'application/problem+json', 'content-language': locale, vary: 'accept-language' }
  const head = Object.entries({ ...SECURITY_HEADERS, ...about, 'cache-control': 'no-store' }).flat()
  return { head, before, after }
}

async function turnPersonAway(
  request: IncomingMessage,
  response: ServerResponse,
  { reason, retryAfter }: Refusal,
): Promise<void> {
  const url = request.url ?? '/'
  const shared = { ...SECURITY_HEADERS, 'retry-after': String(retryAfter), 'cache-control': 'no-store' }
  const requestId = newId()
  const locale = languageOf(url)
  const typed = mayKeep(request) ? await readTyped(request) : undefined
  if (response.destroyed) return
  const headers = {
    ...shared,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `${PLAIN_POLICY}; frame-ancestors 'none'`,
  }
  response.writeHead(STATUS[reason], { ...headers, 'x-request-id': requestId })
  const page = pageOf(locale, { reason, retryAfter, posted: request.method === 'POST', typed })
  response.end(request.method === 'HEAD' ? undefined : page)
}

/** Not where a password or a code may stand in the form, and not a file: there one goes back and sends again. */
function mayKeep({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || headers.accept === 'application/json') return false
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(headers['content-type'] ?? '')) return false
  if (!(Number(headers['content-length']) <= LONGEST_KEPT)) return false
  const page = findPage(url.split('?', 1)[0] ?? '')
  return page !== undefined && !page.folderPath.startsWith('/identity')
}

/** The fields as they came; undefined when they don't come soon. */
function readTyped(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const give = (typed: URLSearchParams | undefined) => {
      clearTimeout(timer)
      resolve(typed)
    }
    const timer = setTimeout(() => give(undefined), PATIENCE_MS)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => give(new URLSearchParams(Buffer.concat(chunks).toString())))
    request.once('close', () => give(undefined))
  })
}

interface Turned {
  reason: Reason
  retryAfter: number
  posted: boolean
  typed: URLSearchParams | undefined
}

function pageOf(locale: Locale, { reason, retryAfter, posted, typed }: Turned): string {
  const t = wordsOf(locale).turnedAway
  const fields = [...(typed ?? [])].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const form = typed ? `<form method="post">${fields.join('')}<p><button>${escaped(t.again)}</button></p></form>` : ''
  const kept = typed ? t.kept : posted ? t.goBack : t.reload
  return plainPage(locale, t.titles[reason], [t.wait(retryAfter), kept], form)
}
