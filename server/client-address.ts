/** Where a request comes from: the nearest address that no trusted proxy of ours wrote. */
import type { IncomingMessage } from 'node:http'

/** Each trusted proxy has appended one address to X-Forwarded-For; what stands before those is the sender's own claim. */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const nearest = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return nearest
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const chain = [...forwarded.map((address) => address.trim()).filter(Boolean), nearest]
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? nearest
}
