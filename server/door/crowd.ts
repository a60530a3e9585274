/**
 * How many requests are under way. One whose body is still arriving isn't yet: who trickles bodies keeps nobody out, for
 * there is room of its own for those, a share of it for each network, and a time after which they are cut.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkOf } from '../client-address.ts'

/** Of one network; a hall full of phones on a weak line sends at once. */
const MOST_ARRIVING_TOGETHER = 256
const ROOM_FOR_ARRIVING = 4
const SHORTEST_ARRIVAL_MS = 15_000
const LONGEST_ARRIVAL_MS = 120_000
/** A line slower than this is none. */
const BYTES_PER_MS = 4

export function makeCrowd(most: number) {
  let underWay = 0
  let arriving = 0
  const byNetwork = new Map<string, number>()

  function take(response: ServerResponse): void {
    underWay += 1
    response.once('close', () => (underWay -= 1))
  }

  function receive(request: IncomingMessage, response: ServerResponse, network: string): void {
    arriving += 1
    byNetwork.set(network, (byNetwork.get(network) ?? 0) + 1)
    const cut = setTimeout(() => request.socket.destroy(), longestArrival(request))
    let here = true
    const arrived = () => {
      if (!here) return false
      here = false
      clearTimeout(cut)
      arriving -= 1
      const left = (byNetwork.get(network) ?? 1) - 1
      if (left > 0) byNetwork.set(network, left)
      else byNetwork.delete(network)
      return true
    }
    request.once('end', () => arrived() && !response.closed && take(response))
    response.once('close', arrived)
  }

  return {
    /** Counts the request until it is answered; false when there is no room. */
    enter(request: IncomingMessage, response: ServerResponse, address: string): boolean {
      if (underWay >= most) return false
      if (!hasBody(request)) {
        take(response)
        return true
      }
      const network = networkOf(address)
      if (arriving >= ROOM_FOR_ARRIVING * most) return false
      if ((byNetwork.get(network) ?? 0) >= MOST_ARRIVING_TOGETHER) return false
      receive(request, response, network)
      return true
    },
    size: () => underWay,
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Milliseconds in which a body of the length that was said must be here. */
export function longestArrival({ headers }: Pick<IncomingMessage, 'headers'>): number {
  const length = headers['content-length']
  if (length === undefined) return LONGEST_ARRIVAL_MS
  return Math.min(LONGEST_ARRIVAL_MS, SHORTEST_ARRIVAL_MS + Number(length) / BYTES_PER_MS)
}
