/** Listens: kept pages, precompressed assets, then the handler that the build made. Says no when too much is under way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import sirv from 'sirv'
import { clientAddressOf } from './client-address.ts'
import { apiDoor, isForMachines } from './door/api-door.ts'
import { startJobs } from './jobs.ts'
import { hasSession, keepKeyOf } from './keep-key.ts'
import { findPage } from './paths.ts'
import type { Portal } from './portal.ts'
import { listeningFailure } from './unusable-settings.ts'

/** Past Astro: a machine's request needs no page, and answers are what a portal gets most of on a busy day. */
const machines = getRequestListener(apiDoor.fetch)

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Beyond this many requests under way a further one is better told to come back than kept waiting. */
const MOST_UNDER_WAY = 500
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
  const answer = answerWith(portal, handler)
  let stopping = false
  const server = createServer((request, response) => {
    if (stopping) response.shouldKeepAlive = false
    if (!isAskable(request)) return refuse(response)
    if (!sendKept(portal, request, response)) assets(request, response, () => answer(request, response))
  })
  server.keepAliveTimeout = 65_000
  // A file of 32 MB over a slow line takes a while; who trickles for longer only keeps others out.
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  const stopJobs = startJobs(portal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopping = true
      drain(server, portal, stopJobs)
    })
  const { host, port } = portal.config
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listeningFailure(error, portal.config)))
    server.listen(port, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`))
  })
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

function answerWith({ config }: Portal, handler: Handler): Handler {
  let underWay = 0
  return (request, response) => {
    if (underWay >= MOST_UNDER_WAY) return shed(response)
    underWay += 1
    response.once('close', () => (underWay -= 1))
    response.once('finish', () => passOver(request))
    nameClient(request, clientAddressOf(request, config.trustedProxies))
    if (isForMachines(request.url ?? '') && isSmall(request)) void machines(request, response)
    else handler(request, response)
  }
}

/** What is left of a body that nobody reads to its end (it was too large): behind it the next request may stand. */
function passOver(request: IncomingMessage): void {
  if (!request.complete) request.removeAllListeners('data').removeAllListeners('readable').resume()
}

/** A host that names more than a host, or a method that no page can be asked with (fetch forbids it), is refused outright. */
function isAskable({ headers: { host = '' }, method = '' }: IncomingMessage): boolean {
  return /^[\w.:[\]-]*$/.test(host) && method !== 'TRACE'
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end('Permintaan ini tidak dapat dibaca.\n')
}

function sendKept({ keeper }: Portal, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, headers } = request
  if ((method !== 'GET' && method !== 'HEAD') || hasSession(headers.cookie) || headers.authorization) return false
  const kept = keeper.find(keepKeyOf(request.url ?? '/', findPage))
  if (kept) keeper.send(kept, request, response)
  return kept !== undefined
}

/** Whether a body, if any, is known to be short; a long one is read or refused by the way that can break off. */
function isSmall({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= SMALL_BODY
}

/** Under a header of ours, which a sender can't set: both kinds of door read it. */
function nameClient(request: IncomingMessage, address: string): void {
  request.headers[CLIENT_ADDRESS] = address
  const { rawHeaders } = request
  for (let i = rawHeaders.length - 2; i >= 0; i -= 2) {
    if (rawHeaders[i]?.toLowerCase() === CLIENT_ADDRESS) rawHeaders.splice(i, 2)
  }
  rawHeaders.push(CLIENT_ADDRESS, address)
}

function shed(response: ServerResponse): void {
  response.writeHead(503, {
    'retry-after': '5',
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end('Sedang ramai. Tunggu beberapa detik, lalu muat ulang halaman ini. Yang sudah terkirim tetap aman.\n')
}

/**
 * Whoever asks on is told, with each answer, that it is the last on this connection; only then nothing more is let in. Else a
 * busy connection would never end, or be cut while its next request is on its way.
 */
function drain(server: Server, portal: Portal, stopJobs: () => void): void {
  stopJobs()
  setTimeout(() => server.close(() => void portal.close().then(() => process.exit(0))), LAST_WORDS_MS)
  setInterval(() => server.closeIdleConnections(), 2 * LAST_WORDS_MS).unref()
  setTimeout(() => process.exit(0), DRAIN_MS).unref()
}
