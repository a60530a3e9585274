/** Where a request comes from: the nearest address that no trusted proxy of ours wrote, and the network it lies in. */
import type { IncomingMessage } from 'node:http'

/** Each trusted proxy has appended one address to X-Forwarded-For; what stands before those is the sender's own claim. */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const nearest = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return nearest
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const chain = [...forwarded.map((address) => address.trim()).filter(Boolean), nearest]
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? nearest
}

/** What one subscriber holds: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const before = parts(head)
  const after = tail === undefined ? [] : parts(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
