/** Listens: kept pages, precompressed assets, then, for who is let in, the handler that the build made. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import sirv from 'sirv'
import { clientAddressOf } from './client-address.ts'
import { makeAdmission } from './door/admission.ts'
import { apiDoor, isForMachines } from './door/api-door.ts'
import { routeNameOf } from './door/route-names.ts'
import { newId } from './ids.ts'
import { startJobs } from './jobs.ts'
import { hasSession, keepKeyOf, REQUEST_NAME } from './keep-key.ts'
import { listenAt, type Listening } from './listening.ts'
import { logRequest, writeWaiting } from './log.ts'
import { observeRequest, serveMetrics } from './metrics.ts'
import { findPage } from './find-page.ts'
import type { Portal } from './portal.ts'

/** Past Astro: a machine's request needs no page, and answers are what a portal gets most of on a busy day. */
const machines = getRequestListener(apiDoor.fetch)

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const SMALL_BODY = 64 * 1024
const CLIENT_ADDRESS = 'x-client-address'
const DRAIN_MS = 10_000
const LAST_WORDS_MS = 200

/**
 * Serves until SIGINT or SIGTERM, then lets what is under way finish. Resolves with the address once it listens.
 * @throws ConfigError naming what can't be used
 */
export async function serve(portal: Portal): Promise<string> {
  const built = join(import.meta.dirname, '../dist/server/entry.mjs')
  const { handler } = (await import(built)) as { handler: Handler }
  const assets = serveAssets()
  const admission = makeAdmission(portal.config, portal.secret)
  const answer = answerWith(portal, admission, handler)
  let stopping = false
  // Most requests are reads: their body is known to be empty, and nothing needs to be set up to read it.
  const server = createServer({ optimizeEmptyRequests: true }, (request, response) => {
    if (stopping) response.shouldKeepAlive = false
    if (!isAskable(request)) return refuse(response)
    if (isRead(request) && sendKept(portal, request, response)) return
    watch(portal, request, response)
    if (isRead(request)) assets(request, response, () => answer(request, response))
    else answer(request, response)
  })
  server.keepAliveTimeout = 65_000
  // A file of 32 MB over a slow line takes a while; who trickles for longer only keeps others out.
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  const stopJobs = startJobs(portal)
  await serveMetrics(portal.config, admission.underWay)
  const listening = await listenAt(portal.config, server)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopping = true
      stopJobs()
      drain(server, listening, portal)
    })
  return listening.url
}

function serveAssets() {
  return sirv(join(import.meta.dirname, '../dist/client'), {
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader('x-content-type-options', 'nosniff')
      const forever = path.startsWith('/_astro/')
      response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
}

function answerWith({ config }: Portal, { admit }: ReturnType<typeof makeAdmission>, handler: Handler): Handler {
  return (request, response) => {
    const address = clientAddressOf(request, config.trustedProxies)
    response.once('finish', () => passOver(request))
    admit(request, response, address, () => {
      handIn(request, CLIENT_ADDRESS, address)
      handIn(request, REQUEST_NAME, String(request.headers[REQUEST_NAME]))
      if (isForMachines(request.url ?? '') && (isRead(request) || isSmall(request))) void machines(request, response)
      else handler(request, response)
    })
  }
}

/** Gives the request its name; once it is answered, or its sender has gone (499), says so to the log and the figures. */
function watch(portal: Portal, request: IncomingMessage, response: ServerResponse): void {
  const requestId = newId()
  request.headers[REQUEST_NAME] = requestId
  const started = performance.now()
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : 499
    note(portal, request, { requestId, status, started })
  })
}

interface Answered {
  requestId: string
  status: number
  started: number
}

function note({ config }: Portal, { method, url }: IncomingMessage, { requestId, status, started }: Answered): void {
  const route = routeNameOf(method ?? '', url ?? '')
  const line = { requestId, route, status, ms: Math.round(performance.now() - started) }
  observeRequest(line)
  if (config.logsRequests) logRequest(line)
}

/** What is left of a body that nobody reads to its end (it was too large): behind it the next request may stand. */
function passOver(request: IncomingMessage): void {
  if (!request.complete) request.removeAllListeners('data').removeAllListeners('readable').resume()
}

/** A host that names more than a host, or a method that no page can be asked with (fetch forbids it), is refused outright. */
function isAskable({ headers: { host = '' }, method = '' }: IncomingMessage): boolean {
  return /^[\w.:[\]-]*$/.test(host) && method !== 'TRACE'
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end('Permintaan ini tidak dapat dibaca.\n')
}

/** A kept page leaves whole and at once, so that nothing need be waited for to say so. */
function sendKept(portal: Portal, request: IncomingMessage, response: ServerResponse): boolean {
  const { headers } = request
  if (hasSession(headers.cookie) || headers.authorization) return false
  const kept = portal.keeper.find(keepKeyOf(request.url ?? '/', findPage))
  if (!kept) return false
  const started = performance.now()
  const requestId = newId()
  portal.keeper.send(kept, request, response, requestId)
  note(portal, request, { requestId, status: response.statusCode, started })
  return true
}

/** Whether a body, if any, is known to be short; a long one is read or refused by the way that can break off. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= SMALL_BODY
}

/** Under a header of ours, which a sender can't set: both kinds of door read it. */
function handIn(request: IncomingMessage, name: string, value: string): void {
  request.headers[name] = value
  const { rawHeaders } = request
  for (let i = rawHeaders.length - 2; i >= 0; i -= 2) {
    if (rawHeaders[i]?.toLowerCase() === name) rawHeaders.splice(i, 2)
  }
  rawHeaders.push(name, value)
}

/**
 * Whoever asks on is told, with each answer, that it is the last on this connection; only then nothing more is let in. Else a
 * busy connection would never end, or be cut while its next request is on its way.
 */
function drain(server: Server, listening: Listening, portal: Portal): void {
  setTimeout(() => void listening.close().then(() => portal.close().then(leave)), LAST_WORDS_MS)
  setInterval(() => server.closeIdleConnections(), 2 * LAST_WORDS_MS).unref()
  setTimeout(leave, DRAIN_MS).unref()
}

function leave(): never {
  writeWaiting()
  process.exit(0)
}
