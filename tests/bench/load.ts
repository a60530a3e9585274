/** Load on loopback, bounded in count and time. */
import autocannon from 'autocannon'

export interface Measured {
  perSecond: number
  p99: number
  failed: number
}

/** Requests at a concurrency for some seconds; `body` makes each request's own body and headers. */
export async function load(
  url: string,
  { connections = 16, seconds = 3, warmUp = 1, request }: LoadOptions = {},
): Promise<Measured> {
  if (warmUp > 0) await run(url, connections, warmUp, request)
  return run(url, connections, seconds, request)
}

export interface LoadOptions {
  connections?: number
  seconds?: number
  warmUp?: number
  request?: autocannon.Request
}

async function run(
  url: string,
  connections: number,
  duration: number,
  request: autocannon.Request | undefined,
): Promise<Measured> {
  const result = await autocannon({ url, connections, duration, ...(request ? { requests: [request] } : {}) })
  return { perSecond: result.requests.average, p99: result.latency.p99, failed: result.non2xx + result.errors }
}
