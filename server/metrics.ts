/** Figures for whoever watches the machines (Prometheus), on an address of their own that residents never reach. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { ConfigError, type Config } from './config.ts'
import type { RequestLine } from './log.ts'

const registry = new Registry()
const requests = new Histogram({
  name: 'balai_request_seconds',
  help: 'Time from a request’s first line to its answer’s last, by page or route and kind of status.',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})
const turnedAway = new Counter({
  name: 'balai_turned_away_total',
  help: 'Requests that were told to come back later.',
  labelNames: ['reason'],
  registers: [registry],
})

let watched = false

export function observeRequest({ route, status, ms }: Omit<RequestLine, 'requestId'>): void {
  if (watched) requests.observe({ route, status: `${Math.trunc(status / 100)}xx` }, ms / 1000)
}

export function countTurnedAway(reason: 'busy' | 'too-often'): void {
  if (watched) turnedAway.inc({ reason })
}

/** Listens only when a port is set. Resolves once it does, or with undefined. @throws ConfigError */
export async function serveMetrics(
  { metricsHost, metricsPort }: Config,
  underWay: () => number,
): Promise<Server | undefined> {
  if (metricsPort === undefined) return undefined
  watched = true
  collectDefaultMetrics({ register: registry })
  const gauge: Gauge = new Gauge({
    name: 'balai_requests_under_way',
    help: 'Requests that are being answered.',
    registers: [registry],
    collect(): void {
      gauge.set(underWay())
    },
  })
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    void registry.metrics().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text))
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new ConfigError(`METRICS_PORT ${metricsPort} di ${metricsHost} tidak bisa dipakai: ${error.message}`)),
    )
    server.listen(metricsPort, metricsHost, () => {
      const { port } = server.address() as AddressInfo
      process.stdout.write(`Angka mesin ada di http://${metricsHost}:${port}/metrics\n`)
      resolve(server.unref())
    })
  })
}
