/** The program: settings, database, built assets, the handler, signals. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { ConfigError, readConfig } from './config.ts'
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

const server = createServer((request, response) => assets(request, response, () => handler(request, response)))
server.keepAliveTimeout = 65_000
server.listen(config.port, config.host, () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`Balai menjawab di http://${config.host}:${port} (${Date.now() - started} ms)\n`)
})

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
