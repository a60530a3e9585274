/** The program: settings, database, built assets, the handler, signals. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { clientAddressOf } from './client-address.ts'
import { ConfigError, readConfig } from './config.ts'
import { hasSession, keepKeyOf } from './keep-key.ts'
import { findPage } from './paths.ts'
import { portal } from './portal.ts'

const started = Date.now()
const config = readConfigOrStop()
const running = await portal(config)
const { handler } = await import('../dist/server/entry.mjs')

const assets = sirv(join(import.meta.dirname, '../dist/client'), {
  gzip: true,
  brotli: true,
  setHeaders: (response, path) => {
    response.setHeader('x-content-type-options', 'nosniff')
    if (path.startsWith('/_astro/')) response.setHeader('cache-control', 'public, max-age=31536000, immutable')
  },
})

/** Beyond this many requests under way a further one is better told to come back than kept waiting. */
const MOST_UNDER_WAY = 500
let underWay = 0

const server = createServer((request, response) => assets(request, response, () => answer(request, response)))
server.keepAliveTimeout = 65_000
server.listen(config.port, config.host, () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`Balai menjawab di http://${config.host}:${port} (${Date.now() - started} ms)\n`)
})

function answer(request: IncomingMessage, response: ServerResponse): void {
  const kept = findKept(request)
  if (kept) return running.keeper.send(kept, request, response)
  if (underWay >= MOST_UNDER_WAY) return shed(response)
  underWay += 1
  response.once('close', () => (underWay -= 1))
  request.headers['x-client-address'] = clientAddressOf(request, config.trustedProxies)
  void handler(request, response)
}

function findKept(request: IncomingMessage) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  if (hasSession(request.headers.cookie)) return undefined
  return running.keeper.find(keepKeyOf(request.url ?? '/', findPage))
}

function shed(response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end('Sedang ramai. Tunggu beberapa detik, lalu muat ulang halaman ini. Yang sudah terkirim tetap aman.\n')
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, drain)

function drain(): void {
  server.close(() => void running.close().then(() => process.exit(0)))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 10_000).unref()
}

function readConfigOrStop() {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`Setelan perlu dibetulkan: ${error.message}\n`)
    process.exit(2)
  }
}
